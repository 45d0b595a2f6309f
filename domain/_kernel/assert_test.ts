import assert from "node:assert/strict";
import { assert as assertThat, assertInteger, BrokenInvariant, unreachable } from "./assert.ts";

Deno.test("assert() throws BrokenInvariant with what is broken, and only then", () => {
  assertThat(1 + 1 === 2, "sums");
  assert.throws(() => assertThat(false, "parts add up"), {
    name: "BrokenInvariant",
    message: "parts add up",
  });
  assert.ok(new BrokenInvariant("x") instanceof Error);
});

Deno.test("assertInteger() answers with the integer, and with nothing else", () => {
  for (const value of [0, -7, Number.MAX_SAFE_INTEGER]) {
    assert.equal(assertInteger(value, "it"), value);
  }
  for (const value of [0.5, NaN, Infinity, 2 ** 53]) {
    assert.throws(() => assertInteger(value, "it"), {
      name: "BrokenInvariant",
      message: `it is not a safe integer: ${value}`,
    });
  }
});

Deno.test("unreachable() names the case that nobody foresaw", () => {
  assert.throws(
    () => unreachable({ status: "new" } as never),
    /unreachable case: {"status":"new"}/,
  );
});
