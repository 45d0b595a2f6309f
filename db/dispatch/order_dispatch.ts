import { sql } from "kysely";
import { prepared } from "~/db/_engine/prepared.ts";
import { among, type Reader } from "~/db/_engine/reader.ts";
import { loadOrder } from "~/db/order/orders.ts";
import type { OrderId } from "~/domain/_kernel/id.ts";
import type { RoutingRecord } from "~/domain/dispatch/events.ts";
import type { FulfilmentState } from "~/domain/dispatch/fulfilment.ts";
import { stageOf } from "~/domain/order/order.ts";
import type {
  Named,
  OrderDispatch,
  OrderPart,
  RoutingDecision,
} from "~/domain/dispatch/read_models.ts";

const partRows = prepared((reader, p: { orderId: string }) =>
  reader.from("fulfilment as f").innerJoin("node as n", "n.id", "f.node_id")
    .leftJoin("partner as c", "c.id", "f.carrier_id")
    .select([
      "f.id",
      "f.number",
      "f.state",
      "f.promised_on",
      "n.code",
      "n.name_zh",
      "n.name_en",
      "c.name_zh as carrier_zh",
      "c.name_en as carrier_en",
    ])
    .where("f.order_id", "=", p.orderId).orderBy("f.number")
);

const partLines = prepared((reader, p: { ids: readonly string[] }) =>
  reader.from("fulfilment_line as l").innerJoin("sku as s", "s.id", "l.sku_id")
    .select(["l.fulfilment_id", "l.line_no", "s.code", "l.quantity", "l.shipped", "l.voided"])
    .where("l.fulfilment_id", "in", among(p.ids)).orderBy("l.line_no")
);

const shipmentIds = prepared((reader, p: { orderId: string }) =>
  reader.from("shipment").select("id").where("order_id", "=", p.orderId)
);

const shipmentRows = prepared((reader, p: { ids: readonly string[] }) =>
  reader.from("shipment as s").innerJoin("node as n", "n.id", "s.node_id")
    .innerJoin("fulfilment as f", "f.id", "s.fulfilment_id")
    .leftJoin("partner as c", "c.id", "s.carrier_id")
    .select([
      "s.number",
      "f.number as fulfilment",
      "s.version",
      "s.tracking_number",
      "s.shipped_at",
      "s.delivered_at",
      "s.signed_by",
      "n.code",
      "n.name_zh",
      "n.name_en",
      "c.name_zh as carrier_zh",
      "c.name_en as carrier_en",
      sql<number>`(select sum(quantity) from shipment_line where shipment_id = s.id)`.as("units"),
    ])
    .where("s.id", "in", among(p.ids)).orderBy("s.number")
);

const decisionRows = prepared((reader, p: { orderId: string }) =>
  reader.from("routing_decision as d").innerJoin("app_user as u", "u.id", "d.user_id")
    .select(["d.at", "u.name", "d.override_reason", "d.detail"])
    .where("d.order_id", "=", p.orderId).orderBy("d.seq", "desc")
);

const nodeRows = prepared((reader, p: { poolId: string }) =>
  reader.from("node").select(["code", "name_zh", "name_en"]).where("pool_id", "=", p.poolId)
    .orderBy("code")
);

export function loadOrderDispatch(reader: Reader, orderId: OrderId): OrderDispatch {
  const { id, number, version, currency, lines, poolId, ...order } = loadOrder(reader, orderId);
  const sum = (bucket: "open" | "allocated") =>
    lines.reduce((total, line) => total + line[bucket], 0);
  return {
    id,
    number,
    version,
    stage: stageOf(order),
    currency,
    openUnits: sum("open"),
    movableUnits: sum("open") + sum("allocated"),
    decisions: loadDecisions(reader, orderId),
    parts: loadParts(reader, orderId),
    shipments: loadShipments(reader, orderId).map((row) => ({
      number: row.number,
      fulfilment: row.fulfilment,
      version: row.version,
      node: nodeOf(row),
      carrier: carrierOf(row),
      trackingNumber: row.tracking_number,
      units: row.units,
      shippedAt: row.shipped_at,
      deliveredAt: row.delivered_at,
      signedBy: row.signed_by,
    })),
    nodes: nodeRows(reader, { poolId }).map(nodeOf),
  };
}

/** Newest first; none for a dealer, whom our costs do not concern. */
export function loadDecisions(reader: Reader, orderId: OrderId): RoutingDecision[] {
  if (isDealer(reader)) return [];
  return decisionRows(reader, { orderId }).map((row) => ({
    at: row.at,
    who: row.name,
    overrideReason: row.override_reason,
    record: JSON.parse(row.detail) as RoutingRecord,
  }));
}

/** By id: asked for by order and dealer at once, SQLite reads through all that the dealer ever got. */
function loadShipments(reader: Reader, orderId: OrderId) {
  const ids = shipmentIdsOf(reader, orderId);
  return ids.length > 0 ? shipmentRows(reader, { ids }) : [];
}

/** Of all the order's shipments: which of them are in sight is asked with these ids. */
export function shipmentIdsOf(reader: Reader, orderId: OrderId): string[] {
  const system = reader.asSystem("which of an order's shipments are in sight is asked next");
  return shipmentIds(system, { orderId }).map(({ id }) => id);
}

function isDealer({ scope }: Reader): boolean {
  return ["own", "dealer", "dealer_and_below"].includes(scope.kind);
}

export function loadParts(reader: Reader, orderId: OrderId): OrderPart[] {
  const rows = partRows(reader, { orderId });
  const system = reader.asSystem("the lines of parts in sight");
  const lines = partLines(system, { ids: rows.map(({ id }) => id) });
  return rows.map((row) => {
    const own = lines.filter(({ fulfilment_id }) => fulfilment_id === row.id);
    return {
      number: row.number,
      state: row.state as FulfilmentState,
      node: nodeOf(row),
      carrier: carrierOf(row),
      promisedOn: row.promised_on,
      units: own.reduce((sum, { quantity, voided }) => sum + quantity - voided, 0),
      shippedUnits: own.reduce((sum, { shipped }) => sum + shipped, 0),
      lines: own.map(({ line_no, code, quantity, shipped, voided }) => ({
        line: line_no,
        sku: code,
        quantity,
        shipped,
        voided,
      })),
    };
  });
}

function nodeOf({ code, name_zh, name_en }: { code: string; name_zh: string; name_en: string }) {
  return { code, nameZh: name_zh, nameEn: name_en };
}

export function carrierOf(
  { carrier_zh, carrier_en }: { carrier_zh: string | null; carrier_en: string | null },
): Named | null {
  return carrier_zh === null ? null : { nameZh: carrier_zh, nameEn: carrier_en ?? carrier_zh };
}
