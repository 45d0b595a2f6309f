import { loadOverrideFacts, loadRoutingFacts } from "~/db/dispatch/routing_facts.ts";
import { fulfilmentsOf } from "~/db/dispatch/fulfilments.ts";
import { loadApprovalFacts, loadCancelFacts } from "~/db/order/deciding_facts.ts";
import { loadReleaseFacts } from "~/db/dispatch/shipping_facts.ts";
import { loadOrder, orderIdByNumber } from "~/db/order/orders.ts";
import { openMinorOf } from "~/db/settlement/receipt_facts.ts";
import { accept } from "~/domain/_kernel/decision.ts";
import type { OrderId } from "~/domain/_kernel/id.ts";
import { overrideRouting } from "~/domain/dispatch/override_routing.ts";
import { releaseOrder } from "~/domain/dispatch/release_order.ts";
import { routeOrder } from "~/domain/dispatch/route_order.ts";
import { voidFulfilments } from "~/domain/dispatch/void_fulfilments.ts";
import { cancelOrder } from "~/domain/order/cancel_order.ts";
import { completeOrder } from "~/domain/order/complete_order.ts";
import { approveOrder, rejectOrder } from "~/domain/order/decide_approval.ts";
import { type Gate, stageOf } from "~/domain/order/order.ts";
import { takes } from "~/domain/order/transitions.ts";
import type { Deed } from "./timeline.ts";

/*
 * What people and the house do to an order, by its number. The plan of a world does not know which
 * gate an order met: a deed the order does not take any more, or not yet, is left out.
 */

export function approve(number: string, gate: Gate, reason: string): Deed {
  return (planter) =>
    planter.act(
      "order.approve",
      (facts) => loadApprovalFacts(facts, orderIdByNumber(facts, number)),
      (facts, by) =>
        facts.order.awaiting === gate
          ? approveOrder({ gate, reason, version: facts.order.version }, facts, by)
          : accept<never>(),
    );
}

export function reject(number: string, gate: Gate, reason: string): Deed {
  return (planter) =>
    planter.act(
      "order.reject",
      (facts) => loadApprovalFacts(facts, orderIdByNumber(facts, number)),
      (facts, by) =>
        facts.order.awaiting === gate
          ? rejectOrder({ gate, reason, version: facts.order.version }, facts, by)
          : accept<never>(),
    );
}

export function route(number: string): Deed {
  return (planter) =>
    planter.act(
      "order.route",
      (facts) => loadRoutingFacts(facts, orderIdByNumber(facts, number)),
      (facts, by) => takes("route", stageOf(facts.order)) ? routeOrder(facts, by) : accept<never>(),
    );
}

/** A person prefers another warehouse, where that one has the goods. */
export function reroute(number: string, node: string, reason: string): Deed {
  return (planter) =>
    planter.act(
      "routing.override",
      (facts) => loadOverrideFacts(facts, orderIdByNumber(facts, number)),
      (facts, by) => {
        const { version } = facts.order;
        const decision = overrideRouting({ node, reason, version }, facts, by);
        return decision.ok ? decision : accept<never>();
      },
    );
}

export function release(number: string): Deed {
  return (planter) =>
    planter.act(
      "fulfilment.release",
      (facts) => loadReleaseFacts(facts, orderIdByNumber(facts, number)),
      (facts) =>
        facts.planned.length > 0 && takes("release", stageOf(facts.order))
          ? releaseOrder({ version: facts.order.version }, facts)
          : accept<never>(),
    );
}

/** Whole before the release, the rest of it afterwards; the warehouse's papers follow at once. */
export function cancel(number: string, because: string): Deed {
  return async (planter) => {
    const [cancelled] = await planter.act(
      "order.cancel",
      (facts) => loadCancelFacts(facts, orderIdByNumber(facts, number)),
      (facts) =>
        takes("cancel", stageOf(facts.order))
          ? cancelOrder({
            version: facts.order.version,
            because,
            mayAfterRelease: true,
          }, facts)
          : accept<never>(),
    );
    if (!cancelled) return;
    await planter.act(
      "order.void_fulfilments",
      (facts) =>
        fulfilmentsOf(facts, cancelled.subject as OrderId)
          .filter(({ state }) => state !== "shipped" && state !== "void"),
      voidFulfilments,
    );
  };
}

/** Delivered and paid, whichever came last. */
export function complete(orderId: OrderId): Deed {
  return (planter) =>
    planter.act(
      "order.complete",
      (facts) => ({ order: loadOrder(facts, orderId), openMinor: openMinorOf(facts, orderId) }),
      (facts) => takes("complete", stageOf(facts.order)) ? completeOrder(facts) : accept<never>(),
    );
}
