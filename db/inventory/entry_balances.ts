import { prepared } from "~/db/_engine/prepared.ts";
import { among, type Reader } from "~/db/_engine/reader.ts";
import type { NodeId, PoolId, SkuId } from "~/domain/_kernel/id.ts";
import type { Balances } from "~/domain/inventory/stock_after_entries.ts";
import type { EntryNode } from "~/domain/inventory/stock_entry_line.ts";
import { type Held, holdersIn } from "./holders.ts";
import { loadDueReservations } from "./reservations.ts";

const nodeRows = prepared((reader, p: { nodeIds: readonly string[]; skuIds: readonly string[] }) =>
  reader.from("node_stock").select(["node_id", "sku_id", "on_hand", "pinned"])
    .where("node_id", "in", among(p.nodeIds)).where("sku_id", "in", among(p.skuIds))
);

const poolRows = prepared((reader, p: { poolIds: readonly string[]; skuIds: readonly string[] }) =>
  reader.from("pool_stock").select(["pool_id", "sku_id", "on_hand", "reserved"])
    .where("pool_id", "in", among(p.poolIds)).where("sku_id", "in", among(p.skuIds))
);

/** Balances of the places and SKUs a document takes from, with the orders that hold them. */
export function loadEntryBalances(
  facts: Reader,
  { nodes, skuIds }: { nodes: readonly EntryNode[]; skuIds: readonly SkuId[] },
): Balances {
  if (nodes.length === 0 || skuIds.length === 0) return { atNodes: [], inPools: [], due: [] };
  const system = facts.asSystem("stock is weighed as a whole");
  const nodeIds = nodes.map(({ id }) => id);
  const poolIds = [...new Set(nodes.map(({ poolId }) => poolId))].filter((id) => id !== null);
  const places = { nodeIds, poolIds, skuIds };
  const atNodes = nodeRows(system, { nodeIds, skuIds });
  const inPools = poolRows(system, { poolIds, skuIds });
  const held: Held = holdersIn(facts, {
    ...places,
    wanted: atNodes.some(({ pinned }) => pinned > 0) ||
      inPools.some(({ reserved }) => reserved > 0),
  });
  return {
    atNodes: atNodes.map((row) => ({
      nodeId: row.node_id as NodeId,
      skuId: row.sku_id as SkuId,
      onHand: row.on_hand,
      pinned: row.pinned,
      holders: held.pinned(row.node_id, row.sku_id),
    })),
    inPools: inPools.map((row) => ({
      poolId: row.pool_id as PoolId,
      skuId: row.sku_id as SkuId,
      onHand: row.on_hand,
      reserved: row.reserved,
      holders: held.reserved(row.pool_id, row.sku_id),
    })),
    due: poolIds.flatMap((poolId) => loadDueReservations(facts, poolId, skuIds)),
  };
}
