import assert from "node:assert/strict";
import fc from "fast-check";
import { coversOf } from "./covers.ts";
import type { RoutingProblem } from "./problem.ts";
import { supplyOf } from "./supply.ts";

function oneLine(stock: number[], quantity: number): RoutingProblem {
  const rate = { firstWeightGram: 1, firstPriceMinor: 1, stepWeightGram: 1, stepPriceMinor: 1 };
  const node = { brokenRule: null, capacity: 1000, rate, handlingMinor: 0, fixedMinor: 0 };
  return {
    nodes: stock.map(() => node),
    lines: [{ quantity, weightGram: 1 }],
    stock: Int32Array.from(stock),
    splitMinor: 0,
  };
}

/** All sets that hold the quantity and lose it with any of their nodes. */
function minimalCovers(stock: number[], quantity: number): string[] {
  const sum = (set: number[]) => set.reduce((total, node) => total + stock[node]!, 0);
  const sets = Array.from(
    { length: 1 << stock.length },
    (_, bits) => [...stock.keys()].filter((node) => bits >> node & 1),
  );
  return sets.filter((set) =>
    sum(set) >= quantity && set.every((node) => sum(set) - stock[node]! < quantity)
  ).map((set) => set.join()).sort();
}

Deno.test("coversOf() lists every minimal cover once and says so", () => {
  const stocks = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(stocks, fc.integer({ min: 1, max: 12 }), (stock, quantity) => {
      const problem = oneLine(stock, quantity);
      const supply = supplyOf(problem);
      if (supply.reachable[0]! < quantity) return;
      const { sets, isComplete } = coversOf(problem, supply, 0);
      const found = sets.map((set) => set.toSorted((a, b) => a - b).join()).sort();
      assert.deepEqual(found, minimalCovers(stock, quantity));
      assert.ok(isComplete);
    }),
    { numRuns: 1000, seed: 41 },
  );
});

Deno.test("coversOf() takes every node when together they do not have enough", () => {
  const problem = oneLine([2, 0, 3], 9);
  const { sets } = coversOf(problem, supplyOf(problem), 0);
  assert.deepEqual(sets, [[2, 0]]);
});

Deno.test("coversOf() does not call a choice of sources or covers complete", () => {
  const manySources = oneLine(Array.from({ length: 13 }, () => 6), 12);
  assert.equal(coversOf(manySources, supplyOf(manySources), 0).isComplete, false);
  const manyCovers = oneLine(Array.from({ length: 12 }, () => 2), 12);
  const covers = coversOf(manyCovers, supplyOf(manyCovers), 0);
  assert.deepEqual([covers.sets.length, covers.isComplete], [48, false]);
});
