import { strict as assert } from "node:assert";
import { type RateCard, type RateCardExtra, rateCardRules, type RateZone } from "./rate_card.ts";

const january = "2025-12-31T16:00:00.000Z";
const july = "2026-06-30T16:00:00.000Z";
const yuan = (amountMinor: number) => ({ amountMinor, currency: "CNY" });
const zone = (zone: string): RateZone => ({
  zone,
  firstWeightGram: 1_000,
  first: yuan(800),
  stepWeightGram: 1_000,
  step: yuan(120),
  leadDays: 2,
});
const card: RateCard = {
  code: "SF-XZ01",
  carrierCode: "SF",
  nodeCode: "XZ01",
  validFrom: january,
  validUntil: july,
  zones: [zone("华东"), zone("华南")],
};
const refs = { carrier: "c", node: "n" };

function reasons(given: RateCard, extra: Partial<RateCardExtra> = {}, known = refs as object) {
  const facts = { before: null, refs: known as typeof refs, extra: { ...fresh, ...extra } };
  return rateCardRules(given, facts).map(({ reason, at }) => `${reason} ${at}`);
}
const fresh: RateCardExtra = { carrierShips: true, currency: "CNY", others: [] };

Deno.test("rateCardRules() accepts a card with a row for each zone", () => {
  assert.deepEqual(reasons(card), []);
});

Deno.test("rateCardRules() refuses what does not hold", () => {
  const dear = { ...zone("华北"), step: { amountMinor: 9, currency: "USD" } };
  const cases: [RateCard, object, string[]][] = [
    [card, { node: "n" }, ["unknown_carrier /carrierCode"]],
    [card, { carrier: "c" }, ["unknown_node /nodeCode"]],
    [{ ...card, validUntil: january }, refs, ["ends_before_start /validUntil"]],
    [{ ...card, zones: [zone("华东"), zone("华东")] }, refs, ["zone_twice /zones/1/zone"]],
    [{ ...card, zones: [zone("华东"), dear] }, refs, ["currency_differs /zones/1/first"]],
  ];
  assert.deepEqual(reasons(card, { carrierShips: false }), ["carrier_does_not_ship /carrierCode"]);
  for (const [given, known, said] of cases) assert.deepEqual(reasons(given, {}, known), said);
});

Deno.test("rateCardRules() lets cards of one carrier and node follow, not overlap, each other", () => {
  const other = (validFrom: string, validUntil: string | null) => ({
    others: [{ code: "SF-OLD", validFrom, validUntil }],
  });
  assert.deepEqual(reasons(card, other(july, null)), []);
  assert.deepEqual(reasons(card, other("2026-06-30T15:59:59.999Z", null)), [
    "rate_cards_overlap /validFrom",
  ]);
  assert.deepEqual(reasons(card, other("2025-01-01T00:00:00.000Z", january)), []);
});
