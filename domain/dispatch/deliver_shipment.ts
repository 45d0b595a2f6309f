import { accept, type Decision, refuse } from "../_kernel/decision.ts";
import { type Buckets, fulfilmentOf, type Order, stageOf } from "../order/order.ts";
import { takes, type WrongStage } from "../order/transitions.ts";
import type { ShipmentDelivered } from "./events.ts";
import type { ShipmentDocument } from "./fulfilment.ts";

export type DeliverShipment = { version: number; signedBy: string };

export type DeliverRefusal =
  | WrongStage
  | { reason: "changed_meanwhile"; at?: string }
  | { reason: "already_delivered"; deliveredAt: string; at?: string };

/** The goods have arrived and somebody signed for them. */
export function deliverShipment(
  { version, signedBy }: DeliverShipment,
  { order, shipment }: { order: Order; shipment: ShipmentDocument },
): Decision<ShipmentDelivered, DeliverRefusal> {
  const { deliveredAt } = shipment;
  if (deliveredAt !== null) return refuse({ reason: "already_delivered", deliveredAt });
  if (shipment.version !== version) return refuse({ reason: "changed_meanwhile" });
  const stage = stageOf(order);
  if (!takes("deliver", stage)) return refuse({ reason: "wrong_stage", command: "deliver", stage });
  const moved = new Map<number, number>();
  for (const { lineNo, quantity } of shipment.lines) {
    moved.set(lineNo, (moved.get(lineNo) ?? 0) + quantity);
  }
  const after: Buckets[] = order.lines.map((line) => {
    const quantity = moved.get(line.lineNo) ?? 0;
    return { ...line, shipped: line.shipped - quantity, delivered: line.delivered + quantity };
  });
  return accept({
    type: "ShipmentDelivered",
    subject: order.id,
    version: order.version + 1,
    shipmentId: shipment.id,
    shipmentVersion: shipment.version + 1,
    signedBy,
    lines: shipment.lines,
    fulfilment: fulfilmentOf("confirmed", after, false),
  });
}
