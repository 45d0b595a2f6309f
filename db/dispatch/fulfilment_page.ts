import { sql } from "kysely";
import { found } from "~/db/_engine/not_found.ts";
import { prepared } from "~/db/_engine/prepared.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import type { FulfilmentId, OrderId } from "~/domain/_kernel/id.ts";
import type { FulfilmentState } from "~/domain/dispatch/fulfilment.ts";
import { type Commercial, type Fulfilment, stageOf } from "~/domain/order/order.ts";
import type { FulfilmentPage, PickLine } from "~/domain/dispatch/read_models.ts";
import { carrierOf } from "./order_dispatch.ts";
import { goodsColumns, goodsOf, partiesOf, partyColumns, unitsJson } from "./paper_columns.ts";

const pageRow = prepared((reader, p: { number: string }) =>
  reader.from("fulfilment as f")
    .innerJoin("sales_order as o", "o.id", "f.order_id")
    .innerJoin("partner as d", "d.id", "o.dealer_id")
    .innerJoin("organisation as g", "g.id", "o.organisation_id")
    .innerJoin("address as a", "a.id", "o.address_id")
    .innerJoin("node as n", "n.id", "f.node_id")
    .leftJoin("partner as c", "c.id", "f.carrier_id")
    .select([
      "f.id",
      "f.number",
      "f.state",
      "f.version",
      "f.promised_on",
      "o.id as order_id",
      "o.number as order_number",
      "o.version as order_version",
      "o.commercial",
      "o.fulfilment",
      "o.note",
      "o.required_on",
      "g.name_zh as organisation_zh",
      "g.name_en as organisation_en",
      ...partyColumns,
      "c.code as carrier_code",
      "c.name_zh as carrier_zh",
      "c.name_en as carrier_en",
    ]).where("f.number", "=", p.number)
);

const lineRows = prepared((reader, p: { id: string; orderId: string }) =>
  reader.from("fulfilment_line as l").innerJoin("sku as s", "s.id", "l.sku_id")
    .innerJoin(
      "sales_order_line as o",
      (join) => join.onRef("o.line_no", "=", "l.line_no").on("o.order_id", "=", p.orderId),
    )
    .select([...goodsColumns, "l.line_no", "l.quantity", "l.shipped", "l.voided"])
    .select(["o.unit", "o.unit_factor", unitsJson.as("units")])
    .where("l.fulfilment_id", "=", p.id).orderBy("l.line_no")
);

const shipmentRows = prepared((reader, p: { id: string }) =>
  reader.from("shipment as s").leftJoin("partner as c", "c.id", "s.carrier_id")
    .select([
      "s.number",
      "s.tracking_number",
      "s.shipped_at",
      "s.delivered_at",
      "c.name_zh as carrier_zh",
      "c.name_en as carrier_en",
      sql<string>`(select json_group_array(json_object('lineNo', line_no, 'quantity', quantity))
        from shipment_line where shipment_id = s.id)`.as("lines"),
    ])
    .where("s.fulfilment_id", "=", p.id).orderBy("s.number")
);

/** A part of an order as its warehouse needs it: what, how much, to whom. No prices. */
export function loadFulfilmentPage(reader: Reader, number: string): FulfilmentPage {
  const row = found(pageRow(reader, { number })[0], "fulfilment");
  const system = reader.asSystem("the lines and parcels of a fulfilment in sight");
  const stage = stageOf({
    commercial: row.commercial as Commercial,
    fulfilment: row.fulfilment as Fulfilment,
  });
  return {
    id: row.id as FulfilmentId,
    number: row.number,
    state: row.state as FulfilmentState,
    version: row.version,
    order: {
      id: row.order_id as OrderId,
      number: row.order_number,
      version: row.order_version,
      stage,
      note: row.note,
      requiredOn: row.required_on,
    },
    ...partiesOf(row),
    organisation: { nameZh: row.organisation_zh, nameEn: row.organisation_en },
    carrier: row.carrier_code === null ? null : { code: row.carrier_code, ...carrierOf(row)! },
    promisedOn: row.promised_on,
    lines: lineRows(system, { id: row.id, orderId: row.order_id }).map(lineOf),
    shipments: shipmentRows(system, { id: row.id }).map((shipment) => ({
      number: shipment.number,
      carrier: carrierOf(shipment),
      trackingNumber: shipment.tracking_number,
      shippedAt: shipment.shipped_at,
      deliveredAt: shipment.delivered_at,
      lines: JSON.parse(shipment.lines),
    })),
  };
}

function lineOf(row: ReturnType<typeof lineRows>[number]): PickLine {
  const { line_no, quantity, shipped, voided, unit, unit_factor, ...goods } = row;
  return {
    ...goodsOf(goods),
    lineNo: line_no,
    unit: { code: unit, factor: unit_factor },
    quantity: quantity - voided,
    shipped,
    left: quantity - shipped - voided,
  };
}
