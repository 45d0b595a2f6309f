import { assertInteger } from "./assert.ts";

/** A unit a product is sold in: `factor` base units make one of it (箱 = 24 瓶). */
export type Unit = { code: string; factor: number };

/** Converts a whole number of `unit` into base units. */
export function toBase(quantity: number, unit: Unit): number {
  return assertInteger(assertInteger(quantity, "quantity") * unit.factor, "base quantity");
}

/** The largest whole number of `unit` inside a base quantity, and what is left over. */
export function fromBase(baseQuantity: number, unit: Unit): { quantity: number; rest: number } {
  const quantity = Math.floor(baseQuantity / unit.factor);
  return { quantity, rest: baseQuantity - quantity * unit.factor };
}

/** Splits a base quantity into the fewest packs, largest unit first (3 箱 2 盒 1 瓶). */
export function inPacks(
  baseQuantity: number,
  units: readonly Unit[],
): { unit: Unit; quantity: number }[] {
  const packs: { unit: Unit; quantity: number }[] = [];
  let left = baseQuantity;
  for (const unit of [...units].sort((a, b) => b.factor - a.factor)) {
    const { quantity, rest } = fromBase(left, unit);
    if (quantity > 0) packs.push({ unit, quantity });
    left = rest;
  }
  return packs;
}
