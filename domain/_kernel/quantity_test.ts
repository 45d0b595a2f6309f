import assert from "node:assert/strict";
import fc from "fast-check";
import { fromBase, inPacks, toBase, type Unit } from "./quantity.ts";

const bottle: Unit = { code: "瓶", factor: 1 };
const box: Unit = { code: "盒", factor: 6 };
const carton: Unit = { code: "箱", factor: 24 };
const units = [bottle, carton, box];

const bases: [quantity: number, unit: Unit, base: number][] = [
  [0, carton, 0],
  [1, bottle, 1],
  [2, box, 12],
  [3, carton, 72],
];

for (const [quantity, unit, base] of bases) {
  Deno.test(`toBase() makes ${base} 瓶 of ${quantity} ${unit.code}`, () => {
    assert.equal(toBase(quantity, unit), base);
  });
}

Deno.test("toBase() takes no fraction and nothing too big to count", () => {
  assert.throws(() => toBase(0.5, box), /^BrokenInvariant: quantity is not a safe integer: 0.5$/);
  assert.throws(() => toBase(NaN, box), /quantity is not a safe integer/);
  assert.throws(() => toBase(Number.MAX_SAFE_INTEGER, box), /base quantity is not a safe integer/);
  assert.throws(() => toBase(1, { code: "磅", factor: 0.45 }), /base quantity/);
});

const wholes: [base: number, unit: Unit, quantity: number, rest: number][] = [
  [0, carton, 0, 0],
  [23, carton, 0, 23],
  [24, carton, 1, 0],
  [25, carton, 1, 1],
  [13, box, 2, 1],
];

for (const [base, unit, quantity, rest] of wholes) {
  Deno.test(`fromBase() finds ${quantity} ${unit.code} and ${rest} 瓶 in ${base} 瓶`, () => {
    assert.deepEqual(fromBase(base, unit), { quantity, rest });
  });
}

const packings: [base: number, packs: string][] = [
  [85, "3箱 2盒 1瓶"],
  [24, "1箱"],
  [5, "5瓶"],
  [30, "1箱 1盒"],
  [0, ""],
];

for (const [base, packs] of packings) {
  Deno.test(`inPacks() says ${packs || "nothing"} for ${base} 瓶`, () => {
    const found = inPacks(base, units).map(({ quantity, unit }) => `${quantity}${unit.code}`);
    assert.equal(found.join(" "), packs);
  });
}

Deno.test("a quantity survives the way into packs and back", () => {
  fc.assert(fc.property(fc.nat(1_000_000), (base) => {
    const back = inPacks(base, units).reduce((sum, { quantity, unit }) => {
      return sum + toBase(quantity, unit);
    }, 0);
    assert.equal(back, base);
    const { quantity, rest } = fromBase(base, carton);
    assert.equal(toBase(quantity, carton) + rest, base);
    assert.ok(rest >= 0 && rest < carton.factor);
  }));
});
