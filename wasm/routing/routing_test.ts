import assert from "node:assert/strict";
import { routeOrder, type RoutingNode, type RoutingProblem } from "./mod.ts";

const rate = {
  firstWeightGram: 1000,
  firstPriceMinor: 800,
  stepWeightGram: 500,
  stepPriceMinor: 200,
};
const node: RoutingNode = {
  brokenRule: null,
  capacity: 100,
  rate,
  handlingMinor: 50,
  fixedMinor: 0,
};
const at = (firstPriceMinor: number, more: Partial<RoutingNode> = {}): RoutingNode => ({
  ...node,
  rate: { ...rate, firstPriceMinor },
  ...more,
});

function problem(nodes: RoutingNode[], stock: number[], quantities = [1, 1]): RoutingProblem {
  const lines = quantities.map((quantity) => ({ quantity, weightGram: 600 }));
  return { nodes, lines, stock: Int32Array.from(stock), splitMinor: 300 };
}

Deno.test("routeOrder() gives the plan with every charge in its place", () => {
  const result = routeOrder(problem([at(800, { fixedMinor: 30 }), at(900)], [1, 0, 0, 3], [1, 3]));
  assert.deepEqual(result.plan, [
    {
      node: 0,
      lines: [{ line: 0, quantity: 1 }],
      weightGram: 600,
      freightMinor: 800,
      handlingMinor: 50,
      fixedMinor: 30,
      splitMinor: 0,
    },
    {
      node: 1,
      lines: [{ line: 1, quantity: 3 }],
      weightGram: 1800,
      freightMinor: 1300,
      handlingMinor: 50,
      fixedMinor: 0,
      splitMinor: 300,
    },
  ]);
  assert.equal(result.costMinor, 2530);
  assert.deepEqual([result.boundMinor, result.optimal, result.method], [2530, true, "exact"]);
});

Deno.test("routeOrder() prefers one parcel when the split charge outweighs the cheaper nodes", () => {
  const nodes = [at(500), at(1000), at(500)], stock = [1, 0, 1, 1, 0, 1];
  assert.deepEqual(routeOrder(problem(nodes, stock)).plan.map((s) => s.node), [1]);
  const free = { ...problem(nodes, stock), splitMinor: 0 };
  assert.deepEqual(routeOrder(free).plan.map((s) => s.node), [0, 2]);
});

Deno.test("routeOrder() breaks ties by fewer parcels, then by the lower node", () => {
  const equal = problem([at(850), at(850)], [1, 1, 1, 1]);
  assert.deepEqual(routeOrder(equal).plan.map((s) => s.node), [0]);
  const free = {
    ...node,
    handlingMinor: 0,
    rate: { ...rate, firstPriceMinor: 0, stepPriceMinor: 0 },
  };
  const gratis = { ...problem([free, free, free], [1, 0, 0, 1, 1, 1]), splitMinor: 0 };
  assert.deepEqual(routeOrder(gratis).plan.map((s) => s.node), [2]);
});

Deno.test("routeOrder() names the runner-up from another set of nodes and what it costs more", () => {
  const { runnerUp } = routeOrder(problem([at(800), at(950), at(900)], [1, 1, 1, 1, 1, 1]));
  assert.deepEqual(runnerUp?.plan.map((s) => s.node), [2]);
  assert.deepEqual([runnerUp?.costMinor, runnerUp?.extraMinor, runnerUp?.exact], [1150, 100, true]);
});

Deno.test("routeOrder() has no runner-up when only one node can ship", () => {
  assert.equal(routeOrder(problem([at(800), at(900)], [1, 1, 0, 0])).runnerUp, null);
});

Deno.test("routeOrder() finds the runner-up that needs only some of the chosen nodes", () => {
  const heavy = {
    firstWeightGram: 600,
    firstPriceMinor: 100,
    stepWeightGram: 1,
    stepPriceMinor: 10,
  };
  const nodes = [{ ...node, rate: heavy }, { ...node, rate: heavy }];
  const { plan, runnerUp } = routeOrder(problem(nodes, [1, 1, 0, 1]));
  assert.deepEqual(plan.map((s) => s.node), [0, 1]);
  assert.deepEqual(runnerUp?.plan.map((s) => s.node), [0]);
});

