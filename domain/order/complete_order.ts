import { accept, type Decision, refuse } from "../_kernel/decision.ts";
import type { OrderCompleted } from "./events.ts";
import { type Order, stageOf } from "./order.ts";
import { takes, type WrongStage } from "./transitions.ts";

/** Delivered and paid for: nothing is left to do. Asked by a listener, so not yet being there is no refusal. */
export function completeOrder(
  { order, openMinor }: { order: Order; openMinor: number },
): Decision<OrderCompleted, WrongStage> {
  const stage = stageOf(order);
  if (stage === "completed" || openMinor > 0) return accept();
  if (!takes("complete", stage)) {
    return refuse({ reason: "wrong_stage", command: "complete", stage });
  }
  return accept({ type: "OrderCompleted", subject: order.id, version: order.version + 1 });
}
