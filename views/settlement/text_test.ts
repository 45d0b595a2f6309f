import { strict as assert } from "node:assert";
import type { RecordReceiptRefusal as Refusal } from "~/domain/settlement/record_receipt.ts";
import { wordProblems } from "~/views/_kit/text_check.ts";
import { settlementWords } from "./text.ts";

const refusals: { [R in Refusal["reason"]]: Extract<Refusal, { reason: R }> } = {
  amount_not_positive: { reason: "amount_not_positive" },
  received_in_future: { reason: "received_in_future", receivedAt: "2026-03-02T02:00:00.000Z" },
  dealer_does_not_settle: { reason: "dealer_does_not_settle", dealer: "D-7" },
  no_account_in_currency: { reason: "no_account_in_currency", currency: "7" },
  unknown_open_item: { reason: "unknown_open_item", shipment: "SH-2026-000007" },
  reference_used: { reason: "reference_used", reference: "7", number: "8" },
};

function said(lang: "zh" | "en") {
  const words = settlementWords(lang);
  const refused = Object.entries(refusals).map(([reason, refusal]) => {
    const say = words.refused[reason as Refusal["reason"]] as (refusal: Refusal) => string;
    return [reason, say(refusal)];
  });
  return { ...words, refused: Object.fromEntries(refused) };
}

Deno.test("the words of settlement are whole in both languages", () => {
  assert.deepEqual(wordProblems({ zh: said("zh"), en: said("en") }), []);
});
