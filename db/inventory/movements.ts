import { sql } from "kysely";
import { prepared } from "~/db/_engine/prepared.ts";
import type { Reader } from "~/db/_engine/reader.ts";

export type MovementKind = "receipt" | "adjustment" | "count" | "shipment";

export type Movement = {
  id: number;
  at: string;
  kind: MovementKind;
  reason: string;
  document: string;
  node: string;
  quantity: number;
  who: string;
};

const bySku = prepared((
  reader,
  p: { skuId: string; node: string; before: number; limit: number },
) =>
  reader.from("stock_entry").innerJoin("node", "node.id", "stock_entry.node_id")
    .innerJoin("app_user", "app_user.id", "stock_entry.user_id")
    .select([
      "stock_entry.id",
      "stock_entry.at",
      "stock_entry.kind",
      "stock_entry.reason",
      "stock_entry.document",
      "node.code as node",
      "stock_entry.quantity",
      "app_user.name as who",
    ])
    .where("stock_entry.sku_id", "=", p.skuId).where("stock_entry.id", "<", p.before)
    .where(sql<boolean>`(${p.node} = '' or node.code = ${p.node})`)
    .orderBy("stock_entry.id", "desc").limit(sql<number>`${p.limit}`)
);

/** Every movement of a SKU, newest first, from before an entry on. */
export function listMovements(
  reader: Reader,
  { skuId, node = "", before = Number.MAX_SAFE_INTEGER, limit }: {
    skuId: string;
    node?: string;
    before?: number;
    limit: number;
  },
): Movement[] {
  return bySku(reader, { skuId, node, before, limit }).map((row) => ({
    ...row,
    kind: row.kind as MovementKind,
  }));
}

export type DocumentLine = Movement & {
  sku: string;
  nameZh: string;
  nameEn: string;
  unit: string;
};

const byDocument = prepared((reader, p: { document: string }) =>
  reader.from("stock_entry").innerJoin("node", "node.id", "stock_entry.node_id")
    .innerJoin("app_user", "app_user.id", "stock_entry.user_id")
    .innerJoin("sku", "sku.id", "stock_entry.sku_id")
    .select([
      "stock_entry.id",
      "stock_entry.at",
      "stock_entry.kind",
      "stock_entry.reason",
      "stock_entry.document",
      "node.code as node",
      "stock_entry.quantity",
      "app_user.name as who",
      "sku.code as sku",
      "sku.name_zh as nameZh",
      "sku.name_en as nameEn",
      "sku.base_unit as unit",
    ])
    .where("stock_entry.document", "=", p.document).orderBy("stock_entry.id")
);

/** The lines of one receipt, adjustment or count that changed anything. */
export function listDocument(reader: Reader, document: string): DocumentLine[] {
  return byDocument(reader, { document }).map((row) => ({
    ...row,
    kind: row.kind as MovementKind,
  }));
}
