import assert from "node:assert/strict";
import { businessNumber, numberOf } from "./number.ts";

Deno.test("businessNumber() has a series, a year and six digits, more when a year needs them", () => {
  assert.equal(businessNumber("SO", 2026, 1), "SO-2026-000001");
  assert.equal(businessNumber("SO", 2026, 123), "SO-2026-000123");
  assert.equal(businessNumber("RC", 2027, 999_999), "RC-2027-999999");
  assert.equal(businessNumber("JV", 2027, 1_000_000), "JV-2027-1000000");
});

Deno.test("numberOf() writes the number that was drawn", () => {
  assert.equal(numberOf({ series: "SH", year: 2026, value: 42 }), "SH-2026-000042");
});
