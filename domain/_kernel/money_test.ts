import assert from "node:assert/strict";
import fc from "fast-check";
import {
  allocateMinor,
  divideRoundHalfUp,
  includedTaxMinor,
  lineAmountMinor,
  portionMinor,
  type Share,
  sumMinor,
} from "./money.ts";

const quotients: [numerator: bigint, denominator: bigint, rounded: number][] = [
  [0n, 7n, 0],
  [1n, 2n, 1],
  [-1n, 2n, -1],
  [1n, -2n, -1],
  [-1n, -2n, 1],
  [3n, 2n, 2],
  [1n, 3n, 0],
  [2n, 3n, 1],
  [-2n, 3n, -1],
  [14n, 10n, 1],
  [15n, 10n, 2],
  [90_071_992_547_409_910_000n, 10_000n, 9_007_199_254_740_991],
];

for (const [numerator, denominator, rounded] of quotients) {
  Deno.test(`divideRoundHalfUp(${numerator}, ${denominator}) is ${rounded}`, () => {
    assert.equal(divideRoundHalfUp(numerator, denominator), rounded);
  });
}

Deno.test("divideRoundHalfUp() refuses what is no safe integer", () => {
  assert.throws(() => divideRoundHalfUp(2n ** 53n, 1n), /not a safe integer/);
});

const lines: [priceE4: number, quantity: number, amount: number][] = [
  [0, 9, 0],
  [4_999, 1, 0],
  [5_000, 1, 1],
  [14_999, 1, 1],
  [15_000, 1, 2],
  [33_333, 3, 10],
  [6_361, 1_416_003_655_831, 900_719_925_474],
  // Beyond 2^53 a double loses the very unit that decides the rounding: it would say one more.
  [67_204_376, 3_789_871_226, 25_469_593_086_368],
  [87_568_329, 5_354_765_006, 46_890_782_376_309],
  [123_456_789_012, 77_777, 960_209_867_899],
];

for (const [priceE4, quantity, amount] of lines) {
  Deno.test(`lineAmountMinor(${priceE4}, ${quantity}) is ${amount}`, () => {
    assert.equal(lineAmountMinor(priceE4, quantity), amount);
  });
}

Deno.test("lineAmountMinor() takes neither a negative nor a fraction", () => {
  assert.throws(() => lineAmountMinor(-1, 1), /never negative/);
  assert.throws(() => lineAmountMinor(1, -1), /never negative/);
  assert.throws(() => lineAmountMinor(1.5, 1), /price is not a safe integer/);
  assert.throws(() => lineAmountMinor(1, 0.5), /quantity is not a safe integer/);
});

const roundedHalfUp = (n: bigint, d: bigint) => Number((2n * n + d) / (2n * d));

Deno.test("lineAmountMinor() is exact at every size, also where a double is not", () => {
  fc.assert(
    fc.property(fc.nat(2 ** 31 - 1), fc.nat(2 ** 31 - 1), (priceE4, quantity) => {
      const exact = roundedHalfUp(BigInt(priceE4) * BigInt(quantity), 10_000n);
      assert.equal(lineAmountMinor(priceE4, quantity), exact);
    }),
    { numRuns: 2_000 },
  );
});

const portions: [base: number, rate: number, portion: number][] = [
  [10_000, 1_300, 1_300],
  [5, 1_000, 1],
  [4, 1_000, 0],
  [-5, 1_000, -1],
  [-4, 1_000, 0],
  [5, -1_000, -1],
  [-5, -1_000, 1],
  [9_007_199_254_740_991, 10_000, 9_007_199_254_740_991],
];

for (const [base, rate, portion] of portions) {
  Deno.test(`portionMinor(${base}, ${rate}) is ${portion}`, () => {
    assert.equal(portionMinor(base, rate) + 0, portion);
  });
}

Deno.test("portionMinor() of a negative base mirrors the positive one", () => {
  fc.assert(fc.property(fc.maxSafeNat(), fc.nat(10_000), (base, rate) => {
    assert.equal(portionMinor(-base, rate) + portionMinor(base, rate), 0);
    assert.equal(portionMinor(base, rate), roundedHalfUp(BigInt(base) * BigInt(rate), 10_000n));
  }));
});

Deno.test("portionMinor() takes no fraction", () => {
  assert.throws(() => portionMinor(1.5, 1), /base is not a safe integer/);
  assert.throws(() => portionMinor(1, 0.5), /rate is not a safe integer/);
});

const taxes: [gross: number, rate: number, tax: number][] = [
  [11_300, 1_300, 1_300],
  [-11_300, 1_300, -1_300],
  [100, 1_300, 12],
  [100, 0, 0],
  [106, 600, 6],
];

for (const [gross, rate, tax] of taxes) {
  Deno.test(`includedTaxMinor(${gross}, ${rate}) is ${tax}`, () => {
    assert.equal(includedTaxMinor(gross, rate), tax);
  });
}

const share = (weight: number, tieBreak: string, cap?: number): Share => ({
  weight,
  tieBreak,
  cap,
});

