import type { Engine } from "~/db/_engine/engine.ts";
import { loadExpired } from "~/db/inventory/reservations.ts";
import { expireReservations } from "~/domain/order/expire_reservations.ts";
import { inBatches } from "~/jobs/_engine/in_batches.ts";

/** Voids what has run out. Answers how many orders lost their stock. */
export function voidExpiredReservations(engine: Engine): Promise<number> {
  return inBatches(engine, {
    action: "order.expire_reservation",
    inUnit: 100,
    load: loadExpired,
    decide: expireReservations,
  });
}
