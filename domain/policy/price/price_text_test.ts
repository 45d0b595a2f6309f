import { strict as assert } from "node:assert";
import fc from "fast-check";
import { amountText, minorDigits, parseAmount, parsePrice, priceText } from "./price_text.ts";

const prices: [text: string, currency: string, priceE4: number, shown: string][] = [
  ["26.40", "CNY", 26_400_000, "26.40"],
  ["26.4", "CNY", 26_400_000, "26.40"],
  ["26", "CNY", 26_000_000, "26.00"],
  ["¥1,240.5", "CNY", 1_240_500_000, "1240.50"],
  [" 0.123456 ", "CNY", 123_456, "0.123456"],
  ["0.0001", "CNY", 100, "0.0001"],
  ["0", "CNY", 0, "0.00"],
  ["1980", "JPY", 19_800_000, "1980"],
  ["0.5", "JPY", 5_000, "0.5"],
  ["1980.0001", "JPY", 19_800_001, "1980.0001"],
  ["1.250", "KWD", 12_500_000, "1.250"],
  ["1.2505", "KWD", 12_505_000, "1.2505"],
  ["0.0000001", "KWD", 1, "0.0000001"],
];

Deno.test("parsePrice() and priceText() hold a price exactly in 0, 2 and 3 decimals", () => {
  for (const [text, currency, priceE4, shown] of prices) {
    assert.equal(parsePrice(text, currency), priceE4, `${text} ${currency}`);
    assert.equal(priceText(priceE4, currency), shown);
  }
});

Deno.test("parsePrice() refuses what is no price, too fine or too large", () => {
  const wrong: [string, string][] = [
    ["", "CNY"],
    ["abc", "CNY"],
    ["-1", "CNY"],
    ["1.2.3", "CNY"],
    [".5", "CNY"],
    ["1e3", "CNY"],
    ["1,24", "CNY"],
    ["26.4000001", "CNY"],
    ["1.00001", "JPY"],
    ["1.00000001", "KWD"],
    ["99999999999", "CNY"],
  ];
  for (const [text, currency] of wrong) {
    assert.equal(parsePrice(text, currency), null, `${text} ${currency}`);
  }
});

Deno.test("parseAmount() and amountText() hold an amount to the coin", () => {
  const cases: [string, string, number | null, string?][] = [
    ["200,000", "CNY", 20_000_000, "200000.00"],
    ["12.5", "CNY", 1_250, "12.50"],
    ["12.505", "CNY", null],
    ["500000", "JPY", 500_000, "500000"],
    ["0.5", "JPY", null],
    ["0.005", "KWD", 5, "0.005"],
  ];
  for (const [text, currency, minor, shown] of cases) {
    assert.equal(parseAmount(text, currency), minor, `${text} ${currency}`);
    if (minor !== null) assert.equal(amountText(minor, currency), shown);
  }
});

Deno.test("parsePrice() undoes priceText() for every price", () => {
  const currency = fc.constantFrom("CNY", "JPY", "KWD", "USD");
  fc.assert(
    fc.property(fc.nat(), currency, (priceE4, currency) => {
      assert.equal(parsePrice(priceText(priceE4, currency), currency), priceE4);
    }),
  );
});

Deno.test("minorDigits() knows currencies of 0, 2 and 3 decimals", () => {
  assert.deepEqual(["CNY", "JPY", "KWD"].map(minorDigits), [2, 0, 3]);
});
