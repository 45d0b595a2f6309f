import {
  routeOrder as solve,
  type RoutingNode,
  type RoutingResult,
} from "../../wasm/routing/mod.ts";
import type { By } from "../_kernel/by.ts";
import { accept, type Decision, refuse } from "../_kernel/decision.ts";
import type { FulfilmentId, SkuId } from "../_kernel/id.ts";
import { type NextNumber, numberOf } from "../_kernel/number.ts";
import { type Day, dayOf } from "../_kernel/period.ts";
import type { StockPinned } from "../inventory/reservation_events.ts";
import { type Buckets, fulfilmentOf, type Order, type OrderLine, stageOf } from "../order/order.ts";
import { takes, type WrongStage } from "../order/transitions.ts";
import type { BrokenRule, FulfilmentLine, OrderRouted, PlannedFulfilment } from "./events.ts";
import { brokenRule, daysThere, promisedOn, type RoutingCandidate } from "./routing_candidate.ts";
import { recordOf } from "./routing_record.ts";

/** What splitting and waiting cost us, beside what the carrier asks. */
export const routingPolicy = { splitMinor: 200, lateDayMinor: 50 };

const maxUnits = 2 ** 31 - 1;

export type RoutingFacts = {
  order: Order;
  /** Sorted by code: the kernel breaks ties by place. */
  candidates: readonly RoutingCandidate[];
  number: NextNumber;
  skuCodes: ReadonlyMap<SkuId, string>;
};

export type Wanted = { skuId: SkuId; quantity: number; weightGram: number };

/** Chooses the nodes that ship what is still open, at the least cost, and pins the stock there. */
export function routeOrder(
  facts: RoutingFacts,
  by: By,
): Decision<OrderRouted | StockPinned, WrongStage> {
  const { order, candidates } = facts;
  const stage = stageOf(order);
  if (!takes("route", stage)) return refuse({ reason: "wrong_stage", command: "route", stage });
  const wanted = openDemand(order.lines);
  if (wanted.length === 0) return accept();
  const today = dayOf(by.at);
  const result = candidates.length === 0 ? nowhere(wanted) : solve<BrokenRule>({
    nodes: candidates.map((candidate) => nodeOf(candidate, today)),
    lines: wanted.map(({ quantity, weightGram }) => ({ quantity, weightGram })),
    stock: stockMatrix(candidates, wanted),
    splitMinor: routingPolicy.splitMinor,
  });
  const shares = dealOut(order.lines, wanted, result);
  const fulfilments = plan(facts, { result, shares, today, by });
  return accept<OrderRouted | StockPinned>(
    routed(facts, { result, wanted, fulfilments, today }),
    ...pinned(order, fulfilments),
  );
}

/** A pool whose last node was taken away ships nothing. */
function nowhere(wanted: readonly Wanted[]): RoutingResult<BrokenRule> {
  return {
    plan: [],
    costMinor: 0,
    boundMinor: 0,
    optimal: true,
    method: "exact",
    unfilled: wanted.map(({ quantity }, line) => ({ line, missing: quantity })),
    runnerUp: null,
    rejected: [],
  };
}

/** What still has no node, per SKU: two lines of one SKU draw on the same stock. */
export function openDemand(lines: readonly OrderLine[]): Wanted[] {
  const bySku = new Map<SkuId, Wanted>();
  for (const { skuId, open, weightGram, baseQuantity } of lines) {
    if (open === 0) continue;
    const known = bySku.get(skuId);
    if (known) known.quantity += open;
    else {bySku.set(skuId, {
        skuId,
        quantity: open,
        weightGram: Math.round(weightGram / baseQuantity),
      });}
  }
  return [...bySku.values()];
}

/** What the days until it is there cost us. */
export function lateMinorOf(candidate: RoutingCandidate, today: Day): number {
  return daysThere(candidate, today) * routingPolicy.lateDayMinor;
}

function nodeOf(candidate: RoutingCandidate, today: Day): RoutingNode<BrokenRule> {
  const { rate, capacityLeft, handlingMinor } = candidate;
  return {
    brokenRule: brokenRule(candidate),
    capacity: Math.max(0, Math.min(maxUnits, capacityLeft)),
    rate: {
      firstWeightGram: rate?.firstWeightGram ?? 0,
      firstPriceMinor: rate?.firstMinor ?? 0,
      stepWeightGram: rate?.stepWeightGram ?? 1,
      stepPriceMinor: rate?.stepMinor ?? 0,
    },
    handlingMinor,
    fixedMinor: lateMinorOf(candidate, today),
  };
}

