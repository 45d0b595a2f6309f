import type {
  AddressId,
  OrderId,
  OrganisationId,
  PartnerId,
  PoolId,
  RegionId,
  SkuId,
} from "../_kernel/id.ts";
import type { NextNumber } from "../_kernel/number.ts";
import type { Day, Instant } from "../_kernel/period.ts";
import type { ApprovalCause, Commercial, Fulfilment, Gate } from "./order.ts";

export type SubmittedLine = {
  lineNo: number;
  skuId: SkuId;
  sku: string;
  unit: string;
  unitFactor: number;
  quantity: number;
  baseQuantity: number;
  priceListId: string;
  priceE4: number;
  priceWhy: PriceWhy;
  goodsMinor: number;
  discountBasisPoints: number;
  discountReason: string;
  discountMinor: number;
  freightMinor: number;
  taxRateBasisPoints: number;
  taxMinor: number;
  weightGram: number;
};

/** Which row won, and the rows it beat: frozen with the line. */
export type PriceWhy = {
  list: string;
  minQuantity: number;
  beaten: { list: string; minQuantity: number; priceE4: number; because: string }[];
};

/** A whole order as it was submitted. `commercial` is what this very decision made of it. */
export type OrderSubmitted = {
  type: "OrderSubmitted";
  subject: OrderId;
  number: string;
  takes: NextNumber;
  draftId: string | null;
  dealerId: PartnerId;
  organisationId: OrganisationId;
  regionId: RegionId;
  poolId: PoolId;
  addressId: AddressId;
  channel: string;
  currency: string;
  externalNumber: string | null;
  note: string;
  requiredOn: Day | null;
  goodsMinor: number;
  discountMinor: number;
  freightMinor: number;
  totalMinor: number;
  taxMinor: number;
  commercial: Extract<Commercial, "confirmed" | "awaiting_approval">;
  awaiting: Gate | null;
  submittedAt: Instant;
  lines: SubmittedLine[];
};

export type ApprovalAsked = {
  type: "ApprovalAsked";
  subject: OrderId;
  version: number;
  gate: Gate;
  causes: ApprovalCause[];
  /** Asked in the decision that submitted the order: its row already says so. */
  atSubmit: boolean;
};

export type ApprovalGiven = {
  type: "ApprovalGiven";
  subject: OrderId;
  version: number;
  gate: Gate;
  /** The gate after this one; null at the last. */
  next: Gate | null;
  reason: string;
};

export type ApproverReminded = { type: "ApproverReminded"; subject: OrderId; gate: Gate };

export type OrderConfirmed = {
  type: "OrderConfirmed";
  subject: OrderId;
  number: string;
  dealerId: PartnerId;
  version: number;
  atSubmit: boolean;
};

export type OrderRejected = {
  type: "OrderRejected";
  subject: OrderId;
  version: number;
  gate: Gate;
  reason: string;
};

/** What is not shipped is given up. `whole`: nothing had shipped, the order itself is cancelled. */
export type OrderCancelled = {
  type: "OrderCancelled";
  subject: OrderId;
  version: number;
  whole: boolean;
  because: string;
  fulfilment: Fulfilment;
  lines: { lineNo: number; open: number; allocated: number; released: number }[];
};

export type OrderCompleted = { type: "OrderCompleted"; subject: OrderId; version: number };

export type DraftSaved = {
  type: "DraftSaved";
  subject: string;
  dealerId: PartnerId;
  version: number;
  content: string;
};

export type DraftDropped = { type: "DraftDropped"; subject: string; version: number };

export type OrderCenterEvent =
  | OrderSubmitted
  | ApprovalAsked
  | ApprovalGiven
  | ApproverReminded
  | OrderConfirmed
  | OrderRejected
  | OrderCancelled
  | OrderCompleted
  | DraftSaved
  | DraftDropped;
