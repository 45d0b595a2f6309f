import { listReceipts } from "~/db/settlement/receipt_list.ts";
import type { ReceiptRow } from "~/domain/settlement/read_models.ts";
import { allPages, type CsvColumn, csvFile } from "~/routes/_entry/csv.ts";
import { route } from "~/routes/_entry/route.ts";
import { named } from "~/views/_kit/named.ts";
import type { Lang } from "~/views/_kit/text.ts";
import { methodWords } from "~/views/settlement/receipt_list_page.tsx";
import { settlementWords } from "~/views/settlement/text.ts";
import { decimalOf } from "./decimal.ts";
import { ReceiptsQuery } from "./schema.ts";

const exportRows = 500;

const columns = (lang: Lang): CsvColumn<ReceiptRow>[] => [
  { head: { zh: "收款单", en: "Receipt" }, cell: ({ number }) => number },
  { head: { zh: "编码", en: "Code" }, cell: ({ dealer }) => dealer },
  { head: { zh: "经销商", en: "Dealer" }, cell: (row) => named(row, lang) },
  { head: { zh: "到账时间", en: "Received" }, cell: ({ receivedAt }) => receivedAt },
  {
    head: { zh: "方式", en: "Method" },
    cell: ({ method }) => methodWords(method, settlementWords(lang)),
  },
  { head: { zh: "凭据号", en: "Reference" }, cell: ({ reference }) => reference },
  { head: { zh: "币种", en: "Currency" }, cell: ({ currency }) => currency },
  { head: { zh: "金额", en: "Amount" }, cell: (row) => decimalOf(row.amountMinor, row.currency) },
  {
    head: { zh: "还没核销", en: "Not applied" },
    cell: (row) => decimalOf(row.unappliedMinor, row.currency),
  },
];

export const receiptExport = route({
  method: "GET",
  path: "/receipt/export",
  resource: "receipt",
  action: "export",
  query: ReceiptsQuery,
  handle: (ctx) => {
    const { after: _after, before: _before, view, ...filter } = ctx.query;
    const asked = { ...filter, unapplied: view === "unapplied" };
    return csvFile(ctx, {
      name: "receipts",
      columns: columns(ctx.lang),
      rows: allPages(
        (after) => listReceipts(ctx.reader, asked, { after, limit: exportRows }).rows,
        ({ key }) => key,
      ),
    });
  },
});
