import assert from "node:assert/strict";
import fc from "fast-check";
import { routeOrder } from "./mod.ts";
import { arbitraryProblem } from "./problem_arbitrary_test.ts";
import { leastOfKindMinor } from "./reference_split.ts";

const scarce = arbitraryProblem({ nodes: 4, lines: 3, mayBeTight: true, mostStock: 3 });

Deno.test("routeOrder() bounds the true optimum from below and its plan from above where lines are split", () => {
  let splits = 0, proven = 0, met = 0;
  fc.assert(
    fc.property(scarce, (problem) => {
      const result = routeOrder(problem);
      if (result.method === "exact") return;
      const leastMinor = leastOfKindMinor(problem, result.plan);
      assert.ok(result.boundMinor <= leastMinor, `bound above the optimum ${leastMinor}`);
      assert.ok(leastMinor <= result.costMinor, `optimum ${leastMinor} above the plan`);
      splits++;
      if (result.optimal) proven++;
      if (leastMinor === result.costMinor) met++;
    }),
    { numRuns: 10000, seed: 11 },
  );
  assert.ok(splits > 500, `only ${splits} problems needed a split`);
  assert.ok(met > 0.95 * splits, `${met} of ${splits} splits are optimal`);
  assert.ok(proven > 0.6 * splits, `${proven} of ${splits} splits are proven`);
});

const rate = {
  firstWeightGram: 1000,
  firstPriceMinor: 800,
  stepWeightGram: 500,
  stepPriceMinor: 200,
};
const node = { brokenRule: null, capacity: 100, rate, handlingMinor: 0, fixedMinor: 0 };

Deno.test("routeOrder() splits a line no node holds over the two that cost least, not over the fullest", () => {
  const dear = { ...node, rate: { ...rate, firstPriceMinor: 5000 } };
  const result = routeOrder({
    nodes: [dear, node, node],
    lines: [{ quantity: 10, weightGram: 10 }],
    stock: Int32Array.from([9, 6, 5]),
    splitMinor: 300,
  });
  assert.deepEqual(result.plan.map(({ node, lines }) => ({ node, lines })), [
    { node: 1, lines: [{ line: 0, quantity: 6 }] },
    { node: 2, lines: [{ line: 0, quantity: 4 }] },
  ]);
  assert.equal(result.costMinor, 1900);
  assert.ok(result.optimal);
});

Deno.test("routeOrder() sends whole lines along with a split line's parcels", () => {
  const cheap = { ...node, rate: { ...rate, firstPriceMinor: 790 } };
  const result = routeOrder({
    nodes: [node, node, cheap],
    lines: [{ quantity: 10, weightGram: 10 }, { quantity: 1, weightGram: 10 }],
    stock: Int32Array.from([6, 1, 6, 0, 0, 1]),
    splitMinor: 300,
  });
  assert.deepEqual(result.plan.map(({ node }) => node), [0, 1]);
  assert.equal(result.costMinor, 1900);
  assert.equal(result.method, "split");
});

Deno.test("routeOrder() ships what there is of a scarce line and says how much is missing", () => {
  const result = routeOrder({
    nodes: [node, node],
    lines: [{ quantity: 10, weightGram: 10 }, { quantity: 1, weightGram: 10 }],
    stock: Int32Array.from([4, 1, 3, 0]),
    splitMinor: 300,
  });
  assert.deepEqual(result.unfilled, [{ line: 0, missing: 3 }]);
  assert.deepEqual(result.plan.map(({ node, lines }) => ({ node, lines })), [
    { node: 0, lines: [{ line: 0, quantity: 4 }, { line: 1, quantity: 1 }] },
    { node: 1, lines: [{ line: 0, quantity: 3 }] },
  ]);
});

Deno.test("routeOrder() stays optimal when a line is nowhere at all", () => {
  const result = routeOrder({
    nodes: [node],
    lines: [{ quantity: 2, weightGram: 10 }, { quantity: 1, weightGram: 10 }],
    stock: Int32Array.from([0, 1]),
    splitMinor: 300,
  });
  assert.deepEqual(result.unfilled, [{ line: 0, missing: 2 }]);
  assert.deepEqual([result.method, result.costMinor, result.optimal], ["exact", 800, true]);
});
