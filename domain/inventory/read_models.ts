import type { Node, NodeType } from "./node.ts";

export type NodeRow = {
  id: string;
  code: string;
  nameZh: string;
  nameEn: string;
  type: NodeType;
  pool: string | null;
  province: string;
  city: string;
  stocks: boolean;
  ships: boolean;
  state: Node["state"];
};

/** Quantities in base units. With a node chosen, what is reserved there is what is pinned. */
export type StockRow = {
  skuId: string;
  code: string;
  nameZh: string;
  nameEn: string;
  specification: string;
  unit: string;
  onHand: number;
  reserved: number;
  pinned: number;
  available: number;
};
