import { strict as assert } from "node:assert";
import type { Posting } from "./events.ts";
import { postJournal } from "./rules.ts";

const post = (...amounts: number[]) =>
  postJournal({
    subject: "ORDER",
    takes: { series: "JV", year: 2026, value: 9 },
    newId: () => "JOURNAL",
    kind: "shipment",
    documentId: "SHIPMENT",
    effectKey: "shipment SHIPMENT",
    memo: "SH-2026-000001",
    currency: "CNY",
    postings: amounts.map((amountMinor): Posting => ({
      account: "sales",
      partnerId: null,
      amountMinor,
    })),
  });

Deno.test("postJournal() leaves out what is zero", () => {
  const journal = post(5, 0, -5);
  assert.deepEqual(journal?.postings.map(({ amountMinor }) => amountMinor), [5, -5]);
  assert.deepEqual([journal?.number, journal?.journalId], ["JV-2026-000009", "JOURNAL"]);
});

Deno.test("postJournal() posts no empty journal", () => {
  assert.equal(post(0, 0), null);
});

Deno.test("postJournal() stops the unit when the sides differ", () => {
  assert.throws(() => post(5, -4), /must balance/);
});
