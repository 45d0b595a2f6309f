import { accept, type Decision } from "../_kernel/decision.ts";
import type { OrderId } from "../_kernel/id.ts";
import type { ApproverReminded } from "./events.ts";
import type { Gate } from "./order.ts";

/** Once a day for each gate that still waits; an hour less, so that a daily round never skips one. */
export const remindEveryHours = 23;

export function remindApprovers(
  waiting: readonly { orderId: OrderId; gate: Gate }[],
): Decision<ApproverReminded, never> {
  return accept(...waiting.map(({ orderId, gate }): ApproverReminded => ({
    type: "ApproverReminded",
    subject: orderId,
    gate,
  })));
}
