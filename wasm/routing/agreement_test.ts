import assert from "node:assert/strict";
import fc from "fast-check";
import { costOfKey, type Engine } from "./engine.ts";
import { copyIn } from "./exact.ts";
import { kernelEngine } from "./kernel_engine.ts";
import { routeWith } from "./mod.ts";
import { arbitraryProblem } from "./problem_arbitrary_test.ts";
import type { RoutingProblem } from "./problem.ts";
import { referenceRoute } from "./reference.ts";
import { dice, sampleProblem } from "./sample.ts";
import { twinEngine } from "./twin.ts";

const small = arbitraryProblem({ nodes: 4, lines: 4, mayBeTight: true, mostStock: 5 });

/** Everything an engine says about a problem, in the reference's words. */
function solved(engine: Engine, problem: RoutingProblem) {
  const { nodes, lines, splitMinor } = problem;
  const columns = copyIn(engine, problem);
  engine.solve(lines.length, nodes.length, true);
  const { outcome } = columns;
  const minorOf = (key: number) => key === Infinity ? Infinity : costOfKey(key) - splitMinor;
  return {
    nodeOf: [...columns.plan.subarray(0, lines.length)],
    costMinor: outcome[1] === 0 ? 0 : minorOf(outcome[0]!),
    runnerUpMinor: minorOf(outcome[4]!),
    forcedMinor: Array.from(columns.forcedKey.subarray(0, nodes.length), minorOf),
    isExact: outcome[3] === 1,
    isRunnerUpExact: outcome[5] === 1,
    isForcedExact: outcome[6] === 1,
  };
}

Deno.test("the kernel finds the reference's plan, ties included", () => {
  fc.assert(
    fc.property(small, (problem) => {
      const { nodeOf, costMinor, isExact } = solved(kernelEngine, problem);
      const reference = referenceRoute(problem);
      assert.deepEqual({ nodeOf, costMinor }, {
        nodeOf: reference.nodeOf,
        costMinor: reference.costMinor,
      });
      assert.ok(isExact);
    }),
    { numRuns: 4000, seed: 1 },
  );
});

Deno.test("the kernel's runner-up is the reference's best plan from another set of nodes", () => {
  fc.assert(
    fc.property(small, (problem) => {
      const { nodeOf, runnerUpMinor, isRunnerUpExact } = solved(kernelEngine, problem);
      if (nodeOf.every((node) => node < 0)) return;
      assert.ok(isRunnerUpExact);
      assert.equal(runnerUpMinor, referenceRoute(problem).runnerUpMinor);
    }),
    { numRuns: 3000, seed: 2 },
  );
});

Deno.test("the kernel's forced costs are the reference's, or below them and called inexact", () => {
  let exact = 0;
  fc.assert(
    fc.property(small, (problem) => {
      const { nodeOf, forcedMinor, isForcedExact } = solved(kernelEngine, problem);
      const reference = referenceRoute(problem).forcedMinor;
      for (const [node, minor] of forcedMinor.entries()) {
        if (nodeOf.includes(node) || nodeOf.every((of) => of < 0)) continue;
        if (isForcedExact) assert.equal(minor, reference[node]);
        else assert.ok(minor <= reference[node]!);
        if (isForcedExact && minor < Infinity) exact++;
      }
    }),
    { numRuns: 3000, seed: 3 },
  );
  assert.ok(exact > 500, `only ${exact} exact forced costs were compared`);
});

Deno.test("the reference works out a case done by hand", () => {
  const rate = { firstWeightGram: 10, firstPriceMinor: 100, stepWeightGram: 5, stepPriceMinor: 30 };
  const node = { brokenRule: null, capacity: 9, rate, handlingMinor: 7, fixedMinor: 0 };
  const result = referenceRoute({
    nodes: [node, { ...node, handlingMinor: 1 }, { ...node, fixedMinor: 50 }],
    lines: [{ quantity: 2, weightGram: 4 }, { quantity: 1, weightGram: 6 }],
    stock: Int32Array.from([2, 0, 0, 1, 2, 1]),
    splitMinor: 20,
  });
  // From the third node all 14 g go at 100 + 30 + 7 + 50; two parcels cost 107 + 101 + 20.
  assert.deepEqual(result, {
    nodeOf: [2, 2],
    costMinor: 187,
    runnerUpMinor: 228,
    forcedMinor: [228, 228, 187],
  });
});

Deno.test("kernel and twin agree on every output of small problems", () => {
  fc.assert(
    fc.property(small, (problem) => {
      assert.deepEqual(solved(kernelEngine, problem), solved(twinEngine, problem));
    }),
    { numRuns: 3000, seed: 4 },
  );
});

Deno.test("kernel and twin agree on whole results of 1 to 12 lines over up to 60 nodes", () => {
  const roll = dice(5);
  for (let round = 0; round < 240; round++) {
    const shape = { nodes: 1 + roll(60), lines: 1 + round % 12, coverPercent: 20 + roll(70) };
    const problem = sampleProblem({ ...shape, isLight: roll(3) === 0 }, roll);
    assert.deepEqual(routeWith(kernelEngine, problem), routeWith(twinEngine, problem));
  }
});

Deno.test("kernel and twin agree when capacity makes nodes compete for lines", () => {
  const roll = dice(6);
  for (let round = 0; round < 150; round++) {
    const problem = sampleProblem({ nodes: 8, lines: 1 + roll(8), coverPercent: 70 }, roll);
    const nodes = problem.nodes.map((node) => ({ ...node, capacity: 3 + roll(8) }));
    const tight = { ...problem, nodes };
    assert.deepEqual(routeWith(kernelEngine, tight), routeWith(twinEngine, tight));
  }
});

Deno.test("the kernel keeps its answers when it has to grow in between", () => {
  const roll = dice(7);
  const first = sampleProblem({ nodes: 10, lines: 5, coverPercent: 60 }, roll);
  const before = routeWith(kernelEngine, first);
  routeWith(kernelEngine, sampleProblem({ nodes: 4096, lines: 12, coverPercent: 3 }, roll));
  assert.deepEqual(routeWith(kernelEngine, first), before);
});
