import { loadApprovalFacts } from "~/db/order/deciding_facts.ts";
import { orderIdByNumber } from "~/db/order/orders.ts";
import type { By } from "~/domain/_kernel/by.ts";
import type { Decision } from "~/domain/_kernel/decision.ts";
import type { AnyEvent } from "~/domain/events.ts";
import {
  type ApprovalFacts,
  type ApprovalRefusal,
  approveOrder,
  type DecideApproval,
  rejectOrder,
} from "~/domain/order/decide_approval.ts";
import type { Ctx, Work } from "~/routes/_entry/context.ts";
import { decidingGate } from "./gate.ts";

export type Verdict = "approve" | "reject";

const decisions: Record<
  Verdict,
  (command: DecideApproval, facts: ApprovalFacts, by: By) => Decision<AnyEvent, ApprovalRefusal>
> = { approve: approveOrder, reject: rejectOrder };

/** A yes or no at the gate of whoever asks, as far as that right reaches. */
export function deciding(
  ctx: Pick<Ctx, "principal">,
  number: string,
  { verdict, reason, version }: { verdict: Verdict; reason: string; version: number | null },
): Work<ApprovalFacts, AnyEvent, ApprovalRefusal> {
  const { gate, scope } = decidingGate(ctx);
  return {
    as: scope,
    load: (facts) => loadApprovalFacts(facts, orderIdByNumber(facts, number)),
    decide: (facts, by) => {
      const seen = version ?? facts.order.version;
      return decisions[verdict]({ gate, reason, version: seen }, facts, by);
    },
  };
}
