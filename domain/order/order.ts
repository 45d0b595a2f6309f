import type {
  AddressId,
  OrderId,
  OrganisationId,
  PartnerId,
  PoolId,
  RegionId,
  SkuId,
  UserId,
} from "../_kernel/id.ts";
import type { Instant } from "../_kernel/period.ts";

/** What was agreed. Stored by events. */
export type Commercial = "submitted" | "awaiting_approval" | "confirmed" | "rejected" | "cancelled";

/** How far the goods are. One function of the line buckets. */
export type Fulfilment =
  | "none"
  | "unrouted"
  | "routed"
  | "released"
  | "part_shipped"
  | "shipped"
  | "delivered"
  | "completed";

export type Gate = "dealer" | "company";

/** Where the base quantity of a line is; the six always add up to it. */
export type Buckets = {
  open: number;
  allocated: number;
  released: number;
  shipped: number;
  delivered: number;
  cancelled: number;
};

export type OrderLine = Buckets & {
  lineNo: number;
  skuId: SkuId;
  unit: string;
  unitFactor: number;
  quantity: number;
  baseQuantity: number;
  goodsMinor: number;
  discountMinor: number;
  freightMinor: number;
  taxMinor: number;
  weightGram: number;
  /** Of the frozen amounts, what shipments have posted already. */
  postedMinor: number;
  postedFreightMinor: number;
  postedTaxMinor: number;
};

export type Approval = {
  gate: Gate;
  state: "waiting" | "approved" | "rejected" | "void";
  causes: readonly ApprovalCause[];
};

export type ApprovalCause =
  | { cause: "above_buyer_limit"; limitMinor: number; totalMinor: number; currency: string }
  | { cause: "credit_exceeded"; overMinor: number; currency: string }
  | { cause: "receivable_overdue"; overdueMinor: number; currency: string }
  | {
    cause: "discount_above_limit";
    limitBasisPoints: number;
    /** The line that was given most. */
    discountBasisPoints: number;
    sku: string;
    /** How many lines are above the limit. */
    lines: number;
  };

export type Order = {
  id: OrderId;
  number: string;
  version: number;
  dealerId: PartnerId;
  organisationId: OrganisationId;
  regionId: RegionId;
  poolId: PoolId;
  addressId: AddressId;
  currency: string;
  goodsMinor: number;
  discountMinor: number;
  freightMinor: number;
  totalMinor: number;
  commercial: Commercial;
  awaiting: Gate | null;
  fulfilment: Fulfilment;
  holdsStock: boolean;
  submittedAt: Instant;
  placedBy: UserId;
  completedAt: Instant | null;
  lines: OrderLine[];
  approvals: Approval[];
};

/** What the dealer pays for a line, freight apart. */
export function payableMinor({ goodsMinor, discountMinor }: OrderLine): number {
  return goodsMinor - discountMinor;
}

/** The fulfilment state of a confirmed order is this function of its lines, and nothing else. */
export function fulfilmentOf(
  commercial: Commercial,
  lines: readonly Buckets[],
  completed: boolean,
): Fulfilment {
  if (commercial !== "confirmed") return "none";
  if (completed) return "completed";
  const sum = (bucket: keyof Buckets) => lines.reduce((total, line) => total + line[bucket], 0);
  const [open, allocated, released] = [sum("open"), sum("allocated"), sum("released")];
  const [shipped, delivered] = [sum("shipped"), sum("delivered")];
  const live = open + allocated + released + shipped + delivered;
  if (live > 0 && delivered === live) return "delivered";
  if (live > 0 && shipped + delivered === live) return "shipped";
  if (shipped + delivered > 0) return "part_shipped";
  if (released > 0) return "released";
  return allocated > 0 && open === 0 ? "routed" : "unrouted";
}

/** The state shown and listed: the agreement until it is confirmed, then the goods. */
export type Stage = Exclude<Commercial, "confirmed"> | Exclude<Fulfilment, "none">;

export function stageOf(
  { commercial, fulfilment }: Pick<Order, "commercial" | "fulfilment">,
): Stage {
  return commercial === "confirmed" ? fulfilment as Exclude<Fulfilment, "none"> : commercial;
}
