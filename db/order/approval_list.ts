import { sql } from "kysely";
import { counted } from "~/db/_engine/counted.ts";
import { prepared } from "~/db/_engine/prepared.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import type { Gate } from "~/domain/order/order.ts";
import type { WaitingOrder } from "~/domain/order/read_models.ts";
import { countCap, ordersByIds } from "./order_list.ts";

/** Orders whose turn it is at a gate; one that waits for the dealer first is not yet ours. */
const waitingAt = prepared((reader, p: { gate: string; limit: number }) =>
  reader.from("order_approval as a").innerJoin("sales_order as o", "o.id", "a.order_id")
    .select([
      "a.order_id",
      "a.causes",
      "a.asked_at as askedAt",
      "a.reminded_at as remindedAt",
      "o.version",
    ])
    .where("a.state", "=", sql.lit("waiting")).where("a.gate", "=", p.gate)
    .where("o.awaiting", "=", p.gate)
    .orderBy("a.asked_at").limit(sql<number>`${p.limit}`)
);

/** What waits at a gate for whoever may decide there, the oldest first. */
export function listWaiting(
  reader: Reader,
  { gate, limit }: { gate: Gate; limit: number },
): WaitingOrder[] {
  const waiting = waitingAt(reader, { gate, limit });
  const orders = ordersByIds(reader, waiting.map(({ order_id }) => order_id));
  const rows = new Map(orders.map((order) => [order.id, order]));
  return waiting.flatMap(({ order_id, causes, ...rest }) => {
    const order = rows.get(order_id);
    return order ? [{ ...order, ...rest, gate, causes: JSON.parse(causes) }] : [];
  });
}

const countAt = prepared((reader, p: { gate: string; limit: number }) =>
  counted(
    reader.from("order_approval as a").innerJoin("sales_order as o", "o.id", "a.order_id")
      .select("a.order_id")
      .where("a.state", "=", sql.lit("waiting")).where("a.gate", "=", p.gate)
      .where("o.awaiting", "=", p.gate).limit(sql<number>`${p.limit}`),
  )
);

export function countWaiting(reader: Reader, gate: Gate): number {
  return countAt(reader, { gate, limit: countCap + 1 })[0]!.count;
}