function stockMatrix(
  candidates: readonly RoutingCandidate[],
  wanted: readonly Wanted[],
): Int32Array {
  const stock = new Int32Array(candidates.length * wanted.length);
  candidates.forEach(({ free }, node) =>
    wanted.forEach(({ skuId }, line) => {
      stock[node * wanted.length + line] = Math.max(0, Math.min(maxUnits, free.get(skuId) ?? 0));
    })
  );
  return stock;
}

/** Gives each node's quantity of a SKU to the order's lines of that SKU, in line order. */
function dealOut(
  lines: readonly OrderLine[],
  wanted: readonly Wanted[],
  { plan }: RoutingResult<BrokenRule>,
): FulfilmentLine[][] {
  const left = new Map(lines.map((line) => [line.lineNo, line.open]));
  return plan.map(({ lines: parts }) =>
    parts.flatMap(({ line, quantity }) => {
      const { skuId } = wanted[line]!;
      const dealt: FulfilmentLine[] = [];
      let rest = quantity;
      for (const { lineNo } of lines.filter((candidate) => candidate.skuId === skuId)) {
        const take = Math.min(rest, left.get(lineNo)!);
        if (take > 0) dealt.push({ lineNo, skuId, quantity: take });
        left.set(lineNo, left.get(lineNo)! - take);
        rest -= take;
      }
      return dealt;
    }).sort((a, b) => a.lineNo - b.lineNo)
  );
}

function plan(
  { candidates, number }: RoutingFacts,
  { result, shares, today, by }: {
    result: RoutingResult<BrokenRule>;
    shares: FulfilmentLine[][];
    today: Day;
    by: By;
  },
): PlannedFulfilment[] {
  return result.plan.map(({ node, freightMinor }, i) => {
    const candidate = candidates[node]!;
    return {
      fulfilmentId: by.newId() as FulfilmentId,
      number: numberOf({ ...number, value: number.value + i }),
      nodeId: candidate.nodeId,
      carrierId: candidate.rate?.carrierId ?? null,
      freightMinor,
      promisedOn: promisedOn(candidate, today),
      lines: shares[i]!,
    };
  });
}

function routed(
  facts: RoutingFacts,
  { result, wanted, fulfilments, today }: {
    result: RoutingResult<BrokenRule>;
    wanted: readonly Wanted[];
    fulfilments: PlannedFulfilment[];
    today: Day;
  },
): OrderRouted {
  const { order, number } = facts;
  const lines = allocatedBy(fulfilments);
  return {
    type: "OrderRouted",
    subject: order.id,
    version: order.version + 1,
    takes: fulfilments.length > 0 ? number : null,
    fulfilments,
    replaces: [],
    lines,
    fulfilment: fulfilmentOf("confirmed", afterAllocating(order.lines, lines), false),
    record: recordOf(facts, { result, wanted, today }),
    overrideReason: null,
  };
}

export function allocatedBy(
  fulfilments: readonly PlannedFulfilment[],
): { lineNo: number; allocated: number }[] {
  const sums = new Map<number, number>();
  for (const { lines } of fulfilments) {
    for (const { lineNo, quantity } of lines) sums.set(lineNo, (sums.get(lineNo) ?? 0) + quantity);
  }
  return [...sums].map(([lineNo, allocated]) => ({ lineNo, allocated })).sort((a, b) =>
    a.lineNo - b.lineNo
  );
}

export function afterAllocating(
  lines: readonly OrderLine[],
  moved: readonly { lineNo: number; allocated: number }[],
): Buckets[] {
  return lines.map((line) => {
    const allocated = moved.find(({ lineNo }) => lineNo === line.lineNo)?.allocated ?? 0;
    return { ...line, open: line.open - allocated, allocated: line.allocated + allocated };
  });
}

export function pinned(order: Order, fulfilments: readonly PlannedFulfilment[]): StockPinned[] {
  const pins = fulfilments.flatMap(({ nodeId, lines }) =>
    lines.map((line) => ({ ...line, nodeId }))
  );
  return pins.length > 0 ? [{ type: "StockPinned", subject: order.id, pins }] : [];
}
