import { organisationLine } from "~/db/channel/organisation_line.ts";
import { nextNumber } from "~/db/_engine/number_series.ts";
import { prepared } from "~/db/_engine/prepared.ts";
import { among, type Reader } from "~/db/_engine/reader.ts";
import { loadHeld } from "~/db/inventory/reservations.ts";
import { creditAccountOf } from "~/db/order/deciding_facts.ts";
import { loadOrder } from "~/db/order/orders.ts";
import type { FulfilmentId, OrderId, PartnerId } from "~/domain/_kernel/id.ts";
import type { ReleaseFacts } from "~/domain/dispatch/release_order.ts";
import type { ShippingFacts } from "~/domain/dispatch/ship_parcel.ts";
import { fulfilmentsOf, loadFulfilment, loadShipment } from "./fulfilments.ts";

/** Only a carrier of the organisation that sells, or of one above it: another's contract is not theirs to use. */
const carrierOf = prepared((reader, p: { line: readonly string[]; code: string }) =>
  reader.from("partner").select(["id", "code", "ships"])
    .where("kind", "=", "carrier").where("code", "=", p.code)
    .where("organisation_id", "in", among(p.line)).where("state", "=", "active")
);

const carrierById = prepared((reader, p: { id: string }) =>
  reader.from("partner").select(["id", "code", "ships"]).where("id", "=", p.id)
);

/** The one the command names, or the one the fulfilment was planned with. */
function carrierFor(
  system: Reader,
  { organisationId, planned, named }: {
    organisationId: string;
    planned: PartnerId | null;
    named?: string;
  },
): Pick<ShippingFacts, "carrierId" | "carrierThatDoesNotShip"> {
  const [row] = named !== undefined
    ? carrierOf(system, { line: organisationLine(system, organisationId), code: named })
    : planned
    ? carrierById(system, { id: planned })
    : [];
  return {
    carrierId: (row?.id ?? null) as PartnerId | null,
    carrierThatDoesNotShip: row?.ships === 0 ? row.code : null,
  };
}

/** A warehouse in whose sight the fulfilment lies ships it, although the rest of the order is not its business. */
export function loadShippingFacts(
  reader: Reader,
  { fulfilmentId, carrier }: { fulfilmentId: FulfilmentId; carrier?: string },
): ShippingFacts {
  const fulfilment = loadFulfilment(reader, fulfilmentId);
  const system = reader.asSystem(
    "shipping a part in sight moves the order, the ledger and the credit",
  );
  const order = loadOrder(system, fulfilment.orderId);
  return {
    order,
    fulfilment,
    ...carrierFor(system, {
      organisationId: order.organisationId,
      planned: fulfilment.carrierId,
      named: carrier,
    }),
    held: new Map(loadHeld(system, order.id).map(({ skuId, quantity }) => [skuId, quantity])),
    credit: creditAccountOf(system, order),
    shipmentNumber: nextNumber(reader, "SH"),
    journalNumber: nextNumber(reader, "JV"),
  };
}

/** The planned parts of an order; a warehouse releases its own, sales all of them. */
export function loadReleaseFacts(reader: Reader, orderId: OrderId): ReleaseFacts {
  const planned = fulfilmentsOf(reader, orderId).filter(({ state }) => state === "planned");
  return { order: loadOrder(reader, orderId), planned };
}

export function loadDeliveryFacts(reader: Reader, number: string) {
  const shipment = loadShipment(reader, number);
  const system = reader.asSystem("a shipment in sight completes its part of the order");
  return { shipment, order: loadOrder(system, shipment.orderId) };
}
