import type { Id, JournalId, OrderId, PartnerId, ReceiptId, ShipmentId } from "../_kernel/id.ts";
import type { NextNumber } from "../_kernel/number.ts";
import type { Day, Instant } from "../_kernel/period.ts";

export type Account = "receivable" | "sales" | "output_tax" | "freight_income" | "bank" | "advance";

/** Debit is positive, credit negative; a journal adds up to zero in its currency. */
export type Posting = { account: Account; partnerId: PartnerId | null; amountMinor: number };

export type JournalPosted = {
  type: "JournalPosted";
  subject: string;
  journalId: JournalId;
  number: string;
  takes: NextNumber;
  kind: "shipment" | "receipt";
  documentId: string;
  effectKey: string;
  memo: string;
  currency: string;
  postings: Posting[];
};

export type OpenItemId = Id<"open_item">;

/** What a dealer owes for one shipment, until when. */
export type OpenItemOpened = {
  type: "OpenItemOpened";
  subject: OrderId;
  openItemId: OpenItemId;
  dealerId: PartnerId;
  shipmentId: ShipmentId;
  currency: string;
  amountMinor: number;
  dueOn: Day;
};

export type Application = { openItemId: OpenItemId; orderId: OrderId; amountMinor: number };

export type ReceiptRecorded = {
  type: "ReceiptRecorded";
  subject: ReceiptId;
  number: string;
  takes: NextNumber;
  dealerId: PartnerId;
  currency: string;
  amountMinor: number;
  unappliedMinor: number;
  receivedAt: Instant;
  method: string;
  reference: string;
  applications: Application[];
};

export type SettlementCenterEvent = JournalPosted | OpenItemOpened | ReceiptRecorded;
