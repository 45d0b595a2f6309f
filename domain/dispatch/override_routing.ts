import type { By } from "../_kernel/by.ts";
import { accept, type Decision, refuse } from "../_kernel/decision.ts";
import type { FulfilmentId, SkuId } from "../_kernel/id.ts";
import { numberOf } from "../_kernel/number.ts";
import { type Day, dayOf } from "../_kernel/period.ts";
import type { PinsVoided, StockPinned } from "../inventory/reservation_events.ts";
import { fulfilmentOf, type OrderLine, stageOf } from "../order/order.ts";
import { takes, type WrongStage } from "../order/transitions.ts";
import type { BrokenRule, FulfilmentLine, OrderRouted, PlannedFulfilment } from "./events.ts";
import type { FulfilmentDocument } from "./fulfilment.ts";
import { lateMinorOf, pinned, type RoutingFacts } from "./route_order.ts";
import { brokenRule, promisedOn, type RoutingCandidate } from "./routing_candidate.ts";

export type OverrideRouting = { node: string; version: number; reason: string };

export type OverrideFacts = RoutingFacts & {
  /** Parts not yet released: the ones that may still move. */
  planned: readonly FulfilmentDocument[];
};

export type OverrideRefusal =
  | WrongStage
  | { reason: "changed_meanwhile"; at?: string }
  | { reason: "nothing_to_move"; at?: string }
  | { reason: "unknown_node"; node: string; at?: string }
  | { reason: "node_cannot_ship"; node: string; rule: BrokenRule; at?: string }
  | {
    reason: "node_short";
    node: string;
    sku: string;
    needed: number;
    available: number;
    at?: string;
  };

/** A person sends everything that is not yet released from one node of their choice, and says why. */
export function overrideRouting(
  { node, version, reason }: OverrideRouting,
  facts: OverrideFacts,
  by: By,
): Decision<OrderRouted | PinsVoided | StockPinned, OverrideRefusal> {
  const { order, candidates, planned } = facts;
  const stage = stageOf(order);
  if (!takes("route", stage)) return refuse({ reason: "wrong_stage", command: "route", stage });
  if (order.version !== version) return refuse({ reason: "changed_meanwhile" });
  const moving = order.lines.filter(({ open, allocated }) => open + allocated > 0);
  if (moving.length === 0) return refuse({ reason: "nothing_to_move" });
  const chosen = candidates.find(({ code }) => code === node);
  if (!chosen) return refuse({ reason: "unknown_node", node, at: "/node" });
  const rule = brokenRule(chosen);
  if (rule) return refuse({ reason: "node_cannot_ship", node, rule, at: "/node" });
  const short = shortAt(chosen, moving, facts);
  if (short) return refuse(short);
  const fulfilment = planAt(chosen, moving, { facts, by });
  const pins = pinsOf(planned);
  return accept<OrderRouted | PinsVoided | StockPinned>(
    rerouted(facts, { chosen, fulfilment, reason, today: dayOf(by.at) }),
    ...(pins.length > 0 ? [{ type: "PinsVoided" as const, subject: order.id, pins }] : []),
    ...pinned(order, [fulfilment]),
  );
}

export function pinsOf(fulfilments: readonly FulfilmentDocument[]): PinsVoided["pins"] {
  return fulfilments.flatMap(({ nodeId, lines }) =>
    lines.map(({ lineNo, skuId, quantity, shipped, voided }) => ({
      lineNo,
      nodeId,
      skuId,
      quantity: quantity - shipped - voided,
    })).filter(({ quantity }) => quantity > 0)
  );
}

function shortAt(
  chosen: RoutingCandidate,
  moving: readonly OrderLine[],
  { planned, skuCodes }: OverrideFacts,
): OverrideRefusal | null {
  const ours = new Map<SkuId, number>();
  for (const { nodeId, skuId, quantity } of pinsOf(planned)) {
    if (nodeId === chosen.nodeId) ours.set(skuId, (ours.get(skuId) ?? 0) + quantity);
  }
  const needs = new Map<SkuId, number>();
  for (const { skuId, open, allocated } of moving) {
    needs.set(skuId, (needs.get(skuId) ?? 0) + open + allocated);
  }
  for (const [skuId, needed] of needs) {
    const available = (chosen.free.get(skuId) ?? 0) + (ours.get(skuId) ?? 0);
    if (needed > available) {
      const sku = skuCodes.get(skuId) ?? skuId;
      return { reason: "node_short", node: chosen.code, sku, needed, available, at: "/node" };
    }
  }
  return null;
}

function planAt(
  chosen: RoutingCandidate,
  moving: readonly OrderLine[],
  { facts, by }: { facts: OverrideFacts; by: By },
): PlannedFulfilment {
  return {
    fulfilmentId: by.newId() as FulfilmentId,
    number: numberOf(facts.number),
    nodeId: chosen.nodeId,
    carrierId: chosen.rate?.carrierId ?? null,
    freightMinor: freightOf(chosen, weightOf(moving)),
    promisedOn: promisedOn(chosen, dayOf(by.at)),
    lines: moving.map(({ lineNo, skuId, open, allocated }): FulfilmentLine => ({
      lineNo,
      skuId,
      quantity: open + allocated,
    })),
  };
}

function weightOf(lines: readonly OrderLine[]): number {
  return lines.reduce(
    (sum, { weightGram, baseQuantity, open, allocated }) =>
      sum + Math.round(weightGram / baseQuantity) * (open + allocated),
    0,
  );
}

export function freightOf({ rate }: RoutingCandidate, weightGram: number): number {
  if (!rate) return 0;
  const over = Math.max(0, weightGram - rate.firstWeightGram);
  return rate.firstMinor + Math.ceil(over / rate.stepWeightGram) * rate.stepMinor;
}

function rerouted(
  { order, planned, number }: OverrideFacts,
  { chosen, fulfilment, reason, today }: {
    chosen: RoutingCandidate;
    fulfilment: PlannedFulfilment;
    reason: string;
    today: Day;
  },
): OrderRouted {
  const { freightMinor, promisedOn, lines } = fulfilment;
  const { code: node, nameZh, nameEn, handlingMinor } = chosen;
  const lateMinor = lateMinorOf(chosen, today);
  const after = order.lines.map((line) => ({
    ...line,
    open: 0,
    allocated: line.open + line.allocated,
  }));
  return {
    type: "OrderRouted",
    subject: order.id,
    version: order.version + 1,
    takes: number,
    fulfilments: [fulfilment],
    replaces: planned.map(({ id }) => id),
    lines: order.lines.filter(({ open }) => open > 0).map(({ lineNo, open }) => ({
      lineNo,
      allocated: open,
    })),
    fulfilment: fulfilmentOf("confirmed", after, false),
    record: {
      costMinor: freightMinor + handlingMinor + lateMinor,
      boundMinor: 0,
      optimal: false,
      method: "override",
      currency: order.currency,
      shipments: [{
        node,
        nameZh,
        nameEn,
        units: lines.reduce((sum, { quantity }) => sum + quantity, 0),
        weightGram: weightOf(order.lines),
        freightMinor,
        handlingMinor,
        lateMinor,
        splitMinor: 0,
        promisedOn,
      }],
      runnerUp: null,
      rejected: [],
      unfilled: [],
    },
    overrideReason: reason,
  };
}
