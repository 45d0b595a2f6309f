import type { FulfilmentId, NodeId, OrderId, PartnerId, ShipmentId, SkuId } from "../_kernel/id.ts";
import type { NextNumber } from "../_kernel/number.ts";
import type { Day } from "../_kernel/period.ts";
import type { Fulfilment } from "../order/order.ts";

export type FulfilmentLine = { lineNo: number; skuId: SkuId; quantity: number };

/** One node's part of an order: what it picks and sends. */
export type PlannedFulfilment = {
  fulfilmentId: FulfilmentId;
  number: string;
  nodeId: NodeId;
  carrierId: PartnerId | null;
  freightMinor: number;
  promisedOn: Day | null;
  lines: FulfilmentLine[];
};

/** What staff see of a routing: costs, bound, runner-up, and each node that does not ship with the reason. */
export type RoutingRecord = {
  costMinor: number;
  boundMinor: number;
  optimal: boolean;
  method: "exact" | "split" | "search" | "override";
  currency: string;
  shipments: {
    node: string;
    nameZh: string;
    nameEn: string;
    units: number;
    weightGram: number;
    freightMinor: number;
    handlingMinor: number;
    lateMinor: number;
    splitMinor: number;
    promisedOn: Day | null;
  }[];
  runnerUp: { nodes: string[]; costMinor: number; extraMinor: number } | null;
  rejected: {
    node: string;
    nameZh: string;
    nameEn: string;
    because: RejectedBecause;
    canShipUnits: number;
    /** When it could be there; null where it cannot go there at all. */
    promisedOn: Day | null;
    extraMinor: number | null;
    exact: boolean;
  }[];
  unfilled: { sku: string; missing: number }[];
};

export type BrokenRule = "inactive" | "does_not_ship" | "never_open" | "no_rate_to_zone";
export type RejectedBecause = BrokenRule | "no_stock" | "short_stock" | "capacity" | "cost";

export type OrderRouted = {
  type: "OrderRouted";
  subject: OrderId;
  version: number;
  takes: NextNumber | null;
  fulfilments: PlannedFulfilment[];
  /** Planned parts of an earlier routing that this one replaces. */
  replaces: FulfilmentId[];
  lines: { lineNo: number; allocated: number }[];
  fulfilment: Fulfilment;
  record: RoutingRecord;
  overrideReason: string | null;
};

export type FulfilmentReleased = {
  type: "FulfilmentReleased";
  subject: OrderId;
  version: number;
  fulfilments: { fulfilmentId: FulfilmentId; version: number }[];
  lines: { lineNo: number; released: number }[];
  fulfilment: Fulfilment;
};

/** What an order no longer wants must not be picked. */
export type FulfilmentVoided = {
  type: "FulfilmentVoided";
  subject: OrderId;
  fulfilments: {
    fulfilmentId: FulfilmentId;
    version: number;
    state: "void" | "shipped";
    lines: FulfilmentLine[];
  }[];
};

export type ShippedLine = FulfilmentLine & {
  goodsMinor: number;
  freightMinor: number;
  taxMinor: number;
};

export type ParcelShipped = {
  type: "ParcelShipped";
  subject: OrderId;
  version: number;
  shipmentId: ShipmentId;
  number: string;
  takes: NextNumber;
  fulfilmentId: FulfilmentId;
  fulfilmentVersion: number;
  fulfilmentState: "part_shipped" | "shipped";
  dealerId: PartnerId;
  nodeId: NodeId;
  carrierId: PartnerId | null;
  trackingNumber: string;
  currency: string;
  goodsMinor: number;
  freightMinor: number;
  taxMinor: number;
  lines: ShippedLine[];
  fulfilment: Fulfilment;
};

export type ShipmentDelivered = {
  type: "ShipmentDelivered";
  subject: OrderId;
  version: number;
  shipmentId: ShipmentId;
  shipmentVersion: number;
  signedBy: string;
  lines: FulfilmentLine[];
  fulfilment: Fulfilment;
};

export type DispatchCenterEvent =
  | OrderRouted
  | FulfilmentReleased
  | FulfilmentVoided
  | ParcelShipped
  | ShipmentDelivered;
