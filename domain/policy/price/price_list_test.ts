import { strict as assert } from "node:assert";
import type { PutFacts } from "../../_kernel/master.ts";
import { type PriceList, type PriceListExtra, priceListRules } from "./price_list.ts";

const list: PriceList = {
  code: "EAST-A",
  nameZh: "华东 A 级经销商价",
  nameEn: "East, grade A",
  currency: "CNY",
  organisationCode: "EAST",
  channel: null,
  regionCode: "EAST-JS",
  grade: "A",
  dealerCode: "D-1001",
  validFrom: "2025-12-31T16:00:00.000Z",
  validUntil: "2026-12-31T16:00:00.000Z",
};
const refs = { organisation: "o", region: "r", dealer: "d" };
const extra: PriceListExtra = { rowCount: 0, mayPriceForAll: true, tie: null };

function reasons(given: PriceList, facts: Partial<PutFacts<PriceList, PriceListExtra>> = {}) {
  return priceListRules(given, { before: null, refs, extra, ...facts }).map(({ reason, at }) =>
    `${reason} ${at}`
  );
}
const stored = (record: PriceList) => ({ id: "l", version: 1, record });

Deno.test("priceListRules() accepts a list whose codes are known", () => {
  assert.deepEqual(reasons(list), []);
  const general = {
    ...list,
    organisationCode: null,
    regionCode: null,
    grade: null,
    dealerCode: null,
  };
  assert.deepEqual(reasons({ ...general, validUntil: null }, { refs: {} }), []);
});

Deno.test("priceListRules() refuses codes that point nowhere and a period that is none", () => {
  assert.deepEqual(reasons(list, { refs: {} }), [
    "unknown_organisation /organisationCode",
    "unknown_region /regionCode",
    "unknown_dealer /dealerCode",
  ]);
  assert.deepEqual(reasons({ ...list, validUntil: list.validFrom }), [
    "ends_before_start /validUntil",
  ]);
});

Deno.test("priceListRules() keeps the currency once there are prices in it", () => {
  const before = stored(list);
  const used = { ...extra, rowCount: 12 };
  const dollars = { ...list, currency: "USD" };
  assert.deepEqual(reasons(dollars, { before, extra: used }), ["currency_in_use /currency"]);
  assert.deepEqual(reasons(dollars, { before }), []);
});

Deno.test("priceListRules() leaves lists for all organisations to those who see all of them", () => {
  const bound = { ...extra, mayPriceForAll: false };
  const general = { ...list, organisationCode: null };
  assert.deepEqual(reasons(general, { extra: bound }), ["organisation_needed /organisationCode"]);
  assert.deepEqual(reasons(list, { extra: bound }), []);
  assert.deepEqual(reasons(list, { extra: bound, before: stored(general) }), [
    "list_not_yours undefined",
  ]);
});

Deno.test("priceListRules() refuses a tie with another list", () => {
  const tie = {
    list: "EAST-A2",
    sku: "COLA-330",
    unit: "箱",
    minQuantity: 1,
    from: list.validFrom,
  };
  assert.deepEqual(priceListRules(list, { before: null, refs, extra: { ...extra, tie } }), [
    { reason: "price_tie", ...tie },
  ]);
});
