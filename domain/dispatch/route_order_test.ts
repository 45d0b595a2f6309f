import { strict as assert } from "node:assert";
import fc from "fast-check";
import type { SkuId } from "../_kernel/id.ts";
import type { Order } from "../order/order.ts";
import type { OrderRouted } from "./events.ts";
import { routeOrder } from "./route_order.ts";
import { promisedOn, type RoutingCandidate, waitDays } from "./routing_candidate.ts";
import { at, line, node, order, routingFacts, someone } from "./testing.ts";

function routed(of: Order, candidates: readonly RoutingCandidate[]): OrderRouted {
  const decision = routeOrder(routingFacts(of, candidates), someone());
  assert.ok(decision.ok, JSON.stringify(decision.refusals));
  const [event] = decision.events;
  assert.equal(event?.type, "OrderRouted");
  return event as OrderRouted;
}

/** node: [line number, quantity] of each part, as a warehouse would read it. */
function parts({ fulfilments }: OrderRouted) {
  return fulfilments.map(({ nodeId, lines }) => [
    nodeId,
    ...lines.map(({ lineNo, quantity }) => [lineNo, quantity]),
  ]);
}

type Case = {
  when: string;
  of: Order;
  nodes: RoutingCandidate[];
  parts: unknown[];
  fulfilment: string;
  unfilled?: { sku: string; missing: number }[];
  rejected?: Record<string, string>;
  costMinor?: number;
};

const cheap = { rate: { ...node("", {}).rate!, firstMinor: 400 } };

const cases: Case[] = [
  {
    when: "one node has it all and is the cheapest",
    of: order([line(1, 10), line(2, 4)]),
    nodes: [node("HF", { 1: 10, 2: 4 }), node("XZ", { 1: 99, 2: 99 }, cheap)],
    parts: [["XZ", [1, 10], [2, 4]]],
    fulfilment: "routed",
    rejected: { HF: "cost" },
    // First 1,000 g 400, six more steps of 100, handling 300, two days at 50.
    costMinor: 1400,
  },
  {
    when: "no node has both lines",
    of: order([line(1, 10), line(2, 4)]),
    nodes: [node("NJ", { 2: 4 }), node("XZ", { 1: 10 })],
    parts: [["NJ", [2, 4]], ["XZ", [1, 10]]],
    fulfilment: "routed",
  },
  {
    when: "no node has the whole of a line",
    of: order([line(1, 10)]),
    nodes: [node("NJ", { 1: 4 }), node("XZ", { 1: 7 })],
    // Two kilograms and three: a step less than with seven units from XZ.
    parts: [["NJ", [1, 4]], ["XZ", [1, 6]]],
    fulfilment: "routed",
  },
  {
    when: "all nodes together have too little",
    of: order([line(1, 10), line(2, 4)]),
    nodes: [node("NJ", { 1: 4 }), node("XZ", { 1: 3, 2: 4 })],
    parts: [["NJ", [1, 4]], ["XZ", [1, 3], [2, 4]]],
    fulfilment: "unrouted",
    unfilled: [{ sku: "W-SKU1", missing: 3 }],
  },
  {
    when: "nothing lies anywhere",
    of: order([line(1, 10)]),
    nodes: [node("NJ", {}), node("XZ", {})],
    parts: [],
    fulfilment: "unrouted",
    unfilled: [{ sku: "W-SKU1", missing: 10 }],
    rejected: { NJ: "no_stock", XZ: "no_stock" },
  },
  {
    when: "the pool has no node at all",
    of: order([line(1, 10)]),
    nodes: [],
    parts: [],
    fulfilment: "unrouted",
    unfilled: [{ sku: "W-SKU1", missing: 10 }],
  },
  {
    when: "a rule keeps each of the other nodes out",
    of: order([line(1, 10)]),
    nodes: [
      node("A", { 1: 99 }, { active: false, ...cheap }),
      node("B", { 1: 99 }, { ships: false, ...cheap }),
      node("C", { 1: 99 }, { openWeekdays: 0, ...cheap }),
      node("D", { 1: 99 }, { rate: null }),
      node("E", { 1: 9 }, cheap),
      node("F", { 1: 99 }, { capacityLeft: 9, ...cheap }),
      node("G", { 1: 99 }),
    ],
    parts: [["G", [1, 10]]],
    fulfilment: "routed",
    rejected: {
      A: "inactive",
      B: "does_not_ship",
      C: "never_open",
      D: "no_rate_to_zone",
      E: "short_stock",
      F: "capacity",
    },
  },
  {
    when: "a day of waiting costs more than the dearer carrier",
    of: order([line(1, 1)]),
    // Monday: NJ opens on Thursday.
    nodes: [node("NJ", { 1: 1 }, { openWeekdays: 0b0010000 }), node("XZ", { 1: 1 })],
    parts: [["XZ", [1, 1]]],
    fulfilment: "routed",
    rejected: { NJ: "cost" },
  },
  {
    when: "two lines want the same SKU",
    of: order([
      line(1, 4, { skuId: "SKU1" as SkuId }),
      line(2, 5),
      line(3, 6, { skuId: "SKU1" as SkuId }),
    ]),
    nodes: [node("NJ", { 1: 7 }), node("XZ", { 1: 3, 2: 5 })],
    parts: [["NJ", [1, 4], [3, 3]], ["XZ", [2, 5], [3, 3]]],
    fulfilment: "routed",
  },
  {
    when: "a part of the order has its node already",
    of: order([line(1, 10, { open: 4, allocated: 6 }), line(2, 5, { released: 5 })]),
    nodes: [node("XZ", { 1: 99, 2: 99 })],
    parts: [["XZ", [1, 4]]],
    fulfilment: "released",
  },
];

