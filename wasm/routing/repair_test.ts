import assert from "node:assert/strict";
import { bestOf, candidateOf, isBetter } from "./draft.ts";
import { kernelEngine } from "./kernel_engine.ts";
import type { RoutingProblem } from "./problem.ts";
import { repairPlan } from "./repair.ts";
import { cheapestFirst } from "./rules.ts";
import { dice, sampleProblem } from "./sample.ts";
import { splitPlans } from "./split.ts";
import { supplyOf } from "./supply.ts";

Deno.test("repairPlan() returns its plan or a better one for the same units", () => {
  const roll = dice(51);
  let improved = 0;
  for (let round = 0; round < 60; round++) {
    const problem = sampleProblem({ nodes: 12, lines: 13 + roll(12), coverPercent: 30 }, roll);
    const supply = supplyOf(problem);
    const from = candidateOf(problem, supply, cheapestFirst(problem, supply));
    const to = repairPlan({ engine: kernelEngine, problem, supply }, from);
    assert.ok(to === from || isBetter(to, from));
    assert.equal(to.shippedUnits, from.shippedUnits);
    if (to !== from) improved++;
  }
  assert.ok(improved > 30, `only ${improved} of 60 plans improved`);
});

Deno.test("splitPlans() counts the steps a begun parcel still has to climb", () => {
  const rate = {
    firstWeightGram: 1000,
    firstPriceMinor: 800,
    stepWeightGram: 500,
    stepPriceMinor: 900,
  };
  const node = { brokenRule: null, capacity: 100, rate, handlingMinor: 0, fixedMinor: 0 };
  const problem: RoutingProblem = {
    nodes: [node, node, { ...node, rate: { ...rate, firstPriceMinor: 300 } }],
    lines: [{ quantity: 2, weightGram: 1000 }, { quantity: 1, weightGram: 100 }],
    stock: Int32Array.from([1, 1, 1, 0, 0, 1]),
    splitMinor: 100,
  };
  const { candidates, boundMinor } = splitPlans(kernelEngine, problem, supplyOf(problem));
  const best = bestOf(candidates);
  assert.deepEqual(best.plan.map((shipment) => shipment.node), [0, 1, 2]);
  assert.deepEqual([best.costMinor, boundMinor], [2100, 2100]);
});
