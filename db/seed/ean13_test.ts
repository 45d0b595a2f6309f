import assert from "node:assert/strict";
import { ean13, isEan13 } from "./ean13.ts";

Deno.test("ean13() makes valid numbers of the range nobody owns", () => {
  assert.equal(ean13(1001), "2000000010014");
  for (let serial = 1; serial < 500; serial += 7) assert.ok(isEan13(ean13(serial)));
});

Deno.test("isEan13() knows a real barcode and a mistyped one", () => {
  assert.ok(isEan13("4006381333931"));
  assert.ok(!isEan13("4006381333932"));
  assert.ok(!isEan13("400638133393"));
});
