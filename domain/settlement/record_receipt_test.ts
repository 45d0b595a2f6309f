import { strict as assert } from "node:assert";
import fc from "fast-check";
import type { By } from "../_kernel/by.ts";
import type { CreditAccountId, OrderId, PartnerId, UserId } from "../_kernel/id.ts";
import { sumMinor } from "../_kernel/money.ts";
import type { OpenItemId } from "./events.ts";
import {
  type OpenItem,
  type ReceiptFacts,
  type RecordReceipt,
  recordReceipt,
  type RecordReceiptRefusal,
} from "./record_receipt.ts";

const at = "2026-03-02T02:00:00.000Z";
function someone(): By {
  let made = 0;
  return {
    userId: "USER" as UserId,
    name: "陈会计",
    at,
    onBehalfOf: null,
    newId: () => `ID${made += 1}`,
  };
}

const item = (id: string, openMinor: number, dueOn = "2026-03-10"): OpenItem => ({
  id: id as OpenItemId,
  orderId: `ORDER ${id}` as OrderId,
  openMinor,
  dueOn,
});
const ids = (...names: string[]) => names as OpenItemId[];

const facts: ReceiptFacts = {
  dealerId: "DEALER" as PartnerId,
  dealer: "D-7",
  settles: true,
  creditAccountId: "CREDIT" as CreditAccountId,
  receiptNumber: { series: "RC", year: 2026, value: 8 },
  journalNumber: { series: "JV", year: 2026, value: 31 },
  openItems: [item("A", 500, "2026-02-01"), item("B", 300), item("C", 900)],
  referenceUsedBy: null,
};
const command: RecordReceipt = {
  amountMinor: 600,
  currency: "CNY",
  method: "transfer",
  reference: "ICBC 20260302-0017",
  receivedAt: at,
};

function record(wish: Partial<RecordReceipt>, over: Partial<ReceiptFacts> = {}) {
  return recordReceipt({ ...command, ...wish }, { ...facts, ...over }, someone());
}

function receipt(wish: Partial<RecordReceipt>, over?: Partial<ReceiptFacts>) {
  const [event] = record(wish, over).events ?? [];
  assert.ok(event?.type === "ReceiptRecorded");
  return event;
}

Deno.test.each([
  { when: "less than the oldest", wish: { amountMinor: 200 }, pays: { A: 200 }, left: 0 },
  { when: "the oldest and a part of the next", wish: {}, pays: { A: 500, B: 100 }, left: 0 },
  {
    when: "more than all",
    wish: { amountMinor: 2000 },
    pays: { A: 500, B: 300, C: 900 },
    left: 300,
  },
  {
    when: "named items, in the order named",
    wish: { items: ids("C", "A"), amountMinor: 1000 },
    pays: { C: 900, A: 100 },
    left: 0,
  },
  {
    when: "a named item and money over: the rest stays with the dealer",
    wish: { items: ids("B") },
    pays: { B: 300 },
    left: 300,
  },
  {
    when: "an item named twice",
    wish: { items: ids("B", "B"), amountMinor: 600 },
    pays: { B: 300 },
    left: 300,
  },
])("recordReceipt() of $when", ({ wish, pays, left }) => {
  const { applications, unappliedMinor } = receipt(wish);
  const applied = applications.map(({ openItemId, amountMinor }) => [openItemId, amountMinor]);
  assert.deepEqual(applied, Object.entries(pays));
  assert.equal(unappliedMinor, left);
});

Deno.test("recordReceipt() books the bank against the receivable and the advance", () => {
  const { events } = record({ amountMinor: 2000 });
  const journal = events?.find((event) => event.type === "JournalPosted");
  assert.deepEqual(journal?.postings, [
    { account: "bank", partnerId: null, amountMinor: 2000 },
    { account: "receivable", partnerId: "DEALER", amountMinor: -1700 },
    { account: "advance", partnerId: "DEALER", amountMinor: -300 },
  ]);
  const credit = events?.find((event) => event.type === "CreditMoved");
  assert.deepEqual([credit?.receivableMinor, credit?.openOrderMinor], [-1700, 0]);
});

Deno.test("recordReceipt() with nothing to pay is an advance and moves no credit", () => {
  const { events } = record({}, { openItems: [] });
  assert.deepEqual(events?.map(({ type }) => type), ["ReceiptRecorded", "JournalPosted"]);
  const journal = events?.find((event) => event.type === "JournalPosted");
  assert.deepEqual(journal?.postings.map(({ account }) => account), ["bank", "advance"]);
});

type Case = {
  refusal: RecordReceiptRefusal;
  wish?: Partial<RecordReceipt>;
  over?: Partial<ReceiptFacts>;
};
const later = "2026-03-02T02:00:00.001Z";
const cases: Case[] = [
  { refusal: { reason: "amount_not_positive", at: "/amount" }, wish: { amountMinor: 0 } },
  { refusal: { reason: "amount_not_positive", at: "/amount" }, wish: { amountMinor: -5 } },
  {
    refusal: { reason: "received_in_future", receivedAt: later, at: "/receivedOn" },
    wish: { receivedAt: later },
  },
  {
    refusal: { reason: "dealer_does_not_settle", dealer: "D-7", at: "/dealer" },
    over: { settles: false },
  },
  {
    refusal: { reason: "no_account_in_currency", currency: "USD", at: "/amount" },
    wish: { currency: "USD" },
    over: { creditAccountId: null },
  },
  {
    refusal: {
      reason: "reference_used",
      reference: command.reference,
      number: "RC-2026-000003",
      at: "/reference",
    },
    over: { referenceUsedBy: "RC-2026-000003" },
  },
  { refusal: { reason: "unknown_open_item", at: "/items/1" }, wish: { items: ids("A", "Z") } },
];

Deno.test.each(cases)("recordReceipt() refuses: $refusal.reason", ({ refusal, wish, over }) => {
  assert.deepEqual(record(wish ?? {}, over).refusals, [refusal]);
});

Deno.test("recordReceipt() never pays an item beyond what is open, and loses no cent", () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 12 });
  fc.assert(
    fc.property(amounts, fc.integer({ min: 1, max: 5_000_000 }), (open, amountMinor) => {
      const openItems = open.map((minor, i) => item(`I${i}`, minor));
      const { applications, unappliedMinor } = receipt({ amountMinor }, { openItems });
      for (const { openItemId, amountMinor } of applications) {
        const { openMinor } = openItems.find(({ id }) => id === openItemId)!;
        assert.ok(amountMinor > 0 && amountMinor <= openMinor);
      }
      const applied = sumMinor(applications.map((one) => one.amountMinor));
      assert.equal(applied + unappliedMinor, amountMinor);
      assert.ok(unappliedMinor === 0 || applied === sumMinor(open));
    }),
  );
});
