import assert from "node:assert/strict";
import type { Decision, RefusalBase } from "../_kernel/decision.ts";
import type { PartnerId } from "../_kernel/id.ts";
import { deliverShipment } from "../dispatch/deliver_shipment.ts";
import { releaseOrder } from "../dispatch/release_order.ts";
import { routeOrder } from "../dispatch/route_order.ts";
import { shipParcel } from "../dispatch/ship_parcel.ts";
import type { AnyEvent } from "../events.ts";
import { cancelOrder } from "./cancel_order.ts";
import { completeOrder } from "./complete_order.ts";
import { approveOrder, rejectOrder } from "./decide_approval.ts";
import { expireReservations } from "./expire_reservations.ts";
import { after, type Papers, xuzhou } from "./journey_testing.ts";
import { type Stage, stageOf } from "./order.ts";
import {
  account,
  balance,
  byUser,
  dingshun,
  heldBy,
  placing,
  submittedOrder,
  tea,
  usual,
  water,
} from "./testing.ts";
import { type OrderCommand, takes, transitions } from "./transitions.ts";

type Act = (papers: Papers) => Decision<AnyEvent, RefusalBase>;
const by = byUser("staff", "王静");

/** Every command as somebody in order would give it, with the version they see. */
const commands: Record<OrderCommand, Act> = {
  approve: ({ order }) => approveOrder(approvalOf(order), approvalFacts(order), by),
  reject: ({ order }) => rejectOrder(approvalOf(order), approvalFacts(order), by),
  cancel: ({ order }) =>
    cancelOrder(
      { version: order.version, because: "客户取消", mayAfterRelease: true },
      { order, creditAccountId: account.id, held: heldBy(order), pins: [] },
    ),
  expire_reservation: ({ order }) =>
    expireReservations(
      // Only what waits for a person has an end; the writers take it away when it is confirmed.
      order.awaiting ? [{ orderId: order.id, poolId: order.poolId, items: heldBy(order) }] : [],
    ),
  route: ({ order }) => routeOrder({ ...routing, order }, by),
  release: ({ order, fulfilments }) =>
    releaseOrder({ version: order.version }, {
      order,
      planned: fulfilments.filter(({ state }) => state === "planned"),
    }),
  ship: (papers) => ship(papers),
  deliver: ({ order, shipments }) => {
    const shipment = shipments.find(({ deliveredAt }) => deliveredAt === null) ?? noShipment;
    return deliverShipment({ version: 1, signedBy: "李库管" }, { order, shipment });
  },
  complete: ({ order }) => completeOrder({ order, openMinor: 0 }),
};

const routing = {
  candidates: [xuzhou],
  number: { series: "PK" as const, year: 2026, value: 1 },
  skuCodes: new Map([[water.id, water.code], [tea.id, tea.code]]),
};
const noShipment = {
  id: "none" as Papers["shipments"][number]["id"],
  orderId: "none" as Papers["order"]["id"],
  version: 1,
  deliveredAt: null,
  lines: [],
};

function approvalOf({ awaiting, version }: Papers["order"]) {
  return { gate: awaiting ?? "company" as const, version, reason: "" };
}

function approvalFacts(order: Papers["order"]) {
  return {
    order,
    creditAccountId: account.id,
    held: heldBy(order),
    balances: [balance(water, 2400, 240), balance(tea, 1500, 60)],
    due: [],
    skuCodes: routing.skuCodes,
  };
}

function ship({ order, fulfilments }: Papers, lines?: { lineNo: number; quantity: number }[]) {
  const fulfilment = fulfilments[0] ?? {
    id: "none" as Papers["fulfilments"][number]["id"],
    number: "PK-2026-000000",
    orderId: order.id,
    nodeId: xuzhou.nodeId,
    carrierId: null,
    state: "released" as const,
    version: 1,
    lines: [],
  };
  return shipParcel({ version: fulfilment.version, trackingNumber: "SF1449", lines }, {
    order,
    fulfilment,
    carrierId: "carrier" as PartnerId,
    carrierThatDoesNotShip: null,
    held: new Map(heldBy(order).map(({ skuId, quantity }) => [skuId, quantity])),
    credit: { accountId: account.id, termDays: 30 },
    shipmentNumber: { series: "SH", year: 2026, value: 1 },
    journalNumber: { series: "JV", year: 2026, value: 1 },
  }, by);
}

