import assert from "node:assert/strict";
import fc from "fast-check";
import { includedTaxMinor } from "../../_kernel/money.ts";
import { type BasketLine, type BasketTerms, expiredAt, priceBasket } from "./price_basket.ts";
import { priceRow } from "./testing.ts";

const terms: BasketTerms = {
  organisationId: "east",
  channel: "portal",
  regionLine: ["xuzhou", "jiangsu", "east"],
  grade: null,
  dealerId: "dingshun",
  currency: "CNY",
  at: "2026-11-22T02:42:00.000Z",
  freightMinor: 0,
};

function line(lineNo: number, priceE4: number, over: Partial<BasketLine> = {}): BasketLine {
  return {
    lineNo,
    sku: "QY-0550-24",
    unit: "箱",
    quantity: 1,
    discountBasisPoints: 0,
    taxRateBasisPoints: 1300,
    prices: [priceRow(priceE4)],
    ...over,
  };
}

Deno.test("priceBasket() rounds a line once, half up", () => {
  const half = priceBasket([line(1, 12_345, { quantity: 10_000 }), line(2, 5_000)], terms);
  assert.deepEqual(half.lines.map(({ goodsMinor }) => goodsMinor), [12_345, 1]);
  assert.deepEqual(priceBasket([line(1, 4_999)], terms).goodsMinor, 0);
});

Deno.test("priceBasket() takes the discount from the amount, not from the price", () => {
  const { lines, totalMinor } = priceBasket([
    line(1, 26_400_000, { quantity: 3, discountBasisPoints: 1_250 }),
  ], terms);
  assert.deepEqual([lines[0]!.goodsMinor, lines[0]!.discountMinor, totalMinor], [
    7_920,
    990,
    6_930,
  ]);
});

Deno.test("priceBasket() splits the tax of each rate by largest remainder, ties to the smaller SKU", () => {
  const { lines, taxMinor } = priceBasket([
    line(1, 1_000_000, { sku: "B" }),
    line(2, 1_000_000, { sku: "A" }),
    line(3, 1_000_000, { sku: "C", taxRateBasisPoints: 900 }),
  ], terms);
  assert.deepEqual(lines.map((each) => each.taxMinor), [11, 12, 8]);
  assert.equal(taxMinor, includedTaxMinor(200, 1300) + includedTaxMinor(100, 900));
});

Deno.test("priceBasket() spreads freight over what is paid, or evenly over what is free", () => {
  const free = { discountBasisPoints: 10_000 };
  const paid = priceBasket([line(1, 30_000_000), line(2, 10_000_000), line(3, 10_000_000, free)], {
    ...terms,
    freightMinor: 101,
  });
  assert.deepEqual(paid.lines.map((each) => each.freightMinor), [76, 25, 0]);
  const gift = priceBasket([line(1, 10_000_000, free), line(2, 10_000_000, free)], {
    ...terms,
    freightMinor: 101,
  });
  assert.deepEqual(gift.lines.map((each) => each.freightMinor), [51, 50]);
});

Deno.test("priceBasket() counts a line without a price as nothing and says why", () => {
  const { lines, totalMinor } = priceBasket([line(1, 0, { prices: [] })], terms);
  assert.deepEqual([lines[0]!.choice.winner, totalMinor], [null, 0]);
});

Deno.test("expiredAt() names the end of the newest price that ran out", () => {
  const basket = priceBasket([
    line(1, 0, {
      prices: [
        priceRow(1, { validUntil: "2026-03-01T00:00:00.000Z" }),
        priceRow(1, {
          validUntil: "2026-12-01T00:00:00.000Z",
          listUntil: "2026-09-01T00:00:00.000Z",
        }),
        priceRow(1, { grade: "B", validUntil: "2026-11-01T00:00:00.000Z" }),
      ],
    }),
  ], terms);
  assert.equal(expiredAt(basket.lines[0]!.choice), "2026-09-01T00:00:00.000Z");
  const never = priceBasket([line(1, 0, { prices: [priceRow(1, { grade: "B" })] })], terms);
  assert.equal(expiredAt(never.lines[0]!.choice), null);
});

const anyLine = fc.record({
  sku: fc.constantFrom("QY-0550-24", "QY-0400-24", "QY-0500-15"),
  priceE4: fc.integer({ min: 0, max: 2_000_000_000 }),
  quantity: fc.integer({ min: 1, max: 100_000 }),
  discountBasisPoints: fc.integer({ min: 0, max: 10_000 }),
  taxRateBasisPoints: fc.constantFrom(0, 300, 600, 900, 1300),
});

Deno.test("priceBasket(): every part adds up to the cent and stays within its line", () => {
  fc.assert(fc.property(
    fc.array(anyLine, { minLength: 1, maxLength: 40 }),
    fc.integer({ min: 0, max: 10_000_000 }),
    (wishes, freightMinor) => {
      const basket = wishes.map(({ priceE4, ...wish }, at) => line(at + 1, priceE4, wish));
      const order = priceBasket(basket, { ...terms, freightMinor });
      const sum = (of: (each: typeof order.lines[number]) => number) =>
        order.lines.reduce((total, each) => total + of(each), 0);
      assert.equal(sum((each) => each.goodsMinor), order.goodsMinor);
      assert.equal(sum((each) => each.freightMinor), freightMinor);
      assert.equal(sum((each) => each.taxMinor), order.taxMinor);
      assert.equal(
        order.totalMinor,
        sum((each) => each.goodsMinor - each.discountMinor + each.freightMinor),
      );
      for (const { goodsMinor, discountMinor, taxMinor } of order.lines) {
        assert.ok(discountMinor >= 0 && discountMinor <= goodsMinor);
        assert.ok(taxMinor >= 0 && taxMinor <= goodsMinor - discountMinor);
      }
      for (const rate of new Set(basket.map((each) => each.taxRateBasisPoints))) {
        const taxed = order.lines.filter((_, at) => basket[at]!.taxRateBasisPoints === rate);
        const gross = taxed.reduce((t, each) => t + each.goodsMinor - each.discountMinor, 0);
        const tax = taxed.reduce((t, each) => t + each.taxMinor, 0);
        assert.equal(tax, includedTaxMinor(gross, rate));
      }
    },
  ));
});
