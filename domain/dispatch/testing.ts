import type { By } from "../_kernel/by.ts";
import type {
  AddressId,
  FulfilmentId,
  NodeId,
  OrderId,
  OrganisationId,
  PartnerId,
  PoolId,
  RegionId,
  SkuId,
  UserId,
} from "../_kernel/id.ts";
import { type Fulfilment, fulfilmentOf, type Order, type OrderLine } from "../order/order.ts";
import type { FulfilmentDocument } from "./fulfilment.ts";
import type { RoutingFacts } from "./route_order.ts";
import type { RoutingCandidate } from "./routing_candidate.ts";

/** A Monday morning in Shanghai. */
export const at = "2026-03-02T02:00:00.000Z";

export function someone(): By {
  let made = 0;
  return {
    userId: "USER" as UserId,
    name: "王静",
    at,
    onBehalfOf: null,
    newId: () => `ID${made += 1}`,
  };
}

const nowhere = { open: 0, allocated: 0, released: 0, shipped: 0, delivered: 0, cancelled: 0 };

/** A line of `baseQuantity` units; where they are is told by the buckets, open when nothing is said. */
export function line(lineNo: number, baseQuantity: number, over: Partial<OrderLine> = {}) {
  const buckets = { ...nowhere, ...over };
  const known = Object.keys(nowhere).some((name) => name in over);
  return {
    lineNo,
    skuId: `SKU${lineNo}` as SkuId,
    unit: "瓶",
    unitFactor: 1,
    quantity: baseQuantity,
    baseQuantity,
    goodsMinor: 100 * baseQuantity,
    discountMinor: 0,
    freightMinor: 0,
    taxMinor: 0,
    weightGram: 500 * baseQuantity,
    postedMinor: 0,
    postedFreightMinor: 0,
    postedTaxMinor: 0,
    ...over,
    ...(known ? buckets : { ...nowhere, open: baseQuantity }),
  };
}

export function order(lines: OrderLine[], over: Partial<Order> = {}): Order {
  const commercial = over.commercial ?? "confirmed";
  return {
    id: "ORDER" as OrderId,
    number: "SO-2026-000418",
    version: 3,
    dealerId: "DEALER" as PartnerId,
    organisationId: "ORGANISATION" as OrganisationId,
    regionId: "REGION" as RegionId,
    poolId: "POOL" as PoolId,
    addressId: "ADDRESS" as AddressId,
    currency: "CNY",
    goodsMinor: 0,
    discountMinor: 0,
    freightMinor: 0,
    totalMinor: 0,
    commercial,
    awaiting: null,
    fulfilment: fulfilmentOf(commercial, lines, false) as Fulfilment,
    holdsStock: true,
    submittedAt: at,
    placedBy: "USER" as UserId,
    completedAt: null,
    lines,
    approvals: [],
    ...over,
  };
}

/** A node that has everything asked of it; `stock` by line number. */
export function node(
  code: string,
  stock: Record<number, number>,
  over: Partial<RoutingCandidate> = {},
): RoutingCandidate {
  return {
    nodeId: code as NodeId,
    code,
    nameZh: `${code} 仓`,
    nameEn: code,
    active: true,
    ships: true,
    openWeekdays: 127,
    leadDays: 1,
    handlingMinor: 300,
    capacityLeft: 100_000,
    rate: {
      carrierId: "SF" as PartnerId,
      firstWeightGram: 1000,
      firstMinor: 1000,
      stepWeightGram: 1000,
      stepMinor: 100,
      leadDays: 1,
    },
    free: new Map(
      Object.entries(stock).map(([lineNo, units]) => [`SKU${lineNo}` as SkuId, units]),
    ),
    ...over,
  };
}

export function routingFacts(
  of: Order,
  candidates: readonly RoutingCandidate[],
): RoutingFacts {
  return {
    order: of,
    candidates,
    number: { series: "PK", year: 2026, value: 7 },
    skuCodes: new Map(of.lines.map(({ skuId }) => [skuId, `W-${skuId}`])),
  };
}

/** A part of the order at a node: `lines` are [line number, quantity, shipped, voided]. */
export function part(
  nodeId: string,
  lines: [lineNo: number, quantity: number, shipped?: number, voided?: number][],
  over: Partial<FulfilmentDocument> = {},
): FulfilmentDocument {
  return {
    id: `PART ${nodeId}` as FulfilmentId,
    number: "PK-2026-000001",
    orderId: "ORDER" as OrderId,
    nodeId: nodeId as NodeId,
    carrierId: "SF" as PartnerId,
    state: "planned",
    version: 1,
    lines: lines.map(([lineNo, quantity, shipped = 0, voided = 0]) => ({
      lineNo,
      skuId: `SKU${lineNo}` as SkuId,
      quantity,
      shipped,
      voided,
    })),
    ...over,
  };
}
