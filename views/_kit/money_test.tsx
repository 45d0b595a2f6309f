import assert from "node:assert/strict";
import { Money, money } from "./money.tsx";
import { cappedCount, count, percent, plural, Quantity, quantity } from "./number.tsx";

Deno.test("money() writes minor units as a figure", () => {
  const cases: [number | bigint, Parameters<typeof money>[1], string][] = [
    [804140, undefined, "8,041.40"],
    [0, undefined, "0.00"],
    [5, undefined, "0.05"],
    [-6000, undefined, "−60.00"],
    [-5, undefined, "−0.05"],
    [804140, { mark: true }, "¥8,041.40"],
    [-804140, { mark: true }, "−¥8,041.40"],
    [100000000, { currency: "USD", mark: true }, "$1,000,000.00"],
    [1234, { currency: "JPY", mark: true }, "¥1,234"],
    [9007199254740993n, undefined, "90,071,992,547,409.93"],
  ];
  for (const [minor, options, text] of cases) assert.equal(money(minor, options), text);
});

Deno.test("Money is red below zero and a dash when not applicable", () => {
  assert.equal(String(<Money minor={-6000} />), '<span class="bad">−60.00</span>');
  assert.equal(String(<Money minor={6000} mark />), "¥60.00");
  assert.equal(String(<Money minor={null} />), "—");
});

Deno.test("numbers are the same in both languages", () => {
  assert.equal(count(-1240), "−1,240");
  assert.equal(quantity(267, "箱"), "267 箱");
  assert.equal(quantity(267), "267");
  assert.equal(cappedCount(1000), "1,000");
  assert.equal(cappedCount(1001), "1,000+");
  assert.equal(percent(7340), "73.4%");
  assert.equal(percent(200), "2.0%");
  assert.equal(percent(1300, 0), "13%");
  assert.equal(percent(-25, 2), "−0.25%");
  assert.equal(String(<Quantity value={-3} unit="箱" />), '<span class="bad">−3 箱</span>');
  assert.equal(String(<Quantity value={null} />), "—");
  assert.equal(plural("en", 1, "箱", "case"), "case");
  assert.equal(plural("en", 2, "箱", "case"), "cases");
  assert.equal(plural("zh", 2, "箱", "case"), "箱");
});
