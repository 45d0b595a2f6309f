import { strict as assert } from "node:assert";
import { NotFound } from "~/db/_engine/not_found.ts";
import type { Scope } from "~/db/_engine/scope.ts";
import { type TestEngine, testEngine } from "~/db/_engine/testing.ts";
import { settle, world } from "~/db/inventory/testing.ts";
import { writers } from "~/db/writers.ts";
import type { Expected } from "~/domain/_kernel/master.ts";
import type { PriceList } from "~/domain/policy/price/price_list.ts";
import { putPriceList } from "~/domain/policy/price/put_price_list.ts";
import { savePriceRows, type WishedPriceRow } from "~/domain/policy/price/save_price_rows.ts";
import { findPriceList, listPriceLists } from "./price_lists.ts";
import { loadPriceRowFacts, loadPutPriceListFacts } from "./price_rows.ts";

const january = "2025-12-31T16:00:00.000Z";
const july = "2026-06-30T16:00:00.000Z";
const everything: Scope = { kind: "all" };
const ofSouth: Scope = { kind: "organisation", organisationIds: [world.organisation.south] };

const general: PriceList = {
  code: "BASE",
  nameZh: "目录价",
  nameEn: "Catalogue",
  currency: "CNY",
  organisationCode: null,
  channel: null,
  regionCode: null,
  grade: null,
  dealerCode: null,
  validFrom: january,
  validUntil: null,
};
const own: PriceList = { ...general, code: "DS", nameZh: "鼎顺专价", dealerCode: "D-1001" };
const south: PriceList = { ...general, code: "SOUTH", organisationCode: "SOUTH", grade: "B" };

const row = (change: Partial<WishedPriceRow> = {}): WishedPriceRow => ({
  sku: "COLA-330",
  unit: "箱",
  minQuantity: 1,
  validFrom: january,
  validUntil: null,
  price: "26.40",
  ...change,
});

type Put = { rows?: WishedPriceRow[]; expected?: Expected; scope?: Scope };

function putList(
  engine: TestEngine,
  record: PriceList,
  { rows = [], expected = "whatever", scope = everything }: Put = {},
) {
  return engine.transact({
    action: "price.edit",
    author: engine.author,
    scope,
    load: (facts) => loadPutPriceListFacts(facts, record, rows),
    decide: (facts, by) => putPriceList(facts, { record, rows, expected }, by),
  });
}

function saveRows(engine: TestEngine, code: string, rows: WishedPriceRow[], scope = everything) {
  return engine.transact({
    action: "price.edit",
    author: engine.author,
    scope,
    load: (facts) => loadPriceRowFacts(facts, code, rows),
    decide: (facts) => savePriceRows(facts, rows),
  });
}

const pricesOf = (engine: TestEngine) =>
  engine.read.all(
    "select unit, min_quantity, price_e4, valid_until, version from price_row order by 1, 2, valid_from",
    [],
  );

Deno.test("a list and its rows are saved in one commit, or not at all", async () => {
  await using engine = await testEngine({ writers });
  await settle(engine);
  const wrong = await putList(engine, general, { rows: [row(), row({ sku: "NOPE" })] });
  assert.deepEqual(wrong.refusals?.map(({ reason, at }) => [reason, at]), [
    ["unknown_sku", "/rows/1/sku"],
  ]);
  const reader = engine.asSystem("test");
  assert.equal(findPriceList(reader, "BASE"), null);
  const rows = [row(), row({ minQuantity: 10, price: "25" }), row({ unit: "罐", price: "1.1375" })];
  assert.ok((await putList(engine, general, { rows })).ok);
  assert.deepEqual(findPriceList(reader, "BASE")?.record, general);
  assert.deepEqual(pricesOf(engine), [
    { unit: "箱", min_quantity: 1, price_e4: 26_400_000, valid_until: null, version: 1 },
    { unit: "箱", min_quantity: 10, price_e4: 25_000_000, valid_until: null, version: 1 },
    { unit: "罐", min_quantity: 1, price_e4: 1_137_500, valid_until: null, version: 1 },
  ]);
  assert.deepEqual((await putList(engine, general, { rows })).events, []);
});

Deno.test("a row is ended and the next begins there", async () => {
  await using engine = await testEngine({ writers });
  await settle(engine);
  await putList(engine, general, { rows: [row()] });
  const next = row({ validFrom: july, price: "27.20" });
  assert.equal((await saveRows(engine, "BASE", [next])).refusals?.[0]?.reason, "prices_overlap");
  assert.ok((await saveRows(engine, "BASE", [row({ validUntil: july, expected: 1 }), next])).ok);
  assert.deepEqual(pricesOf(engine), [
    { unit: "箱", min_quantity: 1, price_e4: 26_400_000, valid_until: july, version: 2 },
    { unit: "箱", min_quantity: 1, price_e4: 27_200_000, valid_until: null, version: 1 },
  ]);
});

