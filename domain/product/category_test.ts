import assert from "node:assert/strict";
import { categoryRules } from "./category.ts";

const tea = { code: "TEA", nameZh: "茶饮", nameEn: "Tea", parentCode: "DRINK" };
const facts = { before: null, refs: { parent: "C1" }, extra: { above: ["DRINK"] } };

Deno.test("categoryRules() on a category under another", () => {
  assert.deepEqual(categoryRules(tea, facts), []);
  assert.deepEqual(categoryRules({ ...tea, parentCode: null }, { ...facts, refs: {} }), []);
});

Deno.test("categoryRules() refuses an unknown parent", () => {
  assert.deepEqual(categoryRules(tea, { ...facts, refs: {} }), [
    { reason: "unknown_category", code: "DRINK", at: "/parentCode" },
  ]);
});

Deno.test("categoryRules() refuses a circle", () => {
  assert.deepEqual(categoryRules(tea, { ...facts, extra: { above: ["DRINK", "TEA"] } }), [
    { reason: "category_cycle", code: "TEA", at: "/parentCode" },
  ]);
});
