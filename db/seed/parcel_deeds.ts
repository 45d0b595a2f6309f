import { fulfilmentsOf } from "~/db/dispatch/fulfilments.ts";
import { prepared } from "~/db/_engine/prepared.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import { loadDeliveryFacts, loadShippingFacts } from "~/db/dispatch/shipping_facts.ts";
import { orderIdByNumber } from "~/db/order/orders.ts";
import { openMinorOf } from "~/db/settlement/receipt_facts.ts";
import { accept } from "~/domain/_kernel/decision.ts";
import type { OrderId } from "~/domain/_kernel/id.ts";
import { deliverShipment } from "~/domain/dispatch/deliver_shipment.ts";
import type { FulfilmentDocument } from "~/domain/dispatch/fulfilment.ts";
import { type ShipParcel, shipParcel } from "~/domain/dispatch/ship_parcel.ts";
import { complete } from "./order_deeds.ts";
import type { Deed } from "./timeline.ts";

const nodeByCode = prepared((reader, p: { code: string }) =>
  reader.from("node").select("id").where("code", "=", p.code)
);

const parcelsOf = prepared((reader, p: { orderId: string }) =>
  reader.from("shipment").select(["number", "node_id"])
    .where("order_id", "=", p.orderId).where("delivered_at", "is", null).orderBy("number")
);

/** What a warehouse still has to ship of an order. */
function toShip(facts: Reader, number: string, node: string): FulfilmentDocument | undefined {
  const [place] = nodeByCode(facts, { code: node });
  return fulfilmentsOf(facts, orderIdByNumber(facts, number)).find(({ nodeId, state }) =>
    nodeId === place?.id && (state === "released" || state === "part_shipped")
  );
}

/** What a warehouse has to ship of an order, or the first part of it; nothing where it has none. */
export function ship(
  number: string,
  node: string,
  { trackingNumber, firstPart = false }: { trackingNumber: string; firstPart?: boolean },
): Deed {
  return (planter) =>
    planter.act(
      "fulfilment.ship",
      (facts) => {
        const part = toShip(facts, number, node);
        return part ? loadShippingFacts(facts, { fulfilmentId: part.id }) : null;
      },
      (facts, by) => {
        if (!facts) return accept<never>();
        const { version, lines: all } = facts.fulfilment;
        const lines = firstPart ? halfOf(all) : undefined;
        return shipParcel({ version, trackingNumber, lines }, facts, by);
      },
    );
}

/** The first line by a half of its units, and all of every second other one. */
function halfOf(
  lines: readonly { lineNo: number; quantity: number }[],
): ShipParcel["lines"] {
  return lines.map(({ lineNo, quantity }, at) => ({
    lineNo,
    quantity: at === 0 ? Math.ceil(quantity / 2) : at % 2 === 1 ? quantity : 0,
  }));
}

/** The oldest parcel of a warehouse that is on the road arrives; what was paid before is complete. */
export function deliver(number: string, node: string, signedBy: string): Deed {
  return async (planter) => {
    let settled: OrderId | null = null;
    await planter.act(
      "shipment.deliver",
      (facts) => {
        const orderId = orderIdByNumber(facts, number);
        const [place] = nodeByCode(facts, { code: node });
        const parcel = parcelsOf(facts, { orderId }).find(({ node_id }) => node_id === place?.id);
        if (!parcel) return null;
        const openMinor = openMinorOf(facts, orderId);
        return { ...loadDeliveryFacts(facts, parcel.number), openMinor };
      },
      (facts) => {
        if (!facts) return accept<never>();
        if (facts.openMinor === 0) settled = facts.order.id;
        return deliverShipment({ version: facts.shipment.version, signedBy }, facts);
      },
    );
    if (settled !== null) await complete(settled)(planter);
  };
}