function acted(papers: Papers, ...acts: Act[]): Papers {
  return acts.reduce((before, act) => {
    const decision = act(before);
    assert.ok(decision.ok, JSON.stringify(decision.refusals));
    return after(before, decision.events);
  }, papers);
}

const fresh = (facts = placing()): Papers => ({
  order: submittedOrder(usual, facts),
  fulfilments: [],
  shipments: [],
});
const waiting = () => fresh(placing({ dealer: { ...dingshun, approvalLimitMinor: 0 } }));
const { route, release, deliver, complete, reject, cancel } = commands;
const shipSome: Act = (papers) => ship(papers, [{ lineNo: 1, quantity: 60 }]);

/** Each stage as the real decisions reach it. Nothing rests in `submitted`: a placing goes on at once. */
const stages: Record<Stage, () => Papers> = {
  submitted: () => ({ ...fresh(), order: { ...fresh().order, commercial: "submitted" } }),
  awaiting_approval: waiting,
  rejected: () => acted(waiting(), reject),
  cancelled: () => acted(fresh(), cancel),
  unrouted: fresh,
  routed: () => acted(fresh(), route),
  released: () => acted(fresh(), route, release),
  part_shipped: () => acted(fresh(), route, release, shipSome),
  shipped: () => acted(fresh(), route, release, commands.ship),
  delivered: () => acted(fresh(), route, release, commands.ship, deliver),
  completed: () => acted(fresh(), route, release, commands.ship, deliver, complete),
};

/** The stage a command leads to; `nothing`: it is taken and changes nothing; in brackets: why not. */
const effects: Record<OrderCommand, Partial<Record<Stage, Stage | "nothing" | `(${string})`>>> = {
  approve: { awaiting_approval: "unrouted" },
  reject: { awaiting_approval: "rejected" },
  cancel: {
    awaiting_approval: "cancelled",
    unrouted: "cancelled",
    routed: "cancelled",
    released: "cancelled",
    part_shipped: "shipped",
  },
  expire_reservation: { awaiting_approval: "awaiting_approval" },
  route: { unrouted: "routed", routed: "nothing", released: "nothing", part_shipped: "nothing" },
  release: {
    unrouted: "(nothing_routed)",
    routed: "released",
    released: "(nothing_routed)",
    part_shipped: "(nothing_routed)",
  },
  ship: { released: "shipped", part_shipped: "shipped" },
  deliver: { part_shipped: "part_shipped", shipped: "delivered" },
  complete: { delivered: "completed" },
};

/** Asked again and again by listeners and the clock: nothing to do is their answer, not a refusal. */
const silent: Partial<Record<OrderCommand, readonly Stage[] | "everywhere">> = {
  complete: ["completed"],
  expire_reservation: "everywhere",
};

for (const command of Object.keys(commands) as OrderCommand[]) {
  for (const stage of Object.keys(stages) as Stage[]) {
    const effect = effects[command][stage];
    Deno.test(`${command} in ${stage}: ${effect ?? "refused"}`, () => {
      const papers = stages[stage]();
      assert.equal(stageOf(papers.order), stage);
      assert.equal(takes(command, stage), effect !== undefined, "the table of transitions");
      const decision = commands[command](papers);
      if (effect === undefined) return assertNotTaken(decision, command, stage);
      if (effect.startsWith("(")) {
        assert.deepEqual(decision.refusals?.map(({ reason }) => `(${reason})`), [effect]);
      } else {
        assert.ok(decision.ok, JSON.stringify(decision.refusals));
        assert.equal(decision.events.length === 0, effect === "nothing");
        const reached = stageOf(after(papers, decision.events).order);
        assert.equal(reached, effect === "nothing" ? stage : effect);
      }
    });
  }
}

function assertNotTaken(
  decision: Decision<AnyEvent, RefusalBase>,
  command: OrderCommand,
  stage: Stage,
): void {
  const quiet = silent[command];
  if (quiet === "everywhere" || quiet?.includes(stage)) {
    return assert.deepEqual(decision, { ok: true, events: [] });
  }
  assert.deepEqual(decision, {
    ok: false,
    refusals: [{ reason: "wrong_stage", command, stage }],
  });
}

Deno.test("transitions: every command is walked", () => {
  assert.deepEqual(Object.keys(commands).sort(), Object.keys(transitions).sort());
});
