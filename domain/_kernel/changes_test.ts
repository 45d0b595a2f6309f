import assert from "node:assert/strict";
import { changesBetween } from "./changes.ts";

const main = { code: "MAIN", city: "徐州市" };
const dock = { code: "DOCK", city: "南京市" };

const cases: [name: string, before: object | null, after: object, changes: object[]][] = [
  ["nothing", { brand: "泉屿" }, { brand: "泉屿" }, []],
  ["a field", { brand: "泉屿", tax: 1 }, { brand: "泉屿山", tax: 1 }, [
    { field: "brand", before: "泉屿", after: "泉屿山" },
  ]],
  ["a new record", null, { brand: "泉屿", phone: null }, [
    { field: "brand", before: null, after: "泉屿" },
  ]],
  ["a field that went", { brand: "泉屿" }, {}, [
    { field: "brand", before: "泉屿", after: null },
  ]],
  ["one piece of a list", { addresses: [main, dock] }, {
    addresses: [{ ...main, city: "苏州市" }, dock],
  }, [
    { field: "addresses", part: "MAIN", before: main, after: { ...main, city: "苏州市" } },
  ]],
  ["a piece more", { addresses: [main] }, { addresses: [main, dock] }, [
    { field: "addresses", part: "DOCK", before: null, after: dock },
  ]],
  ["the order of pieces only", { addresses: [main, dock] }, { addresses: [dock, main] }, []],
  ["a plain list", { roles: ["a"] }, { roles: ["a", "b"] }, [
    { field: "roles", before: ["a"], after: ["a", "b"] },
  ]],
];

for (const [name, before, after, changes] of cases) {
  Deno.test(`changesBetween() on ${name}`, () => {
    assert.deepEqual(
      changesBetween(before as Record<string, unknown>, after as Record<string, unknown>),
      changes,
    );
  });
}
