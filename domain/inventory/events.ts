import type { MasterSaved } from "../_kernel/master.ts";
import type { NodeId, PoolId, SkuId } from "../_kernel/id.ts";
import type { NextNumber } from "../_kernel/number.ts";
import type { Node } from "./node.ts";
import type { Pool } from "./pool.ts";

export type PoolSaved = MasterSaved<"PoolSaved", Pool>;
export type NodeSaved = MasterSaved<"NodeSaved", Node>;

export type StockEntryKind = "receipt" | "adjustment" | "count";

/** A whole receipt, adjustment or count. `quantity` is the signed change in base units. */
export type StockEntriesPosted = {
  type: "StockEntriesPosted";
  subject: string;
  number: string;
  takes: NextNumber;
  kind: StockEntryKind;
  reason: string;
  lines: PostedLine[];
};

export type PostedLine = {
  lineNo: number;
  nodeId: NodeId;
  poolId: PoolId | null;
  skuId: SkuId;
  quantity: number;
  /** What a count found; absent in the other kinds. */
  counted?: number;
  effectKey: string;
};

export type InventoryEvent = PoolSaved | NodeSaved | StockEntriesPosted;
