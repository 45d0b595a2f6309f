import { fulfilmentsOf } from "~/db/dispatch/fulfilments.ts";
import { voidFulfilments } from "~/domain/dispatch/void_fulfilments.ts";
import type { OrderCancelled } from "~/domain/order/events.ts";
import { systemUser } from "~/domain/platform/system_user.ts";
import type { Handler } from "~/jobs/_engine/listen.ts";

/** Stock and credit went back with the cancellation itself; the warehouse's papers follow. */
export const voidCancelledFulfilments: Handler<OrderCancelled> = async (
  { subject },
  { engine, once },
) => {
  await engine.transact({
    action: "order.void_fulfilments",
    author: systemUser,
    scope: { kind: "all" },
    once,
    load: (facts) =>
      fulfilmentsOf(facts, subject).filter(({ state }) => state !== "shipped" && state !== "void"),
    decide: voidFulfilments,
  });
};
