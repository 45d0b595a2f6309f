import type { By } from "~/domain/_kernel/by.ts";
import { takeNumber } from "~/db/_engine/number_series.ts";
import type { Tx } from "~/db/_engine/tx.ts";
import type { OrderCenterEvent, OrderSubmitted } from "~/domain/order/events.ts";
import type { Writers } from "~/db/writers.ts";
import { note } from "./timeline.ts";

export const orderWriters = {
  OrderSubmitted(tx, event, by) {
    takeNumber(tx, event.takes);
    insertOrder(tx, event, by);
    insertLines(tx, event);
    if (event.draftId) tx.remove("order_draft", { id: event.draftId });
    note(tx, event.subject, by, { kind: "submitted" });
  },
  ApprovalAsked(tx, { subject, version, gate, causes, atSubmit }, by) {
    tx.remove("order_approval", { order_id: subject, gate });
    tx.insert("order_approval", {
      order_id: subject,
      gate,
      causes: JSON.stringify(causes),
      state: "waiting",
      asked_at: by.at,
      reason: "",
    });
    if (!atSubmit) {
      tx.changeOne("sales_order", { id: subject, version: version - 1 }, {
        awaiting: gate,
        version,
      });
    }
    note(tx, subject, by, { kind: "approval_asked", detail: { gate, causes } });
  },
  ApproverReminded(tx, { subject, gate }, by) {
    tx.change("order_approval", { order_id: subject, gate }, { reminded_at: by.at });
    note(tx, subject, by, { kind: "reminded", detail: { gate } });
  },
  ApprovalGiven(tx, { subject, version, gate, next, reason }, by) {
    tx.changeOne("order_approval", { order_id: subject, gate, state: "waiting" }, {
      state: "approved",
      decided_at: by.at,
      decided_by: by.userId,
      reason,
    });
    tx.changeOne("sales_order", { id: subject, version: version - 1 }, {
      ...(next ? { awaiting: next } : {}),
      version,
    });
    note(tx, subject, by, { kind: "approved", reason, detail: { gate } });
  },
  OrderConfirmed(tx, { subject, version, atSubmit }, by) {
    if (!atSubmit) {
      tx.changeOne("sales_order", { id: subject, version: version - 1 }, {
        commercial: "confirmed",
        awaiting: null,
        fulfilment: "unrouted",
        version,
      });
    }
    note(tx, subject, by, { kind: "confirmed" });
  },
  OrderRejected(tx, { subject, version, gate, reason }, by) {
    tx.changeOne("order_approval", { order_id: subject, gate, state: "waiting" }, {
      state: "rejected",
      decided_at: by.at,
      decided_by: by.userId,
      reason,
    });
    tx.change("order_approval", { order_id: subject, state: "waiting" }, { state: "void" });
    tx.changeOne("sales_order", { id: subject, version: version - 1 }, {
      commercial: "rejected",
      awaiting: null,
      holds_stock: 0,
      version,
    });
    note(tx, subject, by, { kind: "rejected", reason, detail: { gate } });
  },
  OrderCancelled(tx, { subject, version, whole, because, fulfilment, lines }, by) {
    for (const { lineNo, open, allocated, released } of lines) {
      tx.raise("sales_order_line", { order_id: subject, line_no: lineNo }, {
        open: -open,
        allocated: -allocated,
        released: -released,
        cancelled: open + allocated + released,
      });
    }
    tx.change("order_approval", { order_id: subject, state: "waiting" }, { state: "void" });
    tx.changeOne("sales_order", { id: subject, version: version - 1 }, {
      ...(whole ? { commercial: "cancelled", awaiting: null } : {}),
      fulfilment,
      holds_stock: 0,
      version,
    });
    note(tx, subject, by, { kind: whole ? "cancelled" : "rest_cancelled", reason: because });
  },
  OrderCompleted(tx, { subject, version }, by) {
    tx.changeOne("sales_order", { id: subject, version: version - 1 }, {
      fulfilment: "completed",
      completed_at: by.at,
      version,
    });
    note(tx, subject, by, { kind: "completed" });
  },
  DraftSaved(tx, { subject, dealerId, version, content }, by) {
    const row = { content, updated_at: by.at, version };
    if (version === 1) {
      tx.insert("order_draft", { ...row, id: subject, dealer_id: dealerId, user_id: by.userId });
    } else tx.changeOne("order_draft", { id: subject, version: version - 1 }, row);
  },
  DraftDropped(tx, { subject }) {
    tx.remove("order_draft", { id: subject });
  },
} satisfies Writers<OrderCenterEvent>;

function insertOrder(tx: Tx, event: OrderSubmitted, by: By): void {
  tx.insert("sales_order", {
    id: event.subject,
    number: event.number,
    dealer_id: event.dealerId,
    organisation_id: event.organisationId,
    region_id: event.regionId,
    pool_id: event.poolId,
    address_id: event.addressId,
    channel: event.channel,
    currency: event.currency,
    external_number: event.externalNumber,
    note: event.note,
    required_on: event.requiredOn,
    goods_minor: event.goodsMinor,
    discount_minor: event.discountMinor,
    freight_minor: event.freightMinor,
    total_minor: event.totalMinor,
    tax_minor: event.taxMinor,
    line_count: event.lines.length,
    placed_by: by.userId,
    on_behalf_of: by.onBehalfOf,
    submitted_at: event.submittedAt,
    commercial: event.commercial,
    fulfilment: event.commercial === "confirmed" ? "unrouted" : "none",
    awaiting: event.awaiting,
    holds_stock: 1,
    version: 1,
  });
}

function insertLines(tx: Tx, { subject, lines }: OrderSubmitted): void {
  tx.insert(
    "sales_order_line",
    lines.map((line) => ({
      order_id: subject,
      line_no: line.lineNo,
      sku_id: line.skuId,
      unit: line.unit,
      unit_factor: line.unitFactor,
      quantity: line.quantity,
      base_quantity: line.baseQuantity,
      price_list_id: line.priceListId,
      price_e4: line.priceE4,
      price_why: JSON.stringify(line.priceWhy),
      goods_minor: line.goodsMinor,
      discount_bp: line.discountBasisPoints,
      discount_reason: line.discountReason,
      discount_minor: line.discountMinor,
      freight_minor: line.freightMinor,
      tax_rate_bp: line.taxRateBasisPoints,
      tax_minor: line.taxMinor,
      weight_gram: line.weightGram,
      open: line.baseQuantity,
      allocated: 0,
      released: 0,
      shipped: 0,
      delivered: 0,
      cancelled: 0,
    })),
  );
}
