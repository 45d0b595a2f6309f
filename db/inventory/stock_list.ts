import { sql } from "kysely";
import { prepared } from "~/db/_engine/prepared.ts";
import { among, type Reader } from "~/db/_engine/reader.ts";
import { searchTerms } from "~/db/_search/search_words.ts";
import type { StockRow } from "~/domain/inventory/read_models.ts";

export type StockFilter = {
  q?: string;
  /** One SKU by its code. */
  sku?: string;
  pool?: string;
  node?: string;
  short?: boolean;
};
export type StockPage = StockFilter & { after?: string; before?: string; limit: number };

/** With a node chosen, or for who sees nodes only, what is reserved is what is pinned there. */
type Params = {
  terms: readonly string[];
  sku: string;
  pool: string;
  node: string;
  /** Whether nodes are counted, not pools. */
  byNode: number;
  short: number;
  after: string;
  limit: number;
};

/** Balances of one SKU at the nodes, or in the pools, that the filter and the reader's reach leave. */
const build = (direction: "asc" | "desc") =>
  prepared((reader, p: Params) => {
    const atNodes = () =>
      reader.from("node_stock").innerJoin("node", "node.id", "node_stock.node_id")
        .leftJoin("pool", "pool.id", "node.pool_id")
        .where(sql<boolean>`node_stock.sku_id = sku.id`)
        .where(sql<boolean>`(${p.node} = '' or node.code = ${p.node})`)
        .where(sql<boolean>`(${p.pool} = '' or pool.code = ${p.pool})`);
    const inPools = () =>
      reader.from("pool_stock").innerJoin("pool", "pool.id", "pool_stock.pool_id")
        .where(sql<boolean>`pool_stock.sku_id = sku.id`)
        .where(sql<boolean>`(${p.pool} = '' or pool.code = ${p.pool})`);
    const free = sql<boolean>`case when ${p.byNode} = 0
      then exists ${inPools().select("pool_stock.sku_id").where(sql<boolean>`on_hand > reserved`)}
      else exists ${atNodes().select("node_stock.sku_id").where(sql<boolean>`on_hand > pinned`)}
      end`;
    const ahead = direction === "asc" ? sql`>` : sql`<`;
    return reader.from("sku")
      .select([
        "sku.id as skuId",
        "sku.code",
        "sku.name_zh as nameZh",
        "sku.name_en as nameEn",
        "sku.specification",
        "sku.base_unit as unit",
      ])
      .select([
        sql<number>`${atNodes().select(sql`coalesce(sum(on_hand), 0)`.as("n"))}`.as("onHand"),
        sql<number>`${atNodes().select(sql`coalesce(sum(pinned), 0)`.as("n"))}`.as("pinned"),
        sql<number>`${inPools().select(sql`coalesce(sum(on_hand), 0)`.as("n"))}`.as("pooled"),
        sql<number>`${inPools().select(sql`coalesce(sum(reserved), 0)`.as("n"))}`.as("reserved"),
      ])
      .where(sql<boolean>`sku.code ${ahead} ${p.after}`)
      .where(sql<boolean>`(${p.sku} = '' or sku.code = ${p.sku})`)
      .where(sql<boolean>`not exists (select 1 from ${among(p.terms)} as term
        where instr(sku.search, term.value) = 0)`)
      .where(
        sql<boolean>`(sku.state in ('on_sale', 'phase_out') or exists ${
          atNodes().select("node_stock.sku_id").where(sql<boolean>`on_hand > 0`)
        })`,
      )
      .where(sql<boolean>`(${p.short} = 0 or (sku.state = 'on_sale' and not ${free}))`)
      .orderBy("sku.code", direction)
      .limit(sql<number>`${p.limit}`);
  });

const onward = build("asc");
const backward = build("desc");
const lastCode = "\u{10ffff}";

/** What has run out does not count: reservations past their time, in the pools that are seen. */
const dueIn = prepared((reader, p: { skuIds: readonly string[]; pool: string; at: string }) =>
  reader.from("pool_stock")
    .innerJoin("pool", "pool.id", "pool_stock.pool_id")
    .innerJoin(
      "reservation as held",
      (join) =>
        join.onRef("held.pool_id", "=", "pool_stock.pool_id")
          .onRef("held.sku_id", "=", "pool_stock.sku_id"),
    )
    .select("pool_stock.sku_id as skuId")
    .select(sql<number>`sum(held.quantity - held.posted - held.voided)`.as("quantity"))
    .where("held.state", "=", "pending").where("held.expires_at", "<=", p.at)
    .where("pool_stock.sku_id", "in", among(p.skuIds))
    .where(sql<boolean>`(${p.pool} = '' or pool.code = ${p.pool})`)
    .groupBy("pool_stock.sku_id")
);

/** Stock by SKU, sorted by code, from after or before a code on. */
export function listStock(reader: Reader, page: StockPage): StockRow[] {
  const { q = "", sku = "", pool = "", node = "", short, after, before, limit } = page;
  const isByNode = node !== "" || reader.scope.kind === "node";
  const byNode = Number(isByNode);
  const params = { terms: searchTerms(q), sku, pool, node, byNode, short: short ? 1 : 0, limit };
  const rows = before === undefined
    ? onward(reader, { ...params, after: after ?? "" })
    : backward(reader, { ...params, after: before || lastCode }).reverse();
  const due = isByNode
    ? new Map<string, number>()
    : dueOf(reader, rows.map(({ skuId }) => skuId), pool);
  return rows.map(({ pooled, ...row }) => {
    const reserved = isByNode ? row.pinned : row.reserved - (due.get(row.skuId) ?? 0);
    return { ...row, reserved, available: (isByNode ? row.onHand : pooled) - reserved };
  });
}

function dueOf(reader: Reader, skuIds: string[], pool: string): Map<string, number> {
  if (skuIds.length === 0) return new Map();
  const due = dueIn(reader, { skuIds, pool, at: reader.now });
  return new Map(due.map(({ skuId, quantity }) => [skuId, quantity]));
}
