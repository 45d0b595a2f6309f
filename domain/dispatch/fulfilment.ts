import type { FulfilmentId, NodeId, OrderId, PartnerId, ShipmentId, SkuId } from "../_kernel/id.ts";

export type FulfilmentState = "planned" | "released" | "part_shipped" | "shipped" | "void";

/** One node's part of an order, as it stands. */
export type FulfilmentDocument = {
  id: FulfilmentId;
  number: string;
  orderId: OrderId;
  nodeId: NodeId;
  carrierId: PartnerId | null;
  state: FulfilmentState;
  version: number;
  lines: { lineNo: number; skuId: SkuId; quantity: number; shipped: number; voided: number }[];
};

export type ShipmentDocument = {
  id: ShipmentId;
  orderId: OrderId;
  version: number;
  deliveredAt: string | null;
  lines: { lineNo: number; skuId: SkuId; quantity: number }[];
};
