import { sql } from "kysely";
import { prepared } from "~/db/_engine/prepared.ts";
import { among, type Reader } from "~/db/_engine/reader.ts";

export type SkuNodeStock = {
  skuId: string;
  code: string;
  nameZh: string;
  nameEn: string;
  pool: string | null;
  onHand: number;
  pinned: number;
};

const atNodes = prepared((reader, p: { skuIds: readonly string[] }) =>
  reader.from("node_stock").innerJoin("node", "node.id", "node_stock.node_id")
    .leftJoin("pool", "pool.id", "node.pool_id")
    .select([
      "node_stock.sku_id as skuId",
      "node.code",
      "node.name_zh as nameZh",
      "node.name_en as nameEn",
      "pool.code as pool",
      "node_stock.on_hand as onHand",
      "node_stock.pinned",
    ])
    .where("node_stock.sku_id", "in", among(p.skuIds)).orderBy("node.code")
);

/** SKUs at every node the reader may see. */
export function listNodeStock(reader: Reader, skuIds: readonly string[]): SkuNodeStock[] {
  return atNodes(reader, { skuIds });
}

export type SkuPoolStock = {
  code: string;
  nameZh: string;
  nameEn: string;
  onHand: number;
  reserved: number;
  available: number;
};

const inPools = prepared((reader, p: { skuId: string; at: string }) =>
  reader.from("pool_stock").innerJoin("pool", "pool.id", "pool_stock.pool_id")
    .select([
      "pool.code",
      "pool.name_zh as nameZh",
      "pool.name_en as nameEn",
      "pool_stock.on_hand as onHand",
      "pool_stock.reserved",
    ])
    .select(
      sql<number>`(select coalesce(sum(held.quantity - held.posted - held.voided), 0)
        from reservation as held where held.pool_id = pool_stock.pool_id
        and held.sku_id = pool_stock.sku_id and held.state = 'pending'
        and held.expires_at <= ${p.at})`.as("due"),
    )
    .where("pool_stock.sku_id", "=", p.skuId).orderBy("pool.code")
);

/** One SKU in every pool the reader may see; what has run out does not count as reserved. */
export function listSkuPools(reader: Reader, skuId: string): SkuPoolStock[] {
  return inPools(reader, { skuId, at: reader.now }).map(({ due, reserved, ...row }) => ({
    ...row,
    reserved: reserved - due,
    available: row.onHand - reserved + due,
  }));
}

export type SkuHolder = {
  orderId: string;
  number: string;
  dealerZh: string;
  dealerEn: string;
  pool: string;
  quantity: number;
  expiresAt: string | null;
};

const holders = prepared((reader, p: { skuId: string; at: string; limit: number }) =>
  reader.from("reservation")
    .innerJoin("sales_order", "sales_order.id", "reservation.order_id")
    .innerJoin("partner", "partner.id", "sales_order.dealer_id")
    .innerJoin("pool", "pool.id", "reservation.pool_id")
    .select([
      "sales_order.id as orderId",
      "sales_order.number",
      "partner.name_zh as dealerZh",
      "partner.name_en as dealerEn",
      "pool.code as pool",
      "reservation.expires_at as expiresAt",
    ])
    .select(sql<number>`reservation.quantity - posted - voided`.as("quantity"))
    .where("reservation.sku_id", "=", p.skuId).where("reservation.state", "=", "pending")
    .where((eb) => eb.or([eb("expires_at", "is", null), eb("expires_at", ">", p.at)]))
    .orderBy("quantity", "desc").orderBy("sales_order.id").limit(sql<number>`${p.limit}`)
);

/** Orders that hold a SKU, the largest first: those the reader of orders may see. */
export function listSkuHolders(orders: Reader, skuId: string, limit: number): SkuHolder[] {
  return holders(orders, { skuId, at: orders.now, limit });
}
