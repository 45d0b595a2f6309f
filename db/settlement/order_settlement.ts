import { prepared } from "~/db/_engine/prepared.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import { loadOrder } from "~/db/order/orders.ts";
import type { OrderId } from "~/domain/_kernel/id.ts";
import { unpostedMinor } from "~/domain/order/give_back.ts";
import { whatStays } from "~/domain/order/what_stays.ts";
import type { OrderSettlement } from "~/domain/settlement/read_models.ts";

const itemRows = prepared((reader, p: { orderId: string }) =>
  reader.from("open_item as i").innerJoin("shipment as s", "s.id", "i.shipment_id")
    .select([
      "s.number as shipment",
      "i.due_on as dueOn",
      "i.amount_minor as amountMinor",
      "i.open_minor as openMinor",
    ]).where("i.order_id", "=", p.orderId).orderBy("i.due_on").orderBy("i.id")
);
/** From the order's items on: begun at the receipts, SQLite reads through all that the dealer ever paid. */
const receiptRows = prepared((reader, p: { orderId: string }) =>
  reader.from("open_item as i")
    .crossJoin("receipt_application as a").whereRef("a.open_item_id", "=", "i.id")
    .crossJoin("receipt as r").whereRef("r.id", "=", "a.receipt_id")
    .select((eb) => [
      "r.number",
      "r.received_at as receivedAt",
      eb.fn.sum<number>("a.amount_minor").as("amountMinor"),
    ])
    .where("i.order_id", "=", p.orderId).groupBy("r.id").orderBy("r.received_at")
);

/** Out of sight for a warehouse: its reader sees no item and no receipt. */
export function loadOrderSettlement(reader: Reader, orderId: OrderId): OrderSettlement {
  const order = loadOrder(reader, orderId);
  const items = itemRows(reader, { orderId });
  const sum = (of: "amountMinor" | "openMinor") =>
    items.reduce((total, item) => total + item[of], 0);
  const isUnderWay = order.lines.some((line) => line.open + line.allocated + line.released > 0);
  return {
    currency: order.currency,
    totalMinor: order.totalMinor,
    cancelledMinor: whatStays(order).cancelledMinor,
    unpostedMinor: isUnderWay ? unpostedMinor(order) : 0,
    postedMinor: sum("amountMinor"),
    openMinor: sum("openMinor"),
    items,
    receipts: receiptRows(reader, { orderId }),
  };
}
