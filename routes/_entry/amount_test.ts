import { strict as assert } from "node:assert";
import { amountOf, decimalsOf } from "./amount.ts";

Deno.test.each(
  [
    ["12.50", "CNY", 1250],
    ["12.5", "CNY", 1250],
    ["12", "CNY", 1200],
    [" 1,240.00 ", "CNY", 124_000],
    ["1 240", "CNY", 124_000],
    ["¥8,041.40", "CNY", 804_140],
    ["￥１２．５０", "CNY", 1250],
    ["１，２４０", "CNY", 124_000],
    ["0", "CNY", 0],
    ["1240", "JPY", 1240],
    ["1.234", "KWD", 1234],
  ] as const,
)("amountOf(%s, %s) is %d", (typed, currency, minor) => {
  assert.equal(amountOf(typed, currency), minor);
});

Deno.test.each(
  [
    ["", "CNY"],
    ["twelve", "CNY"],
    ["12.505", "CNY"],
    ["12.5", "JPY"],
    ["-12.50", "CNY"],
    ["1,2", "CNY"],
    ["12.", "CNY"],
    ["1e3", "CNY"],
    ["99999999999999999", "CNY"],
  ] as const,
)("amountOf(%s, %s) is no amount", (typed, currency) => {
  assert.equal(amountOf(typed, currency), null);
});

Deno.test("decimalsOf() follows ISO 4217", () => {
  assert.deepEqual(["CNY", "JPY", "KWD"].map(decimalsOf), [2, 0, 3]);
});
