import type { By } from "../_kernel/by.ts";
import { accept, type Decision, refuse, refuseIfAny } from "../_kernel/decision.ts";
import type { CreditAccountId, OrderId, PartnerId, ReceiptId } from "../_kernel/id.ts";
import { sumMinor } from "../_kernel/money.ts";
import { type NextNumber, numberOf } from "../_kernel/number.ts";
import type { Day, Instant } from "../_kernel/period.ts";
import type { CreditMoved } from "../policy/events.ts";
import type { Application, JournalPosted, OpenItemId, ReceiptRecorded } from "./events.ts";
import { postJournal } from "./rules.ts";

export type RecordReceipt = {
  amountMinor: number;
  currency: string;
  method: string;
  reference: string;
  receivedAt: Instant;
  /** Which items it pays; oldest due first when absent. */
  items?: readonly OpenItemId[];
};

export type OpenItem = { id: OpenItemId; orderId: OrderId; openMinor: number; dueOn: Day };

export type ReceiptFacts = {
  dealerId: PartnerId;
  dealer: string;
  /** Whether the dealer pays us by itself. */
  settles: boolean;
  creditAccountId: CreditAccountId | null;
  receiptNumber: NextNumber;
  journalNumber: NextNumber;
  /** Open items of the dealer in the currency, oldest due first. */
  openItems: readonly OpenItem[];
  referenceUsedBy: string | null;
};

export type RecordReceiptRefusal =
  | { reason: "amount_not_positive"; at?: string }
  | { reason: "received_in_future"; receivedAt: Instant; at?: string }
  | { reason: "dealer_does_not_settle"; dealer: string; at?: string }
  | { reason: "no_account_in_currency"; currency: string; at?: string }
  | { reason: "unknown_open_item"; shipment?: string; at?: string }
  | { reason: "reference_used"; reference: string; number: string; at?: string };

/** Money received pays open items, oldest due first or as named; what is left over stays as an advance. */
export function recordReceipt(
  command: RecordReceipt,
  facts: ReceiptFacts,
  by: By,
): Decision<ReceiptRecorded | JournalPosted | CreditMoved, RecordReceiptRefusal> {
  const { amountMinor, currency, reference, receivedAt } = command;
  const items = command.items && [...new Set(command.items)];
  if (amountMinor <= 0) return refuse({ reason: "amount_not_positive", at: "/amount" });
  if (receivedAt > by.at) {
    return refuse({ reason: "received_in_future", receivedAt, at: "/receivedOn" });
  }
  if (!facts.settles) {
    return refuse({ reason: "dealer_does_not_settle", dealer: facts.dealer, at: "/dealer" });
  }
  if (!facts.creditAccountId) {
    return refuse({ reason: "no_account_in_currency", currency, at: "/amount" });
  }
  if (facts.referenceUsedBy) {
    return refuse({
      reason: "reference_used",
      reference,
      number: facts.referenceUsedBy,
      at: "/reference",
    });
  }
  const known = new Map(facts.openItems.map((item) => [item.id, item]));
  const unknown = refuseIfAny(unknownItems(command, known));
  if (unknown) return unknown;
  const applications = apply(
    amountMinor,
    items ? items.map((id) => known.get(id)!) : facts.openItems,
  );
  const appliedMinor = sumMinor(applications.map((application) => application.amountMinor));
  const receipt = receiptOf(command, facts, { applications, appliedMinor, by });
  return accept<ReceiptRecorded | JournalPosted | CreditMoved>(
    receipt,
    journalOf(receipt, facts, { appliedMinor, by })!,
    ...creditOf(receipt, facts.creditAccountId, appliedMinor),
  );
}

/** Each is named where the command names it. */
function unknownItems(
  { items = [] }: RecordReceipt,
  known: ReadonlyMap<OpenItemId, OpenItem>,
): RecordReceiptRefusal[] {
  return items.flatMap((item, index) =>
    known.has(item) ? [] : [{ reason: "unknown_open_item" as const, at: `/items/${index}` }]
  );
}

function apply(amountMinor: number, items: readonly OpenItem[]): Application[] {
  const applications: Application[] = [];
  let left = amountMinor;
  for (const { id: openItemId, orderId, openMinor } of items) {
    const paid = Math.min(left, openMinor);
    if (paid > 0) applications.push({ openItemId, orderId, amountMinor: paid });
    left -= paid;
  }
  return applications;
}

function receiptOf(
  { amountMinor, currency, method, reference, receivedAt }: RecordReceipt,
  { dealerId, receiptNumber }: ReceiptFacts,
  { applications, appliedMinor, by }: { applications: Application[]; appliedMinor: number; by: By },
): ReceiptRecorded {
  return {
    type: "ReceiptRecorded",
    subject: by.newId() as ReceiptId,
    number: numberOf(receiptNumber),
    takes: receiptNumber,
    dealerId,
    currency,
    amountMinor,
    unappliedMinor: amountMinor - appliedMinor,
    receivedAt,
    method,
    reference,
    applications,
  };
}

function journalOf(
  receipt: ReceiptRecorded,
  { dealerId, journalNumber }: ReceiptFacts,
  { appliedMinor, by }: { appliedMinor: number; by: By },
): JournalPosted | null {
  return postJournal({
    subject: receipt.subject,
    takes: journalNumber,
    newId: by.newId,
    kind: "receipt",
    documentId: receipt.subject,
    effectKey: `receipt ${receipt.subject}`,
    memo: receipt.number,
    currency: receipt.currency,
    postings: [
      { account: "bank", partnerId: null, amountMinor: receipt.amountMinor },
      { account: "receivable", partnerId: dealerId, amountMinor: -appliedMinor },
      { account: "advance", partnerId: dealerId, amountMinor: -receipt.unappliedMinor },
    ],
  });
}

/** An advance waits on an account of its own: only what pays an item frees credit. */
function creditOf(
  receipt: ReceiptRecorded,
  accountId: CreditAccountId,
  appliedMinor: number,
): CreditMoved[] {
  if (appliedMinor === 0) return [];
  return [{
    type: "CreditMoved",
    subject: receipt.subject,
    accountId,
    kind: "receipt",
    orderId: null,
    document: receipt.number,
    openOrderMinor: 0,
    receivableMinor: -appliedMinor,
    effectKey: `receipt ${receipt.subject}`,
  }];
}
