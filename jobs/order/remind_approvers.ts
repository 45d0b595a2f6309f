import type { Engine } from "~/db/_engine/engine.ts";
import { loadUnreminded } from "~/db/order/waiting_approvals.ts";
import { remindApprovers } from "~/domain/order/remind_approver.ts";
import { systemUser } from "~/domain/platform/system_user.ts";

const gatesInUnit = 200;

/** Once a day each gate that waits is told again; the reminder stands on the order and on the home page. */
export async function remindWaitingApprovers(engine: Engine): Promise<void> {
  await engine.transact({
    action: "order.remind",
    author: systemUser,
    scope: { kind: "all" },
    load: (facts) => loadUnreminded(facts, gatesInUnit),
    decide: remindApprovers,
  });
}