Deno.test("two lists for the same buyers cannot tie, by a row or by their dates", async () => {
  await using engine = await testEngine({ writers });
  await settle(engine);
  await putList(engine, general, { rows: [row()] });
  const second = { ...general, code: "BASE-2", validFrom: july };
  assert.ok((await putList(engine, second, { rows: [row()] })).ok, "it starts later and wins");
  const tied = await putList(engine, { ...second, validFrom: january });
  assert.deepEqual(tied.refusals, [{
    reason: "price_tie",
    list: "BASE",
    sku: "COLA-330",
    unit: "箱",
    minQuantity: 1,
    from: january,
  }]);
  const third = { ...general, code: "BASE-3" };
  assert.equal(
    (await putList(engine, third, { rows: [row()] })).refusals?.[0]?.reason,
    "price_tie",
  );
  assert.ok((await putList(engine, { ...third, grade: "A" }, { rows: [row()] })).ok);
});

Deno.test("an organisation keeps its own lists, not the general ones nor another's", async () => {
  await using engine = await testEngine({ writers });
  await settle(engine);
  await putList(engine, general, { rows: [row()] });
  await putList(engine, { ...general, code: "EAST", organisationCode: "EAST" });
  const reasons = async (list: PriceList, put: Put = {}) =>
    (await putList(engine, list, { ...put, scope: ofSouth })).refusals?.map(({ reason }) => reason);
  assert.deepEqual(await reasons(general), ["list_not_yours"]);
  assert.deepEqual(await reasons({ ...general, code: "NEW" }), ["organisation_needed"]);
  assert.deepEqual(await reasons({ ...own, organisationCode: "SOUTH" }), ["unknown_dealer"]);
  assert.deepEqual(await reasons({ ...south, organisationCode: "EAST" }), ["unknown_organisation"]);
  assert.equal(await reasons(south, { rows: [row()] }), undefined);
  const foreign = saveRows(engine, "BASE", [row({ price: "1" })], ofSouth);
  assert.equal((await foreign).refusals?.[0]?.reason, "list_not_yours");
  await assert.rejects(
    putList(engine, { ...south, code: "EAST" }, { scope: ofSouth }),
    NotFound,
  );
  await assert.rejects(saveRows(engine, "EAST", [row()], ofSouth), NotFound);
});

Deno.test("a dealer sees the lists it may buy from", async () => {
  await using engine = await testEngine({ writers });
  await settle(engine);
  for (const list of [general, own, south, { ...general, code: "A", grade: "A" }]) {
    assert.ok((await putList(engine, list)).ok);
  }
  const seen = (dealerId: string) => {
    const reader = engine.reader({ kind: "dealer", dealerId });
    return listPriceLists(reader, { after: null, limit: 9 }).map(({ code }) => code);
  };
  assert.deepEqual(seen(world.dealer.dingshun), ["A", "BASE", "DS"]);
  assert.deepEqual(seen(world.dealer.baichuan), ["BASE", "SOUTH"]);
  const reader = engine.reader({ kind: "dealer", dealerId: world.dealer.baichuan });
  assert.equal(findPriceList(reader, "DS"), null);
  assert.equal(findPriceList(reader, "A"), null);
});

Deno.test("lists for one region tie like any others; a list for everybody or another region does not", async () => {
  await using engine = await testEngine({ writers });
  await settle(engine);
  const js = { ...general, code: "JS", regionCode: "JS" };
  assert.ok((await putList(engine, general, { rows: [row()] })).ok);
  assert.ok((await putList(engine, js, { rows: [row()] })).ok);
  const gd = { ...general, code: "GD", regionCode: "GD" };
  assert.ok((await putList(engine, gd, { rows: [row()] })).ok);
  assert.deepEqual(findPriceList(engine.asSystem("test"), "JS")?.record, js);
  const twin = await putList(engine, { ...js, code: "JS-2" }, { rows: [row()] });
  assert.equal(twin.refusals?.[0]?.reason, "price_tie");
  const moved = await putList(engine, { ...gd, regionCode: "JS" });
  assert.equal(moved.refusals?.[0]?.reason, "price_tie");
  const unknown = await putList(engine, { ...gd, regionCode: "NOPE" });
  assert.deepEqual(unknown.refusals?.[0], {
    reason: "unknown_region",
    code: "NOPE",
    at: "/regionCode",
  });
});

Deno.test("a list for a region is seen there and by the organisation that made it, also before it sells there", async () => {
  await using engine = await testEngine({ writers });
  await settle(engine);
  const lists: PriceList[] = [
    { ...general, code: "GD", regionCode: "GD" },
    { ...general, code: "JS", regionCode: "JS" },
    { ...general, code: "S-JS", regionCode: "JS", organisationCode: "SOUTH" },
  ];
  for (const list of lists) assert.ok((await putList(engine, list)).ok);
  const seen = (scope: Scope) =>
    listPriceLists(engine.reader(scope), { after: null, limit: 9 }).map(({ code }) => code);
  assert.deepEqual(seen({ kind: "dealer", dealerId: world.dealer.dingshun }), ["JS"]);
  assert.deepEqual(seen({ kind: "dealer", dealerId: world.dealer.baichuan }), ["GD"]);
  assert.deepEqual(
    seen({
      kind: "region",
      regionIds: [world.region.js],
      organisationIds: [world.organisation.east],
    }),
    ["JS"],
  );
  assert.deepEqual(seen(ofSouth), ["GD", "S-JS"]);
  assert.deepEqual(seen(everything), ["GD", "JS", "S-JS"]);
});
