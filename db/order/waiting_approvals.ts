import { sql } from "kysely";
import { prepared } from "~/db/_engine/prepared.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import { hourMs, plusMs } from "~/domain/_kernel/period.ts";
import type { OrderId } from "~/domain/_kernel/id.ts";
import type { Gate } from "~/domain/order/order.ts";
import { remindEveryHours } from "~/domain/order/remind_approver.ts";

const unreminded = prepared((reader, p: { before: string; limit: number }) =>
  reader.from("order_approval").select(["order_id", "gate"])
    .where("state", "=", sql.lit("waiting")).where("asked_at", "<", p.before)
    .where((eb) => eb.or([eb("reminded_at", "is", null), eb("reminded_at", "<", p.before)]))
    .limit(p.limit)
);

/** Gates that have waited a day since they were asked, or since the last reminder. */
export function loadUnreminded(facts: Reader, limit: number): { orderId: OrderId; gate: Gate }[] {
  const before = plusMs(facts.now, -remindEveryHours * hourMs);
  return unreminded(facts, { before, limit })
    .map(({ order_id, gate }) => ({ orderId: order_id as OrderId, gate: gate as Gate }));
}
