import { sql } from "kysely";
import { prepared } from "~/db/_engine/prepared.ts";
import { among, type Reader } from "~/db/_engine/reader.ts";
import type { Tx } from "~/db/_engine/tx.ts";
import type { NodeId, OrderId, PoolId, SkuId } from "~/domain/_kernel/id.ts";
import type {
  PinsVoided,
  ReservationEvent,
  ReservationVoided,
} from "~/domain/inventory/reservation_events.ts";
import type { DueReservation, PoolBalance } from "~/domain/inventory/reserve.ts";
import { note } from "~/db/order/timeline.ts";
import type { Writers } from "~/db/writers.ts";

/** Written out, not bound: only then can SQLite use the partial indexes. */
const pending = sql.lit("pending");

const balanceRows = prepared((reader, p: { poolId: string; skuIds: readonly string[] }) =>
  reader.from("pool_stock").select(["sku_id", "on_hand", "reserved"])
    .where("pool_id", "=", p.poolId).where("sku_id", "in", among(p.skuIds))
);

const dueOrders = prepared((reader, p: { poolId: string; skuIds: readonly string[]; at: string }) =>
  reader.from("reservation").select("order_id").distinct()
    .where("pool_id", "=", p.poolId).where("sku_id", "in", among(p.skuIds))
    .where("state", "=", pending).where("expires_at", "is not", null)
    .where("expires_at", "<=", p.at)
);

const pendingOf = prepared((reader, p: { orderIds: readonly string[] }) =>
  reader.from("reservation")
    .select(["order_id", "sku_id", "pool_id", "quantity", "posted", "voided"])
    .where("order_id", "in", among(p.orderIds)).where("state", "=", pending)
);

export function loadPoolBalances(
  facts: Reader,
  poolId: PoolId,
  skuIds: readonly SkuId[],
): PoolBalance[] {
  const system = facts.asSystem("a pool is weighed as a whole");
  return balanceRows(system, { poolId, skuIds }).map(({ sku_id, on_hand, reserved }) => ({
    skuId: sku_id as SkuId,
    onHand: on_hand,
    reserved,
  }));
}

/** Reservations of other orders that stand in the way although their time is over: with all their SKUs. */
export function loadDueReservations(
  facts: Reader,
  poolId: PoolId,
  skuIds: readonly SkuId[],
): DueReservation[] {
  const system = facts.asSystem("an expired reservation counts for nobody");
  const orderIds = dueOrders(system, { poolId, skuIds, at: facts.now }).map(({ order_id }) =>
    order_id
  );
  return orderIds.length > 0 ? loadPending(system, orderIds) : [];
}

export function loadPending(facts: Reader, orderIds: readonly string[]): DueReservation[] {
  const system = facts.asSystem("what an order holds is given back whole");
  const byOrder = new Map<string, DueReservation>();
  for (const row of pendingOf(system, { orderIds })) {
    const due = byOrder.get(row.order_id) ??
      { orderId: row.order_id as OrderId, poolId: row.pool_id as PoolId, items: [] };
    byOrder.set(row.order_id, due);
    due.items.push({
      skuId: row.sku_id as SkuId,
      quantity: row.quantity - row.posted - row.voided,
    });
  }
  return [...byOrder.values()];
}

/** What one order still holds, per SKU. */
export function loadHeld(facts: Reader, orderId: OrderId): { skuId: SkuId; quantity: number }[] {
  return loadPending(facts, [orderId])[0]?.items ?? [];
}

const openPins = prepared((reader, p: { orderId: string }) =>
  reader.from("pin").select(["line_no", "node_id", "sku_id", "quantity", "posted", "voided"])
    .where("order_id", "=", p.orderId)
);

/** Where the units of an order lie that have not left yet. */
export function loadPins(facts: Reader, orderId: OrderId): PinsVoided["pins"] {
  return openPins(facts.asSystem("the pins of an order in sight"), { orderId })
    .map(({ line_no, node_id, sku_id, quantity, posted, voided }) => ({
      lineNo: line_no,
      nodeId: node_id as NodeId,
      skuId: sku_id as SkuId,
      quantity: quantity - posted - voided,
    })).filter(({ quantity }) => quantity > 0);
}

const expiringOrders = prepared((reader, p: { at: string; limit: number }) =>
  reader.from("reservation").select("order_id").distinct()
    .where("state", "=", pending).where("expires_at", "is not", null)
    .where("expires_at", "<=", p.at).limit(p.limit)
);

/** For the clock: a batch of orders whose reservation has run out. */
export function loadExpired(facts: Reader, limit: number): DueReservation[] {
  const orderIds = expiringOrders(facts, { at: facts.now, limit }).map(({ order_id }) => order_id);
  return orderIds.length > 0 ? loadPending(facts, orderIds) : [];
}

const pinMore =
  "update pin set quantity = quantity + cast(? as integer) where order_id = ? and line_no = ? and node_id = ?";

