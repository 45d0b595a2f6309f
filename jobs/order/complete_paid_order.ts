import { loadOrder } from "~/db/order/orders.ts";
import { openMinorOf } from "~/db/settlement/receipt_facts.ts";
import type { OrderId } from "~/domain/_kernel/id.ts";
import type { ShipmentDelivered } from "~/domain/dispatch/events.ts";
import type { OrderCancelled } from "~/domain/order/events.ts";
import { completeOrder } from "~/domain/order/complete_order.ts";
import { systemUser } from "~/domain/platform/system_user.ts";
import type { ReceiptRecorded } from "~/domain/settlement/events.ts";
import type { Delivery, Handler } from "~/jobs/_engine/listen.ts";

/** Delivered and paid, whichever came last. */
export const completeDeliveredOrder: Handler<ShipmentDelivered> = ({ subject }, delivery) =>
  complete(subject, delivery, delivery.once);

/** With the rest given up, what was delivered and paid before may be all there is. */
export const completeCutOrder: Handler<OrderCancelled> = async ({ subject, whole }, delivery) => {
  if (!whole) await complete(subject, delivery, delivery.once);
};

/** One receipt may settle several orders: each is a unit with a mark of its own. */
export const completePaidOrders: Handler<ReceiptRecorded> = async ({ applications }, delivery) => {
  for (const orderId of new Set(applications.map((application) => application.orderId))) {
    const listener = `${delivery.once.listener} ${orderId}`;
    await complete(orderId, delivery, { ...delivery.once, listener });
  }
};

async function complete(
  orderId: OrderId,
  { engine }: Delivery,
  once: Delivery["once"],
): Promise<void> {
  await engine.transact({
    action: "order.complete",
    author: systemUser,
    scope: { kind: "all" },
    once,
    load: (facts) => ({ order: loadOrder(facts, orderId), openMinor: openMinorOf(facts, orderId) }),
    decide: completeOrder,
  });
}
