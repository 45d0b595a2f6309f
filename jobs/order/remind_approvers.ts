import type { Engine } from "~/db/_engine/engine.ts";
import { loadUnreminded } from "~/db/order/waiting_approvals.ts";
import { remindApprovers } from "~/domain/order/remind_approver.ts";
import { systemUser } from "~/domain/platform/system_user.ts";

const gatesInUnit = 200;

/**
 * Once a day each gate that waits is told again, a batch a unit, until none is left; the reminder
 * stands on the order and on the home page. Answers how many were told.
 */
export async function remindWaitingApprovers(engine: Engine): Promise<number> {
  for (let done = 0;;) {
    const decision = await engine.transact({
      action: "order.remind",
      author: systemUser,
      scope: { kind: "all" },
      load: (facts) => loadUnreminded(facts, gatesInUnit),
      decide: remindApprovers,
    });
    const count = decision.ok ? decision.events.length : 0;
    done += count;
    if (count < gatesInUnit) return done;
  }
}
