import assert from "node:assert/strict";
import { put } from "~/db/_engine/put.ts";
import { saveAs } from "~/db/_engine/put_testing.ts";
import { type TestEngine, testEngine } from "~/db/_engine/testing.ts";
import type { Tx } from "~/db/_engine/tx.ts";
import { writers } from "~/db/writers.ts";
import type { Product } from "~/domain/product/product.ts";
import { spring } from "~/domain/product/testing.ts";
import { categories } from "./categories.ts";
import { findProduct, products } from "./products.ts";
import { findSku, searchSkus, skusByCodes } from "./skus.ts";

const all = { kind: "all" } as const;

async function shop(): Promise<TestEngine> {
  const engine = await testEngine({ writers });
  await saveAs(engine, categories, { record: water });
  return engine;
}

const water = { code: "WATER", nameZh: "饮用水", nameEn: "Water", parentCode: null };
Deno.test("a product is kept with its base unit as a row, its cost and its attributes", async () => {
  await using engine = await shop();
  await saveAs(engine, products, { record: spring });
  const reader = engine.reader(all);
  const { record, version } = findProduct(reader, "QY-0550-24")!;
  assert.equal(version, 1);
  assert.deepEqual(record.units, [{ code: "瓶", factor: 1 }, { code: "箱", factor: 24 }]);
  assert.equal(record.costE4, 6_543_210);
  assert.deepEqual(record.attributes, { 口味: "原味" });
  assert.equal(record.categoryCode, "WATER");
});

Deno.test("the same product again is no change; a cost left out stays as it was", async () => {
  await using engine = await shop();
  await saveAs(engine, products, { record: spring });
  const again = await saveAs(engine, products, { record: spring });
  assert.deepEqual(again.events, []);
  const { costE4: _cost, ...blind } = spring;
  const seen = await saveAs(engine, products, {
    record: { ...blind, brand: "泉屿山" },
    expected: 1,
  });
  assert.equal(seen.events?.[0]?.record.costE4, 6_543_210);
  const reader = engine.reader(all);
  assert.equal(findProduct(reader, "QY-0550-24")!.version, 2);
});

Deno.test("units are replaced as a whole", async () => {
  await using engine = await shop();
  await saveAs(engine, products, { record: spring });
  const units = [{ code: "箱", factor: 12 }, { code: "提", factor: 6 }];
  await saveAs(engine, products, { record: { ...spring, units }, expected: 1 });
  assert.deepEqual(findSku(engine.reader(all), spring.code)!.units, [
    { code: "瓶", factor: 1 },
    { code: "提", factor: 6 },
    { code: "箱", factor: 12 },
  ]);
});

Deno.test("the base unit is fixed once stock has moved", async () => {
  await using engine = await shop();
  const kept = await saveAs(engine, products, { record: spring });
  const cans = { ...spring, baseUnit: "罐" };
  const free = await engine.foresee({
    author: engine.author,
    scope: all,
    ...put(products, cans, 1),
  });
  assert.equal(free.decision.ok, true);
  await engine.writer.write((tx) => Promise.resolve(receive(tx, kept.events![0]!.subject)));
  const refused = await saveAs(engine, products, { record: cans });
  assert.deepEqual(refused.refusals?.map(({ reason }) => reason), ["base_unit_in_use"]);
});

/** A receipt as the inventory's writer leaves it, with the least around it. */
function receive(tx: Tx, skuId: string): void {
  const named = { name_zh: "徐州", name_en: "Xuzhou", version: 1 };
  const since = "2026-01-01T00:00:00.000Z";
  tx.insert("organisation", {
    id: "O",
    code: "SU",
    currency: "CNY",
    valid_from: since,
    valid_until: null,
    parent_id: null,
    ...named,
  });
  tx.insert("region", { id: "R", code: "XZ", parent_id: null, ...named });
  tx.run(
    `insert into node (id, code, name_zh, name_en, type, organisation_id, region_id, province, city,
      stocks, ships, handling_minor, daily_capacity, open_weekdays, lead_days, state, version)
     values ('N', 'XZ1', '徐州仓', 'Xuzhou', 'regional', 'O', 'R', '江苏', '徐州', 1, 1, 0, 0, 127, 0, 'active', 1)`,
  );
  tx.run(
    `insert into stock_entry (at, recorded_at, node_id, sku_id, quantity, kind, reason, document, effect_key, user_id)
     values (?, ?, 'N', ?, 24, 'receipt', '', '', 'receipt 1', '00000000000000000000000000')`,
    [since, since, skuId],
  );
}

Deno.test("skusByCodes() answers those that exist, by code", async () => {
  await using engine = await shop();
  await saveAs(engine, products, { record: spring });
  const found = skusByCodes(engine.reader(all), ["QY-0550-24", "NOPE"]);
  assert.deepEqual([...found.keys()], ["QY-0550-24"]);
});

const shelf: Partial<Product>[] = [
  {},
  {
    code: "QY-0500-15",
    nameZh: "茉莉花茶",
    nameEn: "Jasmine tea",
    specification: "500 ml×15",
    barcode: "6901234500001",
  },
  {
    code: "QY-0600-15",
    nameZh: "电解质水 青柠",
    nameEn: "Electrolyte",
    specification: "600 ml×15",
    barcode: null,
  },
  { code: "TRK", nameZh: "托盘", nameEn: "Tray", specification: "", barcode: null },
  {
    code: "QY-OLD",
    nameZh: "天然矿泉水旧款",
    nameEn: "Old water",
    barcode: null,
    state: "withdrawn",
  },
];

const searches: [typed: string, codes: string[]][] = [
  ["矿泉", ["QY-0550-24"]],
  ["tianran", ["QY-0550-24"]],
  ["trk", ["TRK", "QY-0550-24"]],
  ["TRKQS", ["QY-0550-24"]],
  ["6901234500001", ["QY-0500-15"]],
  ["qy-0600-15", ["QY-0600-15"]],
  ["550ml", ["QY-0550-24"]],
  ["550 ml×24", ["QY-0550-24"]],
  ["青柠 电解", ["QY-0600-15"]],
  ["青柠 矿泉", []],
  ["jasmine", ["QY-0500-15"]],
  ["%", []],
  ["  ", []],
];

Deno.test("searchSkus() finds by name, two characters, pinyin, initials, code and barcode", async (t) => {
  await using engine = await shop();
  for (const change of shelf) await saveAs(engine, products, { record: { ...spring, ...change } });
  for (const [typed, codes] of searches) {
    await t.step(`"${typed}"`, () => {
      const found = searchSkus(engine.reader(all), typed).map(({ code }) => code);
      assert.deepEqual(found, codes);
    });
  }
});
