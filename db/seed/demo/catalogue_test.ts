import assert from "node:assert/strict";
import { isEan13 } from "~/db/seed/ean13.ts";
import { sayIn } from "~/db/seed/say.ts";
import { calendarUpTo, workingAfter } from "./calendar.ts";
import { categories, itemsIn, laterStates } from "./catalogue.ts";
import { dealersIn, storesIn } from "./partners.ts";
import { expiredOnly, pricePlans } from "./price_plan.ts";

const zh = sayIn("zh");
const items = itemsIn(zh);

Deno.test("the catalogue has 400 products, each with its own code, barcode and name", () => {
  assert.equal(items.length, 400);
  const distinct = (of: (item: typeof items[number]) => unknown) => new Set(items.map(of)).size;
  assert.equal(distinct(({ product }) => product.code), 400);
  assert.equal(distinct(({ product }) => product.barcode), 400);
  assert.equal(distinct(({ product: { nameZh, specification } }) => nameZh + specification), 400);
  assert.equal(distinct(({ product: { nameEn, specification } }) => nameEn + specification), 400);
  const known = new Set(categories.map(({ code }) => code));
  for (const { product, caseYuan, perCase } of items) {
    assert.ok(isEan13(product.barcode!), product.code);
    assert.ok(known.has(product.categoryCode), product.code);
    assert.ok(caseYuan > 10 && perCase > 1 && product.weightGram > 0, product.code);
    assert.equal(product.nameZh.includes("*") || product.nameEn.includes("*"), false);
  }
});

Deno.test("products that end or are not ready are among the 400", () => {
  const codes = new Set(items.map(({ product }) => product.code));
  assert.deepEqual([...laterStates.keys()].filter((code) => !codes.has(code)), []);
  assert.equal(items.filter(({ product }) => product.state === "draft").length, 5);
});

Deno.test("forty dealers on three levels, twenty stores below them but for the one on the web", () => {
  const dealers = dealersIn(zh);
  assert.equal(dealers.length, 40);
  const level = new Map(dealers.map(({ code, level }) => [code, level]));
  for (const { code, parent, level: own } of dealers) {
    assert.equal(own, parent === null ? 1 : level.get(parent)! + 1, code);
  }
  assert.deepEqual(new Set(level.values()), new Set([1, 2, 3]));
  const stores = storesIn(zh);
  assert.equal(new Set(stores.map(({ nameZh }) => nameZh)).size, 20);
  const alone = stores.filter(({ parentCode }) => !level.has(parentCode ?? ""));
  assert.deepEqual(alone.map(({ code }) => code), ["S-2014"]);
});

Deno.test("one product has only a price that ran out", () => {
  const plans = pricePlans(items, calendarUpTo("2026-11-22T02:30:00.000Z"));
  const having = plans.filter(({ rows }) => rows.some(({ sku }) => sku === expiredOnly));
  assert.deepEqual(having.map(({ list }) => list.code), ["SUMMER"]);
});

Deno.test("workingAfter() never ends at night", () => {
  for (let hours = 0; hours < 30; hours += 0.7) {
    const at = workingAfter("2026-11-20T09:40:00.000Z", hours);
    const hour = (Number(at.slice(11, 13)) + 8) % 24;
    assert.ok(hour >= 8 && hour <= 19, at);
    assert.ok(at >= "2026-11-20T09:40:00.000Z");
  }
});
