import { loadRoutingFacts } from "~/db/dispatch/routing_facts.ts";
import { routeOrder } from "~/domain/dispatch/route_order.ts";
import type { OrderConfirmed } from "~/domain/order/events.ts";
import { systemUser } from "~/domain/platform/system_user.ts";
import type { Handler } from "~/jobs/_engine/listen.ts";

/** A confirmed order finds its nodes in a unit of its own. One that was cancelled meanwhile is left alone. */
export const routeConfirmedOrder: Handler<OrderConfirmed> = async (
  { subject },
  { engine, once },
) => {
  await engine.transact({
    action: "order.route",
    author: systemUser,
    scope: { kind: "all" },
    once,
    load: (facts) => loadRoutingFacts(facts, subject),
    decide: routeOrder,
  });
};
