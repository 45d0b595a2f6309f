import type { PartnerId } from "../_kernel/id.ts";
import type { Day, Instant } from "../_kernel/period.ts";
import type { CreditAccount } from "../policy/credit/use_credit.ts";
import type { Account } from "./events.ts";

export type AccountRow = {
  /** Dealer and currency: a dealer may have an account in each. */
  key: string;
  dealer: string;
  nameZh: string;
  nameEn: string;
  currency: string;
  limitMinor: number;
  openOrderMinor: number;
  receivableMinor: number;
  overdueMinor: number;
  oldestDueOn: Day | null;
};

export type AccountDealer = {
  id: PartnerId;
  code: string;
  nameZh: string;
  nameEn: string;
  currency: string;
};

/** A shipment that is not paid whole. */
export type OpenItemRow = {
  id: string;
  shipment: string;
  order: string;
  postedAt: Instant;
  dueOn: Day;
  amountMinor: number;
  openMinor: number;
};

export type AccountBalance = {
  credit: Omit<CreditAccount, "overdueMinor"> | null;
  overdueMinor: number;
  /** Money received that pays nothing yet. */
  advanceMinor: number;
};

/** From the first day to the last, both included. */
export type StatementPeriod = { from: Day; to: Day };

export type StatementEntry = {
  at: Instant;
  journal: string;
  kind: "shipment" | "receipt" | "reversal";
  /** The number of the shipment or receipt. */
  document: string;
  /** The order it belongs to; the reference the money came with. */
  about: string;
  /** What the dealer then owes more; less when negative. */
  amountMinor: number;
  balanceMinor: number;
};

export type Statement = StatementPeriod & {
  openingMinor: number;
  entries: StatementEntry[];
  /** Debits and credits of the period, and what they leave. */
  chargedMinor: number;
  paidMinor: number;
  closingMinor: number;
  /** More entries than are shown: the sums are right, the list is cut. */
  isCut: boolean;
};

export type ReceiptRow = {
  key: string;
  number: string;
  dealer: string;
  nameZh: string;
  nameEn: string;
  currency: string;
  amountMinor: number;
  unappliedMinor: number;
  receivedAt: Instant;
  method: string;
  reference: string;
};

export type ReceiptPage = Omit<ReceiptRow, "key"> & {
  recordedBy: string;
  journal: string | null;
  applications: {
    shipment: string;
    order: string;
    dueOn: Day;
    amountMinor: number;
    itemMinor: number;
    openMinor: number;
  }[];
};

export type JournalKind = "shipment" | "receipt" | "reversal";

export type JournalRow = {
  key: string;
  number: string;
  at: Instant;
  kind: JournalKind;
  memo: string;
  currency: string;
  /** One side of it. */
  amountMinor: number;
};

export type JournalPage = {
  number: string;
  at: Instant;
  kind: JournalKind;
  memo: string;
  postings: {
    account: Account;
    dealer: string | null;
    nameZh: string | null;
    nameEn: string | null;
    currency: string;
    amountMinor: number;
  }[];
};

/** The money of one order: what it comes to, what has become a receivable, what was paid. */
export type OrderSettlement = {
  currency: string;
  totalMinor: number;
  /** Given up of it: never to be shipped, never owed. */
  cancelledMinor: number;
  /** Not shipped yet, so not owed yet. */
  unpostedMinor: number;
  postedMinor: number;
  openMinor: number;
  items: { shipment: string; dueOn: Day; amountMinor: number; openMinor: number }[];
  receipts: { number: string; receivedAt: Instant; amountMinor: number }[];
};
