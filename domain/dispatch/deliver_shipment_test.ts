import { strict as assert } from "node:assert";
import type { OrderId, ShipmentId, SkuId } from "../_kernel/id.ts";
import { deliverShipment } from "./deliver_shipment.ts";
import type { ShipmentDocument } from "./fulfilment.ts";
import { line, order } from "./testing.ts";

const shipment: ShipmentDocument = {
  id: "SHIPMENT" as ShipmentId,
  orderId: "ORDER" as OrderId,
  version: 1,
  deliveredAt: null,
  lines: [{ lineNo: 1, skuId: "SKU1" as SkuId, quantity: 6 }],
};
const signed = { version: 1, signedBy: "周敏" };

Deno.test("deliverShipment() moves what the parcel carried to delivered", () => {
  const of = order([line(1, 10, { shipped: 10 })]);
  const decision = deliverShipment(signed, { order: of, shipment });
  assert.deepEqual(decision.events, [{
    type: "ShipmentDelivered",
    subject: "ORDER",
    version: 4,
    shipmentId: "SHIPMENT",
    shipmentVersion: 2,
    signedBy: "周敏",
    lines: shipment.lines,
    fulfilment: "shipped",
  }]);
});

Deno.test.each([
  { when: "the last parcel", buckets: { shipped: 6, delivered: 4 }, becomes: "delivered" },
  { when: "a parcel of several", buckets: { shipped: 10 }, becomes: "shipped" },
  {
    when: "a parcel, the rest in picking",
    buckets: { shipped: 6, released: 4 },
    becomes: "part_shipped",
  },
  {
    when: "the last parcel, the rest given up",
    buckets: { shipped: 6, cancelled: 4 },
    becomes: "delivered",
  },
])("deliverShipment() of $when: the order is $becomes", ({ buckets, becomes }) => {
  const decision = deliverShipment(signed, { order: order([line(1, 10, buckets)]), shipment });
  assert.equal(decision.events?.[0]?.fulfilment, becomes);
});

Deno.test("deliverShipment() refuses a parcel that was signed for", () => {
  const deliveredAt = "2026-03-01T02:00:00.000Z";
  const decision = deliverShipment(signed, {
    order: order([line(1, 10, { delivered: 10 })]),
    shipment: { ...shipment, deliveredAt },
  });
  assert.deepEqual(decision.refusals, [{ reason: "already_delivered", deliveredAt }]);
});

Deno.test("deliverShipment() refuses a stale version", () => {
  const of = order([line(1, 10, { shipped: 10 })]);
  const decision = deliverShipment({ ...signed, version: 0 }, { order: of, shipment });
  assert.deepEqual(decision.refusals, [{ reason: "changed_meanwhile" }]);
});

Deno.test("deliverShipment() refuses where the order has nothing under way", () => {
  const of = order([line(1, 10, { released: 10 })]);
  assert.deepEqual(deliverShipment(signed, { order: of, shipment }).refusals, [
    { reason: "wrong_stage", command: "deliver", stage: "released" },
  ]);
});
