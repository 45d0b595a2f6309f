import type { NodeId, PoolId, SkuId } from "../_kernel/id.ts";
import { toBase, type Unit } from "../_kernel/quantity.ts";
import type { PostedLine, StockEntryKind } from "./events.ts";

/** `quantity` is received, changed by (signed) or counted, in `unit` or the base unit. */
export type StockEntryLine = { node: string; sku: string; quantity: number; unit?: string | null };

export type EntryNode = {
  id: NodeId;
  code: string;
  poolId: PoolId | null;
  poolCode: string | null;
  stocks: boolean;
  state: "active" | "inactive";
};

export type EntrySku = { id: SkuId; code: string; baseUnit: string; units: readonly Unit[] };

export type LineRefusal =
  | { reason: "unknown_node"; node: string; at?: string }
  | { reason: "node_inactive"; node: string; at?: string }
  | { reason: "node_does_not_stock"; node: string; at?: string }
  | { reason: "unknown_sku"; sku: string; at?: string }
  | { reason: "unknown_unit"; sku: string; unit: string; units: readonly string[]; at?: string }
  | { reason: "quantity_zero"; sku: string; at?: string }
  | { reason: "quantity_negative"; sku: string; quantity: number; at?: string }
  | { reason: "counted_twice"; sku: string; node: string; at?: string };

type LineFacts = {
  kind: StockEntryKind;
  nodes: ReadonlyMap<string, EntryNode>;
  skus: ReadonlyMap<string, EntrySku>;
  onHand: (nodeId: NodeId, skuId: SkuId) => number;
};

type Checked = {
  refusals: LineRefusal[];
  line?: Omit<PostedLine, "lineNo" | "effectKey">;
};

/** Resolves one typed line against what it names; a count becomes the change it implies. */
export function lineOf(
  line: StockEntryLine,
  index: number,
  { kind, nodes, skus, onHand }: LineFacts,
): Checked {
  const at = `/lines/${index}`;
  const [node, sku] = [nodes.get(line.node), skus.get(line.sku)];
  const unit = sku && unitOf(sku, line.unit);
  const refusals = [
    ...nodeRefusals(line.node, node, at),
    ...skuRefusals(line, sku, unit, at),
    ...quantityRefusals(line, kind, at),
  ];
  if (refusals.length > 0 || !node || !sku || !unit) return { refusals };
  const base = toBase(line.quantity, unit);
  const place = { nodeId: node.id, poolId: node.poolId, skuId: sku.id };
  if (kind !== "count") return { refusals, line: { ...place, quantity: base } };
  const change = base - onHand(node.id, sku.id);
  return { refusals, line: { ...place, quantity: change, counted: base } };
}

function unitOf({ baseUnit, units }: EntrySku, wanted?: string | null): Unit | undefined {
  if (!wanted || wanted === baseUnit) return { code: baseUnit, factor: 1 };
  return units.find(({ code }) => code === wanted);
}

function nodeRefusals(code: string, node: EntryNode | undefined, at: string): LineRefusal[] {
  if (!node) return [{ reason: "unknown_node", node: code, at: `${at}/node` }];
  if (node.state === "inactive") {
    return [{ reason: "node_inactive", node: code, at: `${at}/node` }];
  }
  return node.stocks ? [] : [{ reason: "node_does_not_stock", node: code, at: `${at}/node` }];
}

function skuRefusals(
  { sku: code, unit: wanted }: StockEntryLine,
  sku: EntrySku | undefined,
  unit: Unit | undefined,
  at: string,
): LineRefusal[] {
  if (!sku) return [{ reason: "unknown_sku", sku: code, at: `${at}/sku` }];
  if (unit) return [];
  const units = [...new Set([sku.baseUnit, ...sku.units.map((each) => each.code)])];
  return [{ reason: "unknown_unit", sku: code, unit: wanted ?? "", units, at: `${at}/unit` }];
}

function quantityRefusals(
  { sku, quantity }: StockEntryLine,
  kind: StockEntryKind,
  at: string,
): LineRefusal[] {
  const here = `${at}/quantity`;
  if (quantity === 0 && kind !== "count") return [{ reason: "quantity_zero", sku, at: here }];
  if (quantity < 0 && kind !== "adjustment") {
    return [{ reason: "quantity_negative", sku, quantity, at: here }];
  }
  return [];
}
