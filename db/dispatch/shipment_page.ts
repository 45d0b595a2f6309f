import { found } from "~/db/_engine/not_found.ts";
import { prepared } from "~/db/_engine/prepared.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import type { OrderId } from "~/domain/_kernel/id.ts";
import type { ShipmentPage } from "~/domain/dispatch/read_models.ts";
import { carrierOf } from "./order_dispatch.ts";
import { goodsColumns, goodsOf, partiesOf, partyColumns, unitsJson } from "./paper_columns.ts";

const pageRow = prepared((reader, p: { number: string }) =>
  reader.from("shipment as s")
    .innerJoin("fulfilment as f", "f.id", "s.fulfilment_id")
    .innerJoin("sales_order as o", "o.id", "s.order_id")
    .innerJoin("address as a", "a.id", "o.address_id")
    .innerJoin("partner as d", "d.id", "s.dealer_id")
    .innerJoin("node as n", "n.id", "s.node_id")
    .innerJoin("app_user as u", "u.id", "s.shipped_by")
    .leftJoin("partner as c", "c.id", "s.carrier_id")
    .select([
      "s.id",
      "s.number",
      "s.version",
      "f.number as fulfilment",
      "o.id as order_id",
      "o.number as order_number",
      ...partyColumns,
      "c.name_zh as carrier_zh",
      "c.name_en as carrier_en",
      "s.tracking_number",
      "s.currency",
      "s.goods_minor",
      "s.freight_minor",
      "s.tax_minor",
      "s.shipped_at",
      "u.name as shipped_by",
      "s.delivered_at",
      "s.signed_by",
    ]).where("s.number", "=", p.number)
);

const lineRows = prepared((reader, p: { id: string }) =>
  reader.from("shipment_line as l").innerJoin("sku as s", "s.id", "l.sku_id")
    .select([
      "l.line_no as lineNo",
      ...goodsColumns,
      "l.quantity",
      "l.goods_minor as goodsMinor",
      "l.freight_minor as freightMinor",
      "l.tax_minor as taxMinor",
      unitsJson.as("units"),
    ]).where("l.shipment_id", "=", p.id).orderBy("l.line_no")
);

/** A parcel: what it carries, where it is, who signed. */
export function loadShipmentPage(reader: Reader, number: string): ShipmentPage {
  const row = found(pageRow(reader, { number })[0], "shipment");
  const system = reader.asSystem("the lines of a shipment in sight");
  return {
    number: row.number,
    version: row.version,
    fulfilment: row.fulfilment,
    order: { id: row.order_id as OrderId, number: row.order_number },
    ...partiesOf(row),
    carrier: carrierOf(row),
    trackingNumber: row.tracking_number,
    currency: row.currency,
    goodsMinor: row.goods_minor,
    freightMinor: row.freight_minor,
    taxMinor: row.tax_minor,
    shippedAt: row.shipped_at,
    shippedBy: row.shipped_by,
    deliveredAt: row.delivered_at,
    signedBy: row.signed_by,
    lines: lineRows(system, { id: row.id }).map(goodsOf),
  };
}
