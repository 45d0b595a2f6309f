import assert from "node:assert/strict";
import { provinceOf, provinces } from "./provinces.ts";

const cases: [written: string, zone: string | undefined][] = [
  ["JS", "JS"],
  ["江苏省", "JS"],
  ["江苏", "JS"],
  ["内蒙古", "NM"],
  ["Inner Mongolia", "NM"],
  ["shanghai", "SH"],
  ["江", undefined],
  ["", undefined],
  ["Bayern", undefined],
];

for (const [written, zone] of cases) {
  Deno.test(`provinceOf("${written}") is ${zone}`, () => {
    assert.equal(provinceOf(written)?.zone, zone);
  });
}

Deno.test("provinces has all 34, each zone once", () => {
  assert.equal(new Set(provinces.map(({ zone }) => zone)).size, 34);
});

Deno.test("provinceOf() beside a zone: a code that is another zone's is no province, a name still is", () => {
  assert.equal(provinceOf("NM", "US"), undefined);
  assert.equal(provinceOf("NM", "NM")?.zh, "内蒙古自治区");
  assert.equal(provinceOf("江苏", "JS-N")?.zone, "JS");
});
