import type { NodeId, OrderId, PoolId, SkuId } from "../_kernel/id.ts";
import type { Instant } from "../_kernel/period.ts";

export type StockReserved = {
  type: "StockReserved";
  subject: OrderId;
  poolId: PoolId;
  expiresAt: Instant | null;
  /** The first reservation had expired while the order waited for its approval. */
  again: boolean;
  items: { skuId: SkuId; quantity: number }[];
};

/** What an order had reserved and not shipped is free again. `expired`: nobody decided in time. */
export type ReservationVoided = {
  type: "ReservationVoided";
  subject: OrderId;
  because: "expired" | "cancelled" | "rejected";
  poolId: PoolId;
  items: { skuId: SkuId; quantity: number; closes: boolean }[];
};

/** A confirmed order keeps what it reserved until it ships. */
export type ReservationKept = { type: "ReservationKept"; subject: OrderId };

export type StockIssued = {
  type: "StockIssued";
  subject: OrderId;
  document: string;
  nodeId: NodeId;
  poolId: PoolId;
  items: { lineNo: number; skuId: SkuId; quantity: number; closesReservation: boolean }[];
};

/** Routing names the nodes: from now on these units lie there for this order. */
export type StockPinned = {
  type: "StockPinned";
  subject: OrderId;
  pins: { lineNo: number; nodeId: NodeId; skuId: SkuId; quantity: number }[];
};

export type PinsVoided = {
  type: "PinsVoided";
  subject: OrderId;
  pins: { lineNo: number; nodeId: NodeId; skuId: SkuId; quantity: number }[];
};

export type ReservationEvent =
  | StockPinned
  | PinsVoided
  | StockReserved
  | ReservationVoided
  | ReservationKept
  | StockIssued;
