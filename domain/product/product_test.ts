import assert from "node:assert/strict";
import type { PutFacts } from "~/domain/_kernel/master.ts";
import { type Product, type ProductExtra, productRules, settleProduct } from "./product.ts";
import { spring as water } from "./testing.ts";
import { mayBecome, productStates, takesNewOrders } from "./product_state.ts";

const facts: PutFacts<Product, ProductExtra> = {
  before: { id: "P1", version: 1, record: water },
  refs: { category: "C1" },
  extra: { barcodeOf: null, hasMoved: false },
};

type Case = {
  name: string;
  product?: Partial<Product>;
  facts?: Partial<typeof facts>;
  refused: object[];
};
const bottle = { code: "瓶", factor: 1 };
const cases: Case[] = [
  { name: "a sound product", refused: [] },
  {
    name: "an unknown category",
    product: { categoryCode: "NONE" },
    facts: { refs: {} },
    refused: [{ reason: "unknown_category", code: "NONE", at: "/categoryCode" }],
  },
  {
    name: "a sales unit it has not got",
    product: { salesUnit: "盒" },
    refused: [{
      reason: "sales_unit_unknown",
      unit: "盒",
      units: ["瓶", "箱"],
      at: "/salesUnit",
    }],
  },
  {
    name: "a unit named twice",
    product: { units: [bottle, { code: "箱", factor: 24 }, { code: "箱", factor: 12 }] },
    refused: [{ reason: "duplicate_unit", unit: "箱", at: "/units" }],
  },
  {
    name: "a base unit that is not one",
    product: { units: [{ code: "瓶", factor: 2 }, { code: "箱", factor: 24 }] },
    refused: [{ reason: "base_unit_not_one", unit: "瓶", factor: 2, at: "/units" }],
  },
  {
    name: "another base unit after stock has moved",
    product: { baseUnit: "罐", units: [{ code: "罐", factor: 1 }, { code: "箱", factor: 24 }] },
    facts: { extra: { barcodeOf: null, hasMoved: true } },
    refused: [{ reason: "base_unit_in_use", before: "瓶", wanted: "罐", at: "/baseUnit" }],
  },
  {
    name: "another base unit before any stock",
    product: { baseUnit: "罐", units: [{ code: "罐", factor: 1 }, { code: "箱", factor: 24 }] },
    refused: [],
  },
  {
    name: "a barcode somebody else carries",
    facts: { extra: { barcodeOf: "QY-0001", hasMoved: false } },
    refused: [{
      reason: "barcode_taken",
      barcode: "6901234567892",
      by: "QY-0001",
      at: "/barcode",
    }],
  },
  {
    name: "the same barcode on a withdrawn product",
    product: { state: "withdrawn" },
    facts: { extra: { barcodeOf: "QY-0001", hasMoved: false } },
    refused: [],
  },
];

for (const { name, product, facts: changed, refused } of cases) {
  Deno.test(`productRules() on ${name}`, () => {
    assert.deepEqual(productRules({ ...water, ...product }, { ...facts, ...changed }), refused);
  });
}

const allowed = [
  "draft > on_sale",
  "draft > withdrawn",
  "on_sale > phase_out",
  "on_sale > withdrawn",
  "phase_out > on_sale",
  "phase_out > withdrawn",
  "withdrawn > draft",
];

Deno.test("productRules() allows exactly the listed changes of state", () => {
  for (const from of productStates) {
    for (const to of productStates) {
      const before = { id: "P1", version: 1, record: { ...water, state: from } };
      const refused = productRules({ ...water, state: to }, { ...facts, before });
      const isAllowed = from === to || allowed.includes(`${from} > ${to}`);
      assert.deepEqual(
        refused,
        isAllowed
          ? []
          : [{ reason: "state_not_reachable", from, to, reachable: mayBecome[from], at: "/state" }],
        `${from} > ${to}`,
      );
    }
  }
});

Deno.test("productRules() lets a new product begin in any state", () => {
  for (const state of productStates) {
    assert.deepEqual(productRules({ ...water, state }, { ...facts, before: null }), []);
  }
});

Deno.test("takesNewOrders() only while on sale", () => {
  assert.deepEqual(productStates.filter(takesNewOrders), ["on_sale"]);
});

Deno.test("settleProduct() adds the base unit, orders the units and keeps a cost left out", () => {
  const { costE4: _cost, ...blind } = water;
  const units = [{ code: "箱", factor: 24 }, { code: "提", factor: 6 }];
  const settled = settleProduct({ ...blind, units }, facts);
  assert.deepEqual(settled.units.map(({ code }) => code), ["瓶", "提", "箱"]);
  assert.equal(settled.costE4, 6_543_210);
  assert.equal(settleProduct({ ...water, costE4: null }, facts).costE4, null);
  assert.equal(settleProduct(blind, { before: null }).costE4, null);
});
