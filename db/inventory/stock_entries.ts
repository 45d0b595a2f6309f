import { nextNumber, takeNumber } from "~/db/_engine/number_series.ts";
import { prepared } from "~/db/_engine/prepared.ts";
import { among, type Reader } from "~/db/_engine/reader.ts";
import type { Tx } from "~/db/_engine/tx.ts";
import type { Writers } from "~/db/writers.ts";
import type { NodeId, PoolId, SkuId } from "~/domain/_kernel/id.ts";
import type { PostedLine, StockEntriesPosted } from "~/domain/inventory/events.ts";
import {
  effectKeyOf,
  type PostStockEntries,
  type StockEntryFacts,
} from "~/domain/inventory/post_stock_entries.ts";
import type { EntryNode, EntrySku } from "~/domain/inventory/stock_entry_line.ts";
import { loadEntryBalances } from "./entry_balances.ts";
import { isOurs } from "./reach.ts";

const nodeRows = prepared((reader, p: { codes: readonly string[] }) =>
  reader.from("node").leftJoin("pool", "pool.id", "node.pool_id")
    .select([
      "node.id",
      "node.code",
      "node.pool_id",
      "pool.code as pool_code",
      "node.stocks",
      "node.state",
      "node.region_id",
      "node.organisation_id",
    ])
    .where("node.code", "in", among(p.codes))
);

const skuRows = prepared((reader, p: { codes: readonly string[] }) =>
  reader.from("sku").select(["id", "code", "base_unit"]).where("code", "in", among(p.codes))
);

const unitRows = prepared((reader, p: { skuIds: readonly string[] }) =>
  reader.from("sku_unit").select(["sku_id", "code", "factor"])
    .where("sku_id", "in", among(p.skuIds))
);

const postedKeys = prepared((reader, p: { keys: readonly string[] }) =>
  reader.from("stock_entry").select("effect_key").where("effect_key", "in", among(p.keys))
);

/** Everything a receipt, adjustment or count is decided on. */
export function loadStockEntryFacts(
  facts: Reader,
  { kind, lines, source }: PostStockEntries,
): StockEntryFacts {
  const nodes = loadNodes(facts, [...new Set(lines.map(({ node }) => node))]);
  const skus = loadSkus(facts, [...new Set(lines.map(({ sku }) => sku))]);
  const changed = lines.filter(({ quantity }) => kind === "count" || quantity < 0);
  return {
    number: nextNumber(facts, "SE"),
    nodes,
    skus,
    posted: source === undefined ? new Set() : loadPosted(facts, source, lines.length),
    ...loadEntryBalances(facts, {
      nodes: known(changed.map(({ node }) => nodes.get(node))),
      skuIds: known(changed.map(({ sku }) => skus.get(sku)?.id)),
    }),
  };
}

function known<Thing>(things: readonly (Thing | undefined)[]): Thing[] {
  return [...new Set(things)].filter((thing) => thing !== undefined);
}

function loadNodes(facts: Reader, codes: readonly string[]): Map<string, EntryNode> {
  const rows = nodeRows(facts, { codes }).filter((row) => isOurs(facts.scope, row));
  return new Map(rows.map((row) => [row.code, {
    id: row.id as NodeId,
    code: row.code,
    poolId: row.pool_id as PoolId | null,
    poolCode: row.pool_code,
    stocks: row.stocks === 1,
    state: row.state as EntryNode["state"],
  }]));
}

function loadSkus(facts: Reader, codes: readonly string[]): Map<string, EntrySku> {
  const rows = skuRows(facts, { codes });
  const units = Map.groupBy(
    unitRows(facts, { skuIds: rows.map(({ id }) => id) }),
    (unit) => unit.sku_id,
  );
  return new Map(rows.map(({ id, code, base_unit: baseUnit }) => [code, {
    id: id as SkuId,
    code,
    baseUnit,
    units: (units.get(id) ?? []).map(({ code, factor }) => ({ code, factor })),
  }]));
}

function loadPosted(facts: Reader, source: string, count: number): Set<string> {
  const keys = Array.from({ length: count }, (_, at) => effectKeyOf(source, at));
  const system = facts.asSystem("a source is posted once, whoever brings it");
  return new Set(postedKeys(system, { keys }).map(({ effect_key }) => effect_key));
}

export const stockEntryWriters = {
  StockEntriesPosted(tx, event, by) {
    takeNumber(tx, event.takes);
    const moved = event.lines.filter(({ quantity }) => quantity !== 0);
    raiseBalances(tx, moved);
    if (moved.length === 0) return;
    tx.insert(
      "stock_entry",
      moved.map(({ nodeId, skuId, quantity, effectKey }) => ({
        at: by.at,
        recorded_at: by.at,
        node_id: nodeId,
        sku_id: skuId,
        quantity,
        kind: event.kind,
        reason: event.reason,
        document: event.number,
        effect_key: effectKey,
        user_id: by.userId,
      })),
    );
  },
} satisfies Writers<StockEntriesPosted>;

/** Sums first: a line that takes away may stand before the one that brings. */
function raiseBalances(tx: Tx, lines: readonly PostedLine[]): void {
  for (const { place, skuId, change } of sumsOf(lines, ({ nodeId }) => nodeId)) {
    tx.raise("node_stock", { node_id: place, sku_id: skuId }, { on_hand: change, pinned: 0 });
  }
  for (const { place, skuId, change } of sumsOf(lines, ({ poolId }) => poolId)) {
    tx.raise("pool_stock", { pool_id: place, sku_id: skuId }, { on_hand: change, reserved: 0 });
  }
}

function sumsOf(lines: readonly PostedLine[], placeOf: (line: PostedLine) => string | null) {
  const sums = new Map<string, { place: string; skuId: string; change: number }>();
  for (const line of lines) {
    const place = placeOf(line);
    if (place === null) continue;
    const key = `${place} ${line.skuId}`;
    const sum = sums.get(key) ?? { place, skuId: line.skuId, change: 0 };
    sum.change += line.quantity;
    sums.set(key, sum);
  }
  return [...sums].sort(([a], [b]) => a < b ? -1 : 1).map(([, sum]) => sum)
    .filter(({ change }) => change !== 0);
}
