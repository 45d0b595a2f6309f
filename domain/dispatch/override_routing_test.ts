import { strict as assert } from "node:assert";
import type { Order } from "../order/order.ts";
import type { FulfilmentDocument } from "./fulfilment.ts";
import { type OverrideRefusal, overrideRouting } from "./override_routing.ts";
import type { RoutingCandidate } from "./routing_candidate.ts";
import { line, node, order, part, routingFacts, someone } from "./testing.ts";

const wish = { node: "NJ", version: 3, reason: "客户要求和上一单同批到" };

function override(
  of: Order,
  candidates: readonly RoutingCandidate[],
  planned: readonly FulfilmentDocument[] = [],
  command = wish,
) {
  return overrideRouting(command, { ...routingFacts(of, candidates), planned }, someone());
}

const routed = order([line(1, 10, { allocated: 10 }), line(2, 4, { open: 1, allocated: 3 })]);
const atXuzhou = part("XZ", [[1, 10], [2, 3]]);

Deno.test("overrideRouting() moves all that is not released to the node a person chose", () => {
  const decision = override(routed, [node("NJ", { 1: 10, 2: 4 }), node("XZ", {})], [atXuzhou]);
  assert.ok(decision.ok);
  const [event, voided, pinned] = decision.events;
  assert.equal(event?.type, "OrderRouted");
  if (event?.type !== "OrderRouted") return;
  assert.deepEqual(event.replaces, [atXuzhou.id]);
  assert.deepEqual(event.lines, [{ lineNo: 2, allocated: 1 }]);
  assert.equal(event.fulfilment, "routed");
  assert.equal(event.overrideReason, wish.reason);
  assert.equal(event.fulfilments[0]!.promisedOn, "2026-03-04");
  assert.deepEqual(
    event.fulfilments[0]!.lines.map(({ lineNo, quantity }) => [lineNo, quantity]),
    [[1, 10], [2, 4]],
  );
  // 7 kg: the first 1,000 g and six steps, 300 handling, and two days at 50 as the plan counts them.
  assert.equal(event.record.costMinor, 1000 + 6 * 100 + 300 + 2 * 50);
  assert.deepEqual(voided, {
    type: "PinsVoided",
    subject: "ORDER",
    pins: [
      { lineNo: 1, nodeId: "XZ", skuId: "SKU1", quantity: 10 },
      { lineNo: 2, nodeId: "XZ", skuId: "SKU2", quantity: 3 },
    ],
  });
  assert.equal(pinned?.type, "StockPinned");
});

Deno.test("overrideRouting() counts what the order itself has pinned at the node", () => {
  const here = part("NJ", [[1, 10], [2, 3]]);
  assert.ok(override(routed, [node("NJ", { 2: 1 })], [here]).ok);
  assert.ok(!override(routed, [node("NJ", {})], [here]).ok);
});

Deno.test("overrideRouting() leaves alone what is being picked", () => {
  const of = order([line(1, 10, { allocated: 4, released: 6 })]);
  const decision = override(of, [node("NJ", { 1: 4 })], [part("XZ", [[1, 4]])]);
  assert.ok(decision.ok);
  const [event] = decision.events;
  assert.deepEqual(
    event?.type === "OrderRouted" && event.fulfilments[0]!.lines.map(({ quantity }) => quantity),
    [4],
  );
});

type Case = {
  reason: OverrideRefusal["reason"];
  of?: Order;
  nodes: RoutingCandidate[];
  command?: typeof wish;
  refusal: Partial<OverrideRefusal> & Record<string, unknown>;
};

const whole = node("NJ", { 1: 10, 2: 4 });
const cases: Case[] = [
  {
    reason: "wrong_stage",
    of: order([line(1, 10, { shipped: 10 })]),
    nodes: [whole],
    refusal: { command: "route", stage: "shipped" },
  },
  {
    reason: "changed_meanwhile",
    nodes: [whole],
    command: { ...wish, version: 2 },
    refusal: {},
  },
  {
    reason: "nothing_to_move",
    of: order([line(1, 10, { released: 10 })]),
    nodes: [whole],
    refusal: {},
  },
  {
    reason: "unknown_node",
    nodes: [whole],
    command: { ...wish, node: "GZ" },
    refusal: { node: "GZ", at: "/node" },
  },
  ...([
    ["inactive", { active: false }],
    ["does_not_ship", { ships: false }],
    ["never_open", { openWeekdays: 0 }],
    ["no_rate_to_zone", { rate: null }],
  ] as const).map(([rule, over]): Case => ({
    reason: "node_cannot_ship",
    nodes: [{ ...whole, ...over }],
    refusal: { node: "NJ", rule, at: "/node" },
  })),
  {
    reason: "node_short",
    nodes: [node("NJ", { 1: 10, 2: 3 })],
    refusal: { node: "NJ", sku: "W-SKU2", needed: 4, available: 3, at: "/node" },
  },
];

Deno.test.each(cases)(
  "overrideRouting() refuses: $reason",
  ({ reason, of = routed, nodes, command, refusal }) => {
    const decision = override(of, nodes, [atXuzhou], command);
    assert.deepEqual(decision.refusals, [{ reason, ...refusal }]);
  },
);
