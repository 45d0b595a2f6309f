import type { PriceWhy } from "./events.ts";
import type { Approval, ApprovalCause, Gate, Order, OrderLine, Stage } from "./order.ts";

export type Names = { nameZh: string; nameEn: string };

/** What the timeline of an order tells. */
export type TimelineKind =
  | "submitted"
  | "approval_asked"
  | "approved"
  | "reminded"
  | "confirmed"
  | "rejected"
  | "cancelled"
  | "rest_cancelled"
  | "reservation_expired"
  | "reserved_again"
  | "routed"
  | "rerouted"
  | "released"
  | "shipped"
  | "delivered"
  | "paid"
  | "completed"
  | "noted";

export type OrderRow = {
  id: string;
  number: string;
  dealer: Names & { code: string };
  channel: string;
  currency: string;
  totalMinor: number;
  stage: Stage;
  awaiting: Gate | null;
  placedBy: string;
  onBehalf: boolean;
  submittedAt: string;
  externalNumber: string | null;
  /** In the units they were ordered in, the largest first. */
  quantities: { unit: string; quantity: number }[];
  nodes: Names[];
  promisedOn: string | null;
};

/** An order whose turn it is at a gate. */
export type WaitingOrder = OrderRow & {
  version: number;
  gate: Gate;
  causes: readonly ApprovalCause[];
  askedAt: string;
  remindedAt: string | null;
};

export type DetailLine = OrderLine & Names & {
  sku: string;
  specification: string;
  baseUnit: string;
  priceE4: number;
  priceWhy: PriceWhy;
  priceList: Names;
  discountBasisPoints: number;
  discountReason: string;
  taxRateBasisPoints: number;
};

export type DetailApproval = Approval & {
  askedAt: string;
  remindedAt: string | null;
  decidedAt: string | null;
  decidedBy: string | null;
  reason: string;
};

export type TimelineEntry = {
  seq: number;
  at: string;
  kind: TimelineKind;
  who: string;
  bySystem: boolean;
  onBehalfOf: Names | null;
  reason: string;
  detail: Readonly<Record<string, unknown>>;
};

/** An order as its page and the API show it. */
export type OrderDetail = {
  order: Order;
  dealer: Names & { code: string };
  address: { contact: string; phone: string; province: string; city: string; street: string };
  placedBy: string;
  onBehalf: boolean;
  channel: string;
  externalNumber: string | null;
  note: string;
  requiredOn: string | null;
  taxMinor: number;
  /** When the stock is given up if nobody decides. */
  reservedUntil: string | null;
  promisedOn: string | null;
  lines: DetailLine[];
  approvals: DetailApproval[];
  /** Newest first. */
  timeline: TimelineEntry[];
};
