import { sql } from "kysely";
import { prepared } from "~/db/_engine/prepared.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import { type PagedRows, type RowPage, rowPage } from "~/db/_search/row_page.ts";
import type { ShipmentRow } from "~/domain/dispatch/read_models.ts";
import { nodeCoded } from "./fulfilment_list.ts";
import { carrierOf } from "./order_dispatch.ts";

export const shipmentViews = ["on_the_way", "delivered", "all"] as const;
export type ShipmentView = typeof shipmentViews[number];

export type ShipmentFilter = {
  view: ShipmentView;
  node?: string;
  carrier?: string;
  /** An order's number or the carrier's. */
  q?: string;
};

/** Parcels, newest first. */
export function listShipments(
  reader: Reader,
  { view, node, carrier, q }: ShipmentFilter,
  page: RowPage,
): PagedRows<ShipmentRow> {
  let query = reader.from("shipment as s")
    .innerJoin("sales_order as o", "o.id", "s.order_id")
    .innerJoin("partner as d", "d.id", "s.dealer_id")
    .innerJoin("node as n", "n.id", "s.node_id")
    .leftJoin("partner as c", "c.id", "s.carrier_id")
    .select([
      "s.id as key",
      "s.number",
      "o.number as order",
      "d.name_zh as dealerZh",
      "d.name_en as dealerEn",
      "n.name_zh as nodeZh",
      "n.name_en as nodeEn",
      "c.name_zh as carrier_zh",
      "c.name_en as carrier_en",
      "s.tracking_number as trackingNumber",
      "s.shipped_at as shippedAt",
      "s.delivered_at as deliveredAt",
      sql<number>`(select sum(quantity) from shipment_line where shipment_id = s.id)`.as("units"),
    ]);
  if (view === "on_the_way") query = query.where("s.delivered_at", "is", null);
  if (view === "delivered") query = query.where("s.delivered_at", "is not", null);
  if (node) query = query.where("s.node_id", "=", nodeCoded(reader, node));
  if (carrier) query = query.where("c.code", "=", carrier);
  if (q) {
    query = query.where((eb) =>
      eb.or([
        eb("s.order_id", "in", orderNumbered(reader, q)),
        eb.and([eb("s.tracking_number", "=", q), eb("s.tracking_number", "<>", sql.lit(""))]),
      ])
    );
  }
  const { rows, ...ends } = rowPage(reader, query, { columns: ["s.id"], direction: "desc", page });
  return {
    rows: rows.map((row) => {
      const { dealerZh, dealerEn, nodeZh, nodeEn, carrier_zh, carrier_en, ...rest } = row;
      return {
        ...rest,
        dealer: { nameZh: dealerZh, nameEn: dealerEn },
        node: { nameZh: nodeZh, nameEn: nodeEn },
        carrier: carrierOf({ carrier_zh, carrier_en }),
      };
    }),
    ...ends,
  };
}

/** The shipments themselves are scoped, so the number of a stranger's order finds nothing. */
function orderNumbered(reader: Reader, number: string) {
  return reader.asSystem("only shipments in sight are listed").from("sales_order").select("id")
    .where("number", "=", number);
}

const isShipment = prepared((reader, p: { number: string }) =>
  reader.from("shipment").select("number").where("number", "=", p.number)
);
const isFulfilment = prepared((reader, p: { number: string }) =>
  reader.from("fulfilment").select("number").where("number", "=", p.number)
);

/** Whether a typed or scanned number is one in sight. */
export function hasShipment(reader: Reader, number: string): boolean {
  return isShipment(reader, { number }).length > 0;
}
export function hasFulfilment(reader: Reader, number: string): boolean {
  return isFulfilment(reader, { number }).length > 0;
}
