import { prepared } from "~/db/_engine/prepared.ts";
import { among, type Reader } from "~/db/_engine/reader.ts";
import type { OrderId } from "~/domain/_kernel/id.ts";
import type { PostedShipment } from "~/domain/dispatch/read_models.ts";
import { carrierOf, shipmentIdsOf } from "./order_dispatch.ts";

const headRows = prepared((reader, p: { ids: readonly string[] }) =>
  reader.from("shipment as s").leftJoin("partner as c", "c.id", "s.carrier_id")
    .select([
      "s.id",
      "s.number",
      "s.tracking_number",
      "s.shipped_at",
      "s.delivered_at",
      "s.currency",
      "s.goods_minor",
      "s.freight_minor",
      "s.tax_minor",
      "c.name_zh as carrier_zh",
      "c.name_en as carrier_en",
    ])
    .where("s.id", "in", among(p.ids)).orderBy("s.number")
);

const lineRows = prepared((reader, p: { ids: readonly string[] }) =>
  reader.from("shipment_line as l").innerJoin("sku as k", "k.id", "l.sku_id")
    .select([
      "l.shipment_id as shipmentId",
      "l.line_no as line",
      "k.code as sku",
      "l.quantity",
      "l.goods_minor as goodsMinor",
    ])
    .where("l.shipment_id", "in", among(p.ids)).orderBy("l.line_no")
);

/** The parcels of an order that are in sight, with what each of them carries and posted. */
export function loadOrderShipments(reader: Reader, orderId: OrderId): PostedShipment[] {
  const all = shipmentIdsOf(reader, orderId);
  const heads = all.length > 0 ? headRows(reader, { ids: all }) : [];
  const system = reader.asSystem("the lines of shipments in sight");
  const ids = heads.map(({ id }) => id);
  const lines = ids.length > 0 ? lineRows(system, { ids }) : [];
  return heads.map((row) => ({
    number: row.number,
    carrier: carrierOf(row),
    trackingNumber: row.tracking_number,
    shippedAt: row.shipped_at,
    deliveredAt: row.delivered_at,
    currency: row.currency,
    goodsMinor: row.goods_minor,
    freightMinor: row.freight_minor,
    taxMinor: row.tax_minor,
    lines: lines.filter(({ shipmentId }) => shipmentId === row.id)
      .map(({ shipmentId: _shipment, ...line }) => line),
  }));
}
