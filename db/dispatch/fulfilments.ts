import { found } from "~/db/_engine/not_found.ts";
import { prepared } from "~/db/_engine/prepared.ts";
import { among, type Reader } from "~/db/_engine/reader.ts";
import type {
  FulfilmentId,
  NodeId,
  OrderId,
  PartnerId,
  ShipmentId,
  SkuId,
} from "~/domain/_kernel/id.ts";
import type {
  FulfilmentDocument,
  FulfilmentState,
  ShipmentDocument,
} from "~/domain/dispatch/fulfilment.ts";

const byOrder = prepared((reader, p: { orderId: string }) =>
  reader.from("fulfilment").selectAll().where("order_id", "=", p.orderId).orderBy("number")
);
const byId = prepared((reader, p: { id: string }) =>
  reader.from("fulfilment").selectAll().where("id", "=", p.id)
);
const idByNumber = prepared((reader, p: { number: string }) =>
  reader.from("fulfilment").select("id").where("number", "=", p.number)
);
const linesOf = prepared((reader, p: { ids: readonly string[] }) =>
  reader.from("fulfilment_line").selectAll().where("fulfilment_id", "in", among(p.ids))
    .orderBy("fulfilment_id").orderBy("line_no")
);

type Row = ReturnType<typeof byId>[number];

/** An order's parts, one for each node that ships it. */
export function fulfilmentsOf(reader: Reader, orderId: OrderId): FulfilmentDocument[] {
  return withLines(reader, byOrder(reader, { orderId }));
}

export function loadFulfilment(reader: Reader, id: FulfilmentId): FulfilmentDocument {
  const row = found(byId(reader, { id })[0], "fulfilment");
  return withLines(reader, [row])[0]!;
}

export function fulfilmentIdByNumber(reader: Reader, number: string): FulfilmentId {
  return found(idByNumber(reader, { number })[0], "fulfilment").id as FulfilmentId;
}

function withLines(reader: Reader, rows: readonly Row[]): FulfilmentDocument[] {
  const system = reader.asSystem("the lines of fulfilments in sight");
  const lines = linesOf(system, { ids: rows.map(({ id }) => id) });
  return rows.map((row) => ({
    id: row.id as FulfilmentId,
    number: row.number,
    orderId: row.order_id as OrderId,
    nodeId: row.node_id as NodeId,
    carrierId: row.carrier_id as PartnerId | null,
    state: row.state as FulfilmentState,
    version: row.version,
    lines: lines.filter(({ fulfilment_id }) => fulfilment_id === row.id).map((line) => ({
      lineNo: line.line_no,
      skuId: line.sku_id as SkuId,
      quantity: line.quantity,
      shipped: line.shipped,
      voided: line.voided,
    })),
  }));
}

const shipmentRow = prepared((reader, p: { number: string }) =>
  reader.from("shipment").select(["id", "order_id", "version", "delivered_at"])
    .where("number", "=", p.number)
);
const shipmentLines = prepared((reader, p: { id: string }) =>
  reader.from("shipment_line").select(["line_no", "sku_id", "quantity"])
    .where("shipment_id", "=", p.id).orderBy("line_no")
);

export function loadShipment(reader: Reader, number: string): ShipmentDocument {
  const row = found(shipmentRow(reader, { number })[0], "shipment");
  const system = reader.asSystem("the lines of a shipment in sight");
  return {
    id: row.id as ShipmentId,
    orderId: row.order_id as OrderId,
    version: row.version,
    deliveredAt: row.delivered_at,
    lines: shipmentLines(system, { id: row.id }).map(({ line_no, sku_id, quantity }) => ({
      lineNo: line_no,
      skuId: sku_id as SkuId,
      quantity,
    })),
  };
}
