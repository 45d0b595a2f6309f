import { accept, type Decision } from "../_kernel/decision.ts";
import { type DueReservation, voidDue } from "../inventory/reserve.ts";
import type { ReservationVoided } from "../inventory/reservation_events.ts";

/** The clock's turn to void what has run out; whoever needed the stock sooner has done so already. */
export function expireReservations(
  due: readonly DueReservation[],
): Decision<ReservationVoided, never> {
  return accept(...voidDue(due));
}
