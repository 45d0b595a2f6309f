import { strict as assert } from "node:assert";
import { code128 } from "./barcode.tsx";
import { packs } from "./parts.tsx";

const units = [{ code: "瓶", factor: 1 }, { code: "盒", factor: 6 }, { code: "箱", factor: 24 }];

Deno.test.each(
  [
    [74, "3 箱 2 瓶"],
    [80, "3 箱 1 盒 2 瓶"],
    [48, "2 箱"],
    [24_024, "1,001 箱"],
    [0, "0 瓶"],
  ] as const,
)("packs(%d) reads %s", (quantity, said) => {
  assert.equal(packs(quantity, units, "瓶"), said);
});

Deno.test("code128() begins in set B and ends with the weighted check symbol", () => {
  // The textbook example: its check symbol is 54 in set A, so 55 in set B.
  assert.deepEqual(code128("PJJ123C"), [104, 48, 42, 42, 17, 18, 19, 35, 55]);
  const [start, ...rest] = code128("PK-2026-000001");
  const check = rest.pop()!;
  const sum = rest.reduce((total, value, i) => total + value * (i + 1), start!);
  assert.equal(check, sum % 103);
});