Deno.test.each(cases)("routeOrder() when $when", (expected) => {
  const event = routed(expected.of, expected.nodes);
  assert.deepEqual(parts(event), expected.parts);
  assert.equal(event.fulfilment, expected.fulfilment);
  assert.deepEqual(event.record.unfilled, expected.unfilled ?? []);
  if (expected.rejected) {
    const because = event.record.rejected.map(({ node, because }) => [node, because]);
    assert.deepEqual(Object.fromEntries(because), expected.rejected);
  }
  if (expected.costMinor !== undefined) assert.equal(event.record.costMinor, expected.costMinor);
});

Deno.test("routeOrder() takes one number a part, in a row, and none for no part", () => {
  const split = routed(order([line(1, 10)]), [node("NJ", { 1: 4 }), node("XZ", { 1: 7 })]);
  assert.deepEqual(split.fulfilments.map(({ number }) => number), [
    "PK-2026-000007",
    "PK-2026-000008",
  ]);
  assert.equal(routed(order([line(1, 10)]), []).takes, null);
});

Deno.test("routeOrder() does nothing where every unit has its node", () => {
  const of = order([line(1, 10, { allocated: 10 })]);
  assert.deepEqual(routeOrder(routingFacts(of, [node("XZ", { 1: 99 })]), someone()), {
    ok: true,
    events: [],
  });
});

Deno.test("routeOrder() refuses an order that is not confirmed, or gone", () => {
  const awaiting = order([line(1, 1)], {
    commercial: "awaiting_approval",
    awaiting: "company",
    fulfilment: "none",
  });
  const gone = order([line(1, 1, { shipped: 1 })]);
  for (const [of, stage] of [[awaiting, "awaiting_approval"], [gone, "shipped"]] as const) {
    const decision = routeOrder(routingFacts(of, [node("XZ", { 1: 9 })]), someone());
    assert.deepEqual(decision.refusals, [{ reason: "wrong_stage", command: "route", stage }]);
  }
});

Deno.test("routeOrder() tells the runner-up, what each other node would cost and when it would be there", () => {
  const { record } = routed(order([line(1, 10)]), [
    node("HF", { 1: 10 }, { handlingMinor: 900, leadDays: 2 }),
    node("XZ", { 1: 10 }),
  ]);
  assert.deepEqual(record.runnerUp, { nodes: ["HF"], costMinor: 2450, extraMinor: 650 });
  assert.equal(record.boundMinor, record.costMinor);
  assert.equal(record.shipments[0]!.promisedOn, "2026-03-04");
  assert.deepEqual(record.rejected, [{
    node: "HF",
    nameZh: "HF 仓",
    nameEn: "HF",
    because: "cost",
    promisedOn: "2026-03-05",
    canShipUnits: 10,
    extraMinor: 650,
    exact: true,
  }]);
});

Deno.test("waitDays() counts to the next open day; today counts", () => {
  const monday = "2026-03-02";
  const only = (weekday: number) => 1 << weekday;
  assert.deepEqual([1, 2, 0].map((weekday) => waitDays(only(weekday), monday)), [0, 1, 6]);
});

Deno.test("promisedOn() adds the wait, the node's and the carrier's days", () => {
  const closedTillFriday = node("XZ", {}, { openWeekdays: 1 << 5, leadDays: 2 });
  assert.equal(promisedOn(closedTillFriday, at.slice(0, 10)), "2026-03-09");
  assert.equal(promisedOn({ ...closedTillFriday, rate: null }, at.slice(0, 10)), null);
});

Deno.test("routeOrder() never plans more than is open or free, and pins what it plans", () => {
  const stock = fc.integer({ min: 0, max: 12 });
  const wanted = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(wanted, fc.array(fc.array(stock), { maxLength: 4 }), (quantities, stocks) => {
      // Odd lines share one SKU, so that dealing out is part of it.
      const of = order(
        quantities.map((quantity, i) =>
          line(i + 1, quantity, { skuId: `SKU${i % 2 ? 2 : i + 1}` as SkuId })
        ),
      );
      const nodes = stocks.map((row, i) =>
        node(`N${i}`, Object.fromEntries(row.map((units, sku) => [sku + 1, units])))
      );
      const decision = routeOrder(routingFacts(of, nodes), someone());
      assert.ok(decision.ok);
      const event = decision.events[0] as OrderRouted;
      const planned = event.fulfilments.flatMap(({ nodeId, lines }) =>
        lines.map((one) => ({ nodeId, ...one }))
      );
      const sum = (match: (one: typeof planned[number]) => boolean) =>
        planned.filter(match).reduce((total, { quantity }) => total + quantity, 0);
      for (const { lineNo, skuId, open } of of.lines) {
        assert.ok(sum((one) => one.lineNo === lineNo) <= open);
        for (const { nodeId, free } of nodes) {
          const used = sum((one) => one.nodeId === nodeId && one.skuId === skuId);
          assert.ok(used <= (free.get(skuId) ?? 0));
        }
      }
      const missing = event.record.unfilled.reduce((total, { missing }) => total + missing, 0);
      assert.equal(sum(() => true) + missing, quantities.reduce((a, b) => a + b, 0));
      const pins = decision.events.flatMap((one) => one.type === "StockPinned" ? one.pins : []);
      assert.deepEqual(
        pins.map(({ lineNo, nodeId, skuId, quantity }) => ({ nodeId, lineNo, skuId, quantity })),
        planned,
      );
    }),
    { numRuns: 200 },
  );
});
