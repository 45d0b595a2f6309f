import { listen, type Listener } from "./_engine/listen.ts";
import { routeConfirmedOrder } from "./dispatch/route_confirmed_order.ts";
import { voidCancelledFulfilments } from "./dispatch/void_cancelled_fulfilments.ts";
import {
  completeCutOrder,
  completeDeliveredOrder,
  completePaidOrders,
} from "./order/complete_paid_order.ts";

/** What happens next: one line a listener. */
export const listeners: Listener[] = [
  listen("OrderConfirmed", "route_order", routeConfirmedOrder),
  listen("OrderCancelled", "void_fulfilments", voidCancelledFulfilments),
  listen("OrderCancelled", "complete_cut_order", completeCutOrder),
  listen("ShipmentDelivered", "complete_delivered_order", completeDeliveredOrder),
  listen("ReceiptRecorded", "complete_paid_orders", completePaidOrders),
];
