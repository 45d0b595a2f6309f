import { takeNumber } from "~/db/_engine/number_series.ts";
import type { Tx } from "~/db/_engine/tx.ts";
import { note } from "~/db/order/timeline.ts";
import type { OrderId } from "~/domain/_kernel/id.ts";
import type {
  DispatchCenterEvent,
  OrderRouted,
  ParcelShipped,
  PlannedFulfilment,
} from "~/domain/dispatch/events.ts";
import type { Fulfilment } from "~/domain/order/order.ts";
import type { By } from "~/domain/_kernel/by.ts";
import type { Writers } from "~/db/writers.ts";

export const dispatchWriters = {
  OrderRouted(tx, event, by) {
    const { subject, version, takes, fulfilments, replaces, lines, fulfilment, record } = event;
    if (takes) takeNumber(tx, takes, fulfilments.length);
    for (const id of replaces) {
      tx.change("fulfilment", { id }, { state: "void" });
      tx.run("update fulfilment_line set voided = quantity - shipped where fulfilment_id = ?", [
        id,
      ]);
    }
    for (const planned of fulfilments) insertFulfilment(tx, subject, planned);
    insertDecision(tx, event, by);
    for (const { lineNo, allocated } of lines) {
      tx.raise("sales_order_line", { order_id: subject, line_no: lineNo }, {
        open: -allocated,
        allocated,
      });
    }
    moveOrder(tx, subject, version, { fulfilment });
    const nodes = record.shipments.map(({ nameZh, nameEn, units }) => ({ nameZh, nameEn, units }));
    const kind = event.overrideReason === null ? "routed" : "rerouted";
    note(tx, subject, by, { kind, reason: event.overrideReason ?? "", detail: { nodes } });
  },
  FulfilmentReleased(tx, { subject, version, fulfilments, lines, fulfilment }, by) {
    for (const { fulfilmentId, version } of fulfilments) {
      tx.changeOne("fulfilment", { id: fulfilmentId, version: version - 1 }, {
        state: "released",
        released_at: by.at,
        version,
      });
    }
    for (const { lineNo, released } of lines) {
      tx.raise("sales_order_line", { order_id: subject, line_no: lineNo }, {
        allocated: -released,
        released,
      });
    }
    moveOrder(tx, subject, version, { fulfilment, released_at: by.at });
    note(tx, subject, by, { kind: "released" });
  },
  FulfilmentVoided(tx, { fulfilments }) {
    for (const { fulfilmentId, version, state, lines } of fulfilments) {
      tx.changeOne("fulfilment", { id: fulfilmentId, version: version - 1 }, { state, version });
      for (const { lineNo, quantity } of lines) {
        tx.raise("fulfilment_line", { fulfilment_id: fulfilmentId, line_no: lineNo }, {
          voided: quantity,
        });
      }
    }
  },
  ParcelShipped(tx, event, by) {
    const { subject, version, number, trackingNumber, fulfilment } = event;
    takeNumber(tx, event.takes);
    insertShipment(tx, event, by);
    tx.changeOne("fulfilment", { id: event.fulfilmentId, version: event.fulfilmentVersion - 1 }, {
      state: event.fulfilmentState,
      version: event.fulfilmentVersion,
    });
    moveLines(tx, event);
    moveOrder(tx, subject, version, { fulfilment });
    note(tx, subject, by, { kind: "shipped", detail: { number, trackingNumber } });
  },
  ShipmentDelivered(tx, event, by) {
    const { subject, version, shipmentId, shipmentVersion, signedBy, lines, fulfilment } = event;
    tx.changeOne("shipment", { id: shipmentId, version: shipmentVersion - 1 }, {
      delivered_at: by.at,
      signed_by: signedBy,
      version: shipmentVersion,
    });
    for (const { lineNo, quantity } of lines) {
      tx.raise("sales_order_line", { order_id: subject, line_no: lineNo }, {
        shipped: -quantity,
        delivered: quantity,
      });
    }
    moveOrder(tx, subject, version, { fulfilment });
    note(tx, subject, by, { kind: "delivered", detail: { signedBy } });
  },
} satisfies Writers<DispatchCenterEvent>;

function moveOrder(
  tx: Tx,
  id: OrderId,
  version: number,
  set: { fulfilment: Fulfilment; released_at?: string },
): void {
  tx.changeOne("sales_order", { id, version: version - 1 }, { ...set, version });
}

function insertFulfilment(tx: Tx, orderId: OrderId, planned: PlannedFulfilment): void {
  tx.insert("fulfilment", {
    id: planned.fulfilmentId,
    number: planned.number,
    order_id: orderId,
    node_id: planned.nodeId,
    carrier_id: planned.carrierId,
    freight_minor: planned.freightMinor,
    promised_on: planned.promisedOn,
    state: "planned",
    version: 1,
  });
  tx.insert(
    "fulfilment_line",
    planned.lines.map(({ lineNo, skuId, quantity }) => ({
      fulfilment_id: planned.fulfilmentId,
      line_no: lineNo,
      sku_id: skuId,
      quantity,
      shipped: 0,
      voided: 0,
    })),
  );
}

function insertDecision(tx: Tx, { subject, record, overrideReason }: OrderRouted, by: By): void {
  const [last] = tx.all<{ seq: number | null }>(
    "select max(seq) as seq from routing_decision where order_id = ?",
    [subject],
  );
  tx.insert("routing_decision", {
    order_id: subject,
    seq: (last?.seq ?? 0) + 1,
    at: by.at,
    user_id: by.userId,
    cost_minor: record.costMinor,
    bound_minor: record.boundMinor,
    optimal: record.optimal ? 1 : 0,
    override_reason: overrideReason,
    detail: JSON.stringify(record),
  });
}

function insertShipment(tx: Tx, event: ParcelShipped, by: By): void {
  tx.insert("shipment", {
    id: event.shipmentId,
    number: event.number,
    fulfilment_id: event.fulfilmentId,
    order_id: event.subject,
    dealer_id: event.dealerId,
    node_id: event.nodeId,
    carrier_id: event.carrierId,
    tracking_number: event.trackingNumber,
    currency: event.currency,
    goods_minor: event.goodsMinor,
    freight_minor: event.freightMinor,
    tax_minor: event.taxMinor,
    shipped_at: by.at,
    shipped_by: by.userId,
    version: 1,
  });
  tx.insert(
    "shipment_line",
    event.lines.map(({ lineNo, skuId, quantity, goodsMinor, freightMinor, taxMinor }) => ({
      shipment_id: event.shipmentId,
      line_no: lineNo,
      sku_id: skuId,
      quantity,
      goods_minor: goodsMinor,
      freight_minor: freightMinor,
      tax_minor: taxMinor,
    })),
  );
}

function moveLines(tx: Tx, { subject, fulfilmentId, lines }: ParcelShipped): void {
  for (const { lineNo, quantity, goodsMinor, freightMinor, taxMinor } of lines) {
    tx.raise("fulfilment_line", { fulfilment_id: fulfilmentId, line_no: lineNo }, {
      shipped: quantity,
    });
    tx.raise("sales_order_line", { order_id: subject, line_no: lineNo }, {
      released: -quantity,
      shipped: quantity,
      posted_minor: goodsMinor,
      posted_freight_minor: freightMinor,
      posted_tax_minor: taxMinor,
    });
  }
}
