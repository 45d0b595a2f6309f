import type { FulfilmentId, OrderId } from "../_kernel/id.ts";
import type { Day, Instant } from "../_kernel/period.ts";
import type { Unit } from "../_kernel/quantity.ts";
import type { Stage } from "../order/order.ts";
import type { RoutingRecord } from "./events.ts";
import type { FulfilmentState } from "./fulfilment.ts";

export type Named = { nameZh: string; nameEn: string };

/** One node's part of an order, in base units. */
export type OrderPart = {
  number: string;
  state: FulfilmentState;
  node: Named & { code: string };
  carrier: Named | null;
  promisedOn: Day | null;
  units: number;
  shippedUnits: number;
  lines: { line: number; sku: string; quantity: number; shipped: number; voided: number }[];
};

export type OrderShipment = {
  number: string;
  fulfilment: string;
  version: number;
  node: Named & { code: string };
  carrier: Named | null;
  trackingNumber: string;
  units: number;
  shippedAt: Instant;
  deliveredAt: Instant | null;
  signedBy: string | null;
};

/** A parcel of an order with what it posted to the dealer's account. */
export type PostedShipment = {
  number: string;
  carrier: Named | null;
  trackingNumber: string;
  shippedAt: Instant;
  deliveredAt: Instant | null;
  currency: string;
  goodsMinor: number;
  freightMinor: number;
  taxMinor: number;
  lines: { line: number; sku: string; quantity: number; goodsMinor: number }[];
};

export type RoutingDecision = {
  at: Instant;
  who: string;
  overrideReason: string | null;
  record: RoutingRecord;
};

/** How an order leaves the house: why from where, in which parts, by which parcels. */
export type OrderDispatch = {
  id: OrderId;
  number: string;
  version: number;
  stage: Stage;
  currency: string;
  /** Units that have no node yet, and units that may still change theirs. */
  openUnits: number;
  movableUnits: number;
  /** Newest first; empty for a dealer, whom our costs do not concern. */
  decisions: RoutingDecision[];
  parts: OrderPart[];
  shipments: OrderShipment[];
  /** The nodes of the order's pool: where an override may send it. */
  nodes: (Named & { code: string })[];
};

export type ShipTo = {
  contact: string;
  phone: string;
  province: string;
  city: string;
  street: string;
};

/** A product on a warehouse's paper, with all units it is counted in. */
export type Goods = Named & {
  sku: string;
  specification: string;
  barcode: string | null;
  baseUnit: string;
  units: Unit[];
};

export type PickLine = Goods & {
  lineNo: number;
  /** The unit the line was sold in. */
  unit: Unit;
  /** In base units, as is all below. */
  quantity: number;
  shipped: number;
  left: number;
};

export type PartShipment = {
  number: string;
  carrier: Named | null;
  trackingNumber: string;
  shippedAt: Instant;
  deliveredAt: Instant | null;
  lines: { lineNo: number; quantity: number }[];
};

export type FulfilmentPage = {
  id: FulfilmentId;
  number: string;
  state: FulfilmentState;
  version: number;
  order: {
    id: OrderId;
    number: string;
    version: number;
    stage: Stage;
    note: string;
    requiredOn: Day | null;
  };
  dealer: Named & { code: string };
  organisation: Named;
  to: ShipTo;
  node: Named & { code: string };
  carrier: (Named & { code: string }) | null;
  promisedOn: Day | null;
  lines: PickLine[];
  shipments: PartShipment[];
};

export type WorkRow = {
  key: string;
  number: string;
  order: string;
  dealer: Named;
  city: string;
  node: Named;
  state: FulfilmentState;
  promisedOn: Day | null;
  lines: number;
  units: number;
  shippedUnits: number;
};

export type ShipmentRow = {
  key: string;
  number: string;
  order: string;
  dealer: Named;
  node: Named;
  carrier: Named | null;
  trackingNumber: string;
  units: number;
  shippedAt: Instant;
  deliveredAt: Instant | null;
};

export type ShipmentLine = Goods & {
  lineNo: number;
  quantity: number;
  goodsMinor: number;
  freightMinor: number;
  taxMinor: number;
};

export type ShipmentPage = {
  number: string;
  version: number;
  fulfilment: string;
  order: { id: OrderId; number: string };
  dealer: Named & { code: string };
  to: ShipTo;
  node: Named & { code: string };
  carrier: Named | null;
  trackingNumber: string;
  currency: string;
  goodsMinor: number;
  freightMinor: number;
  taxMinor: number;
  shippedAt: Instant;
  shippedBy: string;
  deliveredAt: Instant | null;
  signedBy: string | null;
  lines: ShipmentLine[];
};