export const reservationWriters = {
  StockReserved(tx, { subject, poolId, expiresAt, again, items }, by) {
    for (const { skuId, quantity } of items) {
      tx.raise("pool_stock", { pool_id: poolId, sku_id: skuId }, { reserved: quantity });
    }
    if (again) {
      tx.remove("reservation", { order_id: subject, state: "expired" });
      tx.change("sales_order", { id: subject }, { holds_stock: 1 });
      note(tx, subject, by, { kind: "reserved_again" });
    }
    tx.insert(
      "reservation",
      items.map(({ skuId, quantity }) => ({
        order_id: subject,
        sku_id: skuId,
        pool_id: poolId,
        quantity,
        posted: 0,
        voided: 0,
        state: "pending",
        expires_at: expiresAt,
      })),
    );
  },
  ReservationVoided(tx, event, by) {
    voidItems(tx, event);
    if (event.because !== "expired") return;
    tx.change("sales_order", { id: event.subject }, { holds_stock: 0 });
    note(tx, event.subject, by, { kind: "reservation_expired" });
  },
  ReservationKept(tx, { subject }) {
    tx.change("reservation", { order_id: subject, state: "pending" }, { expires_at: null });
  },
  StockPinned(tx, { subject, pins }) {
    weighNodes(tx, pins, 1);
    for (const { lineNo, nodeId, skuId, quantity } of pins) {
      tx.raise("node_stock", { node_id: nodeId, sku_id: skuId }, { pinned: quantity });
      const key = { order_id: subject, line_no: lineNo, node_id: nodeId };
      // A node that ships a line again, after an override took it away, adds to its pin.
      if (tx.run(pinMore, [quantity, subject, lineNo, nodeId]).changes === 0) {
        tx.insert("pin", { ...key, sku_id: skuId, quantity, posted: 0, voided: 0 });
      }
    }
  },
  PinsVoided(tx, { subject, pins }) {
    weighNodes(tx, pins, -1);
    for (const { lineNo, nodeId, skuId, quantity } of pins) {
      tx.raise("node_stock", { node_id: nodeId, sku_id: skuId }, { pinned: -quantity });
      tx.raise("pin", { order_id: subject, line_no: lineNo, node_id: nodeId }, {
        voided: quantity,
      });
    }
  },
  StockIssued(tx, { subject, document, nodeId, poolId, items }, by) {
    weighNodes(tx, items.map(({ quantity }) => ({ nodeId, quantity })), -1);
    for (const { lineNo, skuId, quantity, closesReservation } of items) {
      tx.raise("node_stock", { node_id: nodeId, sku_id: skuId }, {
        on_hand: -quantity,
        pinned: -quantity,
      });
      tx.raise("pool_stock", { pool_id: poolId, sku_id: skuId }, {
        on_hand: -quantity,
        reserved: -quantity,
      });
      tx.raise("pin", { order_id: subject, line_no: lineNo, node_id: nodeId }, {
        posted: quantity,
      });
      postReservation(tx, subject, skuId, quantity, closesReservation);
    }
    tx.insert(
      "stock_entry",
      items.map(({ lineNo, skuId, quantity }) => ({
        at: by.at,
        recorded_at: by.at,
        node_id: nodeId,
        sku_id: skuId,
        quantity: -quantity,
        kind: "shipment",
        reason: "",
        document,
        effect_key: `${document} ${lineNo}`,
        user_id: by.userId,
      })),
    );
  },
} satisfies Writers<ReservationEvent>;

/** What a node has to ship is kept on the node itself, so that routing need not add up its open work. */
function weighNodes(
  tx: Tx,
  pins: readonly { nodeId: NodeId; quantity: number }[],
  sign: 1 | -1,
): void {
  for (const [id, ofNode] of Map.groupBy(pins, ({ nodeId }) => nodeId)) {
    const units = ofNode.reduce((sum, { quantity }) => sum + quantity, 0);
    tx.raise("node", { id }, { pinned_units: sign * units });
  }
}

/** The CHECK of the table ties the state to the quantities, so both change in one statement. */
function postReservation(
  tx: Tx,
  orderId: OrderId,
  skuId: SkuId,
  quantity: number,
  closes: boolean,
): void {
  tx.run(
    "update reservation set posted = posted + cast(? as integer), state = ? where order_id = ? and sku_id = ? and state = 'pending'",
    [quantity, closes ? "closed" : "pending", orderId, skuId],
  );
}

function voidItems(tx: Tx, { subject, because, poolId, items }: ReservationVoided): void {
  const closed = because === "expired" ? "expired" : "closed";
  for (const { skuId, quantity, closes } of items) {
    tx.raise("pool_stock", { pool_id: poolId, sku_id: skuId }, { reserved: -quantity });
    tx.run(
      "update reservation set voided = voided + cast(? as integer), state = ? where order_id = ? and sku_id = ? and state = 'pending'",
      [quantity, closes ? closed : "pending", subject, skuId],
    );
  }
}
