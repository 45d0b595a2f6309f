import assert from "node:assert/strict";
import fc from "fast-check";
import { lowerBound } from "./bound.ts";
import { bestOf, candidateOf } from "./draft.ts";
import { kernelEngine } from "./kernel_engine.ts";
import { routeOrder } from "./mod.ts";
import { arbitraryProblem } from "./problem_arbitrary_test.ts";
import { leastOfKindMinor } from "./reference_split.ts";
import { mostLinesFirst } from "./rules.ts";
import { dice, sampleProblem } from "./sample.ts";
import { splitPlans } from "./split.ts";
import { supplyOf } from "./supply.ts";

const scarce = arbitraryProblem({ nodes: 4, lines: 3, mayBeTight: true, mostStock: 3 });
const ample = arbitraryProblem({ nodes: 4, lines: 3, mayBeTight: false, mostStock: 6 });

Deno.test("lowerBound() is below every plan that ships the same, and often meets the best", () => {
  let met = 0, compared = 0;
  fc.assert(
    fc.property(fc.oneof(scarce, ample), (problem) => {
      const supply = supplyOf(problem);
      const candidate = candidateOf(problem, supply, mostLinesFirst(problem, supply));
      const { minor } = lowerBound(problem, supply, candidate);
      const leastMinor = leastOfKindMinor(problem, candidate.plan);
      assert.ok(minor <= leastMinor, `${minor} above ${leastMinor}`);
      if (candidate.plan.length === 0) return;
      compared++;
      if (minor === leastMinor) met++;
    }),
    { numRuns: 3000, seed: 31 },
  );
  assert.ok(met > 0.4 * compared, `${met} of ${compared} bounds are met`);
});

Deno.test("lowerBound() holds when stock just suffices and the prices could rise for ever", () => {
  const rate = { firstWeightGram: 2, stepWeightGram: 2, stepPriceMinor: 1 };
  const node = { brokenRule: null, capacity: 1000, handlingMinor: 1 };
  const problem = {
    nodes: [
      { ...node, rate: { ...rate, firstPriceMinor: 13, stepWeightGram: 3 }, fixedMinor: 2 },
      { ...node, rate: { ...rate, firstPriceMinor: 13 }, fixedMinor: 0 },
      { ...node, rate: { ...rate, firstPriceMinor: 15, stepPriceMinor: 2 }, fixedMinor: 3 },
    ],
    lines: [6, 7, 7].map((quantity) => ({ quantity, weightGram: 1 })),
    stock: Int32Array.from([1, 5, 3, 2, 2, 2, 2, 3, 1]),
    splitMinor: 2,
  };
  const supply = supplyOf(problem);
  const { plan } = routeOrder(problem);
  const candidate = bestOf(splitPlans(kernelEngine, problem, supply).candidates);
  assert.ok(lowerBound(problem, supply, candidate).minor <= leastOfKindMinor(problem, plan));
});

Deno.test("splitPlans() bounds every plan that ships all there is and breaks up no whole line", () => {
  let compared = 0;
  fc.assert(
    fc.property(scarce, (problem) => {
      const supply = supplyOf(problem);
      const { candidates, boundMinor } = splitPlans(kernelEngine, problem, supply);
      if (candidates.length === 0) return;
      const best = bestOf(candidates);
      const reachable = supply.reachable.reduce((sum, units) => sum + units, 0);
      if (best.shippedUnits < reachable || best.brokenLines > 0 || reachable === 0) return;
      assert.ok(boundMinor <= leastOfKindMinor(problem, best.plan));
      compared++;
    }),
    { numRuns: 6000, seed: 32 },
  );
  assert.ok(compared > 500, `only ${compared} problems could be compared`);
});

Deno.test("splitPlans() still finds plans when the covers are too many to try all, and claims no bound", () => {
  const problem = sampleProblem({ nodes: 12, lines: 6, coverPercent: 80 }, dice(33));
  const lines = problem.lines.map((line) => ({ ...line, quantity: 100 }));
  const { candidates, boundMinor } = splitPlans(
    kernelEngine,
    { ...problem, lines },
    supplyOf({ ...problem, lines }),
  );
  assert.ok(candidates.length > 12);
  assert.ok(bestOf(candidates).costMinor < candidates[0]!.costMinor);
  assert.equal(boundMinor, 0);
});
