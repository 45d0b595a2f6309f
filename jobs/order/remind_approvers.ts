import type { Engine } from "~/db/_engine/engine.ts";
import { loadUnreminded } from "~/db/order/waiting_approvals.ts";
import { remindApprovers } from "~/domain/order/remind_approver.ts";
import { inBatches } from "~/jobs/_engine/in_batches.ts";

/**
 * Once a day each gate that waits is told again; the reminder stands on the order and on the home
 * page. Answers how many were told.
 */
export function remindWaitingApprovers(engine: Engine): Promise<number> {
  return inBatches(engine, {
    action: "order.remind",
    inUnit: 200,
    load: loadUnreminded,
    decide: remindApprovers,
  });
}
