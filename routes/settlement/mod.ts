import type { Route } from "~/routes/_entry/route.ts";
import { account, statementExport } from "./account.tsx";
import { accountExport, accountList } from "./accounts.tsx";
import { createReceiptByApi, listReceiptsByApi, readAccount, readReceipt } from "./api.ts";
import { journal, journalList } from "./journals.tsx";
import { journalExport } from "./journal_export.ts";
import { createReceipt, newReceipt, previewReceipt } from "./new_receipt.tsx";
import { receipt, receiptList } from "./receipts.tsx";
import { receiptExport } from "./receipt_export.ts";

export const settlementRoutes: Route[] = [
  accountList,
  accountExport,
  account,
  statementExport,
  receiptList,
  receiptExport,
  newReceipt,
  createReceipt,
  previewReceipt,
  receipt,
  journalList,
  journalExport,
  journal,
  createReceiptByApi,
  listReceiptsByApi,
  readReceipt,
  readAccount,
];