const splits: [name: string, total: number, shares: Share[], parts: number[], left: number][] = [
  ["evenly", 90, [share(1, "A"), share(1, "B"), share(1, "C")], [30, 30, 30], 0],
  ["by weight", 100, [share(1, "A"), share(3, "B")], [25, 75], 0],
  ["to the largest remainder", 10, [share(1, "A"), share(5, "B")], [2, 8], 0],
  ["ties by SKU", 1, [share(1, "SKU-2 1"), share(1, "SKU-1 9")], [0, 1], 0],
  ["ties of one SKU by line", 2, [share(1, "S 3"), share(1, "S 1"), share(1, "S 2")], [0, 1, 1], 0],
  ["nothing to no weight", 7, [share(0, "A"), share(1, "B")], [0, 7], 0],
  ["nobody there", 7, [], [], 7],
  ["no weight at all", 7, [share(0, "A")], [0], 7],
  ["zero", 0, [share(1, "A")], [0], 0],
  ["up to a cap, the rest to others", 100, [share(1, "A", 10), share(1, "B")], [10, 90], 0],
  ["a cap met exactly", 20, [share(1, "A", 10), share(1, "B", 10)], [10, 10], 0],
  ["caps too small", 100, [share(1, "A", 10), share(9, "B", 20)], [10, 20], 70],
  ["a cap of nothing", 10, [share(1, "A", 0), share(1, "B")], [0, 10], 0],
  // B's cap binds only once A's has sent its surplus on.
  ["caps one after the other", 100, [share(8, "A", 10), share(1, "B", 30), share(1, "C")], [
    10,
    30,
    60,
  ], 0],
  ["a negative", -10, [share(1, "A"), share(5, "B")], [-2, -8], 0],
  ["a negative up to a cap", -100, [share(1, "A", 10), share(1, "B", 20)], [-10, -20], -70],
  ["sums beyond 53 bits", 9e15, [share(9e15, "A"), share(9e15 - 1, "B")], [4.5e15, 4.5e15], 0],
];

for (const [name, total, shares, parts, left] of splits) {
  Deno.test(`allocateMinor() splits ${name}`, () => {
    const split = allocateMinor(total, shares);
    assert.deepEqual(split.parts.map((part) => part + 0), parts);
    assert.equal(split.unapplied + 0, left);
  });
}

const anyShares = fc.array(
  fc.record({
    weight: fc.oneof(fc.nat(50), fc.nat(1_000_000_000), fc.maxSafeNat()),
    cap: fc.option(fc.nat(2_000), { nil: undefined }),
    tieBreak: fc.stringMatching(/^SKU-[0-9] [0-9]$/),
  }),
  { maxLength: 12 },
);
const anyTotal = fc.oneof(fc.integer({ min: -5_000, max: 5_000 }), fc.maxSafeInteger());

const exactSum = (numbers: readonly number[]) =>
  numbers.reduce((sum, each) => sum + BigInt(each), 0n);

Deno.test("allocateMinor(): parts and what is left add up to the total, no part beyond its cap", () => {
  fc.assert(
    fc.property(anyTotal, anyShares, (total, shares) => {
      const { parts, unapplied } = allocateMinor(total, shares);
      assert.equal(exactSum([...parts, unapplied]), BigInt(total));
      parts.forEach((part, i) => {
        const { cap = Infinity, weight } = shares[i]!;
        assert.ok(Math.abs(part) <= cap && (weight > 0 || part === 0));
        assert.ok(part === 0 || Math.sign(part) === Math.sign(total));
      });
      const room = shares.some(({ weight, cap }, i) =>
        weight > 0 && Math.abs(parts[i]!) < (cap ?? Infinity)
      );
      assert.ok(unapplied === 0 || !room, "what is left would still have fitted somewhere");
    }),
    { numRuns: 2_000 },
  );
});

Deno.test("allocateMinor(): without caps every part is within one of its exact share", () => {
  fc.assert(fc.property(anyTotal, anyShares, (total, given) => {
    const shares = given.map(({ weight, tieBreak }) => ({ weight: weight + 1, tieBreak }))
      .filter(({ weight }) => Number.isSafeInteger(weight));
    const sum = exactSum(shares.map(({ weight }) => weight));
    const { parts } = allocateMinor(total, shares);
    parts.forEach((part, i) => {
      const off = BigInt(part) * sum - BigInt(total) * BigInt(shares[i]!.weight);
      assert.ok(off < sum && off > -sum);
    });
  }));
});

Deno.test("allocateMinor() gives each the same, in whatever order they stand", () => {
  const distinct = fc.uniqueArray(
    fc.record({ weight: fc.nat(9), tieBreak: fc.stringMatching(/^[A-F][0-9]$/) }),
    { selector: ({ tieBreak }) => tieBreak, maxLength: 12 },
  );
  fc.assert(fc.property(fc.integer({ min: -200, max: 200 }), distinct, (total, shares) => {
    const there = allocateMinor(total, shares).parts;
    const back = allocateMinor(total, shares.toReversed()).parts.toReversed();
    assert.deepEqual(there, back);
  }));
});

Deno.test("allocateMinor() of a negative mirrors the positive", () => {
  fc.assert(fc.property(fc.maxSafeNat(), anyShares, (total, shares) => {
    const [plus, minus] = [allocateMinor(total, shares), allocateMinor(-total, shares)];
    assert.deepEqual(minus.parts.map((part) => 0 - part), plus.parts);
    assert.equal(0 - minus.unapplied, plus.unapplied);
  }));
});

Deno.test("allocateMinor() takes no fraction", () => {
  assert.throws(() => allocateMinor(0.5, [share(1, "A")]), /total is not a safe integer/);
  assert.throws(() => allocateMinor(1, [share(0.5, "A")]), /weight is not a safe integer/);
});

Deno.test("sumMinor() adds up, and refuses a sum that is not exact", () => {
  assert.equal(sumMinor([]), 0);
  assert.equal(sumMinor([1, -3, 5]), 3);
  assert.throws(() => sumMinor([Number.MAX_SAFE_INTEGER, 1]), /a sum of amounts/);
});
