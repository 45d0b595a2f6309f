import type { Engine } from "~/db/_engine/engine.ts";
import { loadExpired } from "~/db/inventory/reservations.ts";
import { expireReservations } from "~/domain/order/expire_reservations.ts";
import { systemUser } from "~/domain/platform/system_user.ts";

const ordersInUnit = 100;

/** Voids what has run out, a batch a unit, until nothing is due. Answers how many orders lost their stock. */
export async function voidExpiredReservations(engine: Engine): Promise<number> {
  for (let done = 0;;) {
    const decision = await engine.transact({
      action: "order.expire_reservation",
      author: systemUser,
      scope: { kind: "all" },
      load: (facts) => loadExpired(facts, ordersInUnit),
      decide: expireReservations,
    });
    const count = decision.ok ? decision.events.length : 0;
    done += count;
    if (count < ordersInUnit) return done;
  }
}