Deno.test("routeOrder() says of every other node why it does not ship", () => {
  const nodes = [
    at(800),
    at(1, { brokenRule: "wrong_function" }),
    at(1),
    at(1),
    at(1, { capacity: 0 }),
    at(900),
    at(900),
  ];
  const stock = [3, 3, 9, 9, 0, -2, 2, 0, 3, 3, 3, 3, 3, 1];
  assert.deepEqual(routeOrder(problem(nodes, stock, [3, 3])).rejected, [
    { node: 1, reason: "ineligible", rule: "wrong_function" },
    { node: 2, reason: "no_stock", linesShort: 2, unitsShort: 6 },
    { node: 3, reason: "short_stock", linesShort: 2, unitsShort: 4 },
    { node: 4, reason: "capacity", capacity: 0, linesShort: 0, unitsShort: 0 },
    { node: 5, reason: "cost", extraMinor: 100, exact: true, linesShort: 0, unitsShort: 0 },
    { node: 6, reason: "cost", extraMinor: 850, exact: true, linesShort: 1, unitsShort: 2 },
  ]);
});

Deno.test("routeOrder() never hands a node more than its capacity", () => {
  const nodes = [at(100, { capacity: 4 }), at(900)];
  const roomy = { ...problem(nodes, [9, 9, 9, 9], [3, 3]), splitMinor: 0 };
  const { plan, costMinor } = routeOrder(roomy);
  assert.deepEqual(plan.map((s) => [s.node, s.lines.length]), [[0, 1], [1, 1]]);
  assert.equal(costMinor, 500 + 50 + 1300 + 50);
});

Deno.test("routeOrder() ships what capacity allows in pieces and reports the rest", () => {
  const result = routeOrder(problem([at(100, { capacity: 4 })], [9, 9], [3, 3]));
  assert.deepEqual(result.unfilled, [{ line: 0, missing: 2 }]);
  assert.deepEqual(result.plan[0]?.lines, [{ line: 0, quantity: 1 }, { line: 1, quantity: 3 }]);
});

Deno.test("routeOrder() ships nothing when no node is eligible", () => {
  const result = routeOrder(problem([at(1, { brokenRule: "closed_today" })], [9, 9], [3, 2]));
  assert.deepEqual(result, {
    plan: [],
    costMinor: 0,
    boundMinor: 0,
    optimal: true,
    method: "exact",
    unfilled: [{ line: 0, missing: 3 }, { line: 1, missing: 2 }],
    runnerUp: null,
    rejected: [{ node: 0, reason: "ineligible", rule: "closed_today" }],
  });
});

const bad: [string, Partial<RoutingProblem>, RegExp][] = [
  ["no lines", { lines: [], stock: new Int32Array(0) }, /lines is 0/],
  ["no nodes", { nodes: [], stock: new Int32Array(0) }, /nodes is 0/],
  ["a stock matrix of another size", { stock: new Int32Array(3) }, /stock\.length is 3/],
  [
    "a line of no units",
    { lines: [{ quantity: 0, weightGram: 1 }], stock: new Int32Array(1) },
    /lines\[0\]\.quantity is 0/,
  ],
  [
    "half a gram",
    { lines: [{ quantity: 1, weightGram: 0.5 }], stock: new Int32Array(1) },
    /weightGram is 0\.5/,
  ],
  ["a negative split charge", { splitMinor: -1 }, /splitMinor is -1/],
  [
    "a node with half a unit of capacity",
    { nodes: [at(1, { capacity: 0.5 })] },
    /nodes\[0\] holds/,
  ],
  [
    "a step of no weight",
    { nodes: [{ ...node, rate: { ...rate, stepWeightGram: 0 } }] },
    /nodes\[0\] holds/,
  ],
  ["a freight too large to be exact", {
    nodes: [{ ...node, rate: { ...rate, stepWeightGram: 1, stepPriceMinor: 2 ** 31 - 1 } }],
  }, /freight of nodes\[0\]/],
  ["a weight too large to be exact", {
    lines: [{ quantity: 2 ** 31 - 1, weightGram: 2 ** 31 - 1 }, { quantity: 1, weightGram: 1 }],
  }, /weight of the order/],
];

for (const [name, part, message] of bad) {
  Deno.test(`routeOrder() refuses ${name}`, () => {
    assert.throws(() => routeOrder({ ...problem([node], [1, 1]), ...part }), {
      name: "RangeError",
      message,
    });
  });
}
