import { assert, assertInteger } from "./assert.ts";

export type Currency = string;

/** An amount in the smallest unit of its currency (fen, cent). Never a fraction. */
export type Money = { amountMinor: number; currency: Currency };

const tenThousand = 10_000n;

/** Exact n/d rounded half away from zero, whatever the size of the intermediate product. */
export function divideRoundHalfUp(numerator: bigint, denominator: bigint): number {
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const quotient = (n * 2n + d) / (d * 2n);
  return assertInteger(Number(negative ? -quotient : quotient), "a rounded amount");
}

const exactLimit = 2 ** 52;

/** round_half_up(a * b / d) for non-negative safe integers; BigInt only where 53 bits do not suffice. */
function scaleRoundHalfUp(a: number, b: number, d: number): number {
  const product = a * b;
  if (product < exactLimit) return Math.floor((product + Math.floor(d / 2)) / d);
  return divideRoundHalfUp(BigInt(a) * BigInt(b), BigInt(d));
}

/**
 * The amount of a line: unit price in ten-thousandths of a minor unit times quantity, rounded once,
 * half up. Prices and quantities are non-negative integers.
 */
export function lineAmountMinor(unitPriceE4: number, quantity: number): number {
  assert(unitPriceE4 >= 0 && quantity >= 0, "a line is never negative");
  return scaleRoundHalfUp(
    assertInteger(unitPriceE4, "price"),
    assertInteger(quantity, "quantity"),
    10_000,
  );
}

/** round_half_up(base × rate), the rate in basis points. */
export function portionMinor(baseMinor: number, rateBasisPoints: number): number {
  assertInteger(baseMinor, "base");
  if (baseMinor >= 0 && rateBasisPoints >= 0) {
    return scaleRoundHalfUp(baseMinor, assertInteger(rateBasisPoints, "rate"), 10_000);
  }
  return divideRoundHalfUp(BigInt(baseMinor) * BigInt(rateBasisPoints), tenThousand);
}

/** The tax inside a tax-inclusive amount: gross × rate / (1 + rate), rounded half up. */
export function includedTaxMinor(grossMinor: number, rateBasisPoints: number): number {
  return divideRoundHalfUp(
    BigInt(grossMinor) * BigInt(rateBasisPoints),
    tenThousand + BigInt(rateBasisPoints),
  );
}

export type Share = { weight: number; cap?: number; tieBreak: string };

/**
 * Splits `totalMinor` over shares in proportion to their weights by largest remainder; ties go to
 * the smaller `tieBreak` (SKU, then line id). Where a cap binds, the rest flows to the others
 * (water filling). The parts add up to the total exactly; where all caps together are too small the
 * difference is returned as `unapplied`.
 */
export function allocateMinor(
  totalMinor: number,
  shares: readonly Share[],
): { parts: number[]; unapplied: number } {
  assertInteger(totalMinor, "total");
  if (totalMinor < 0) {
    const mirrored = allocateMinor(-totalMinor, shares);
    return { parts: mirrored.parts.map((p) => 0 - p), unapplied: 0 - mirrored.unapplied };
  }
  const parts = shares.map(() => 0);
  let open = shares.map((_, i) => i).filter((i) => shares[i]!.weight > 0);
  let rest = totalMinor;
  while (rest > 0 && open.length > 0) {
    const round = largestRemainder(rest, open.map((i) => shares[i]!));
    const capped = open.filter((i, at) => parts[i]! + round[at]! > (shares[i]!.cap ?? Infinity));
    if (capped.length === 0) {
      open.forEach((i, at) => parts[i]! += round[at]!);
      rest = 0;
      break;
    }
    for (const i of capped) {
      rest -= shares[i]!.cap! - parts[i]!;
      parts[i] = shares[i]!.cap!;
    }
    open = open.filter((i) => !capped.includes(i));
  }
  return { parts, unapplied: rest };
}

function largestRemainder(total: number, shares: readonly Share[]): number[] {
  const weights = shares.map((s) => BigInt(assertInteger(s.weight, "weight")));
  const sum = weights.reduce((a, b) => a + b, 0n);
  const whole = weights.map((w) => Number(BigInt(total) * w / sum));
  const remainder = weights.map((w) => BigInt(total) * w % sum);
  const order = shares.map((_, i) => i).sort((a, b) =>
    remainder[a] === remainder[b]
      ? compareText(shares[a]!.tieBreak, shares[b]!.tieBreak)
      : remainder[a]! > remainder[b]!
      ? -1
      : 1
  );
  let left = total - whole.reduce((a, b) => a + b, 0);
  for (const i of order) {
    if (left === 0) break;
    whole[i]! += 1;
    left -= 1;
  }
  return whole;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function sumMinor(amounts: Iterable<number>): number {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return assertInteger(sum, "a sum of amounts");
}
