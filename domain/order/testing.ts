import type { By } from "../_kernel/by.ts";
import type {
  AddressId,
  CreditAccountId,
  OrderId,
  OrganisationId,
  PartnerId,
  PoolId,
  RegionId,
  SkuId,
  UserId,
} from "../_kernel/id.ts";
import type { PoolBalance } from "../inventory/reserve.ts";
import type { CreditAccount } from "../policy/credit/use_credit.ts";
import { priceRow } from "../policy/price/testing.ts";
import type { OrderSubmitted } from "./events.ts";
import type { Order } from "./order.ts";
import { placeOrder } from "./place_order.ts";
import type { PlaceOrder, PlacingDealer, PlacingFacts, PlacingSku } from "./placing.ts";

export const now = "2026-11-22T02:42:00.000Z";

export function byUser(userId = "buyer", name = "陈敏"): By {
  let made = 0;
  return {
    userId: userId as UserId,
    name,
    at: now,
    onBehalfOf: null,
    newId: () => `${userId}-${made += 1}`,
  };
}

const poolId = "pool" as PoolId;

export const dingshun: PlacingDealer & { poolId: PoolId } = {
  id: "dealer" as PartnerId,
  code: "D320301",
  state: "active",
  organisationId: "organisation" as OrganisationId,
  organisation: { code: "QY-E", validFrom: "2018-03-01", validUntil: null },
  regionId: "region" as RegionId,
  regionLine: ["region" as RegionId, "area" as RegionId],
  poolId,
  functions: { sells: true, settles: true },
  grade: "A",
  currency: "CNY",
  approvalLimitMinor: null,
  discountLimitBasisPoints: 1_000,
};

function drink(code: string, bottles: number, over: Partial<PlacingSku> = {}): PlacingSku {
  return {
    id: `id ${code}` as SkuId,
    code,
    state: "on_sale",
    baseUnit: "瓶",
    salesUnit: "箱",
    units: [{ code: "瓶", factor: 1 }, { code: "箱", factor: bottles }],
    taxRateBasisPoints: 1300,
    weightGram: 570,
    ...over,
  };
}

/** Spring water, soda and oolong tea; what else a case needs it adds itself. */
export const water = drink("QY-0550-24", 24);
export const soda = drink("QY-0400-24", 24);
export const tea = drink("QY-0500-15", 15);

export const account: CreditAccount = {
  id: "account" as CreditAccountId,
  currency: "CNY",
  limitMinor: 20_000_000,
  termDays: 30,
  overLimit: "approve",
  overdue: "block",
  openOrderMinor: 0,
  receivableMinor: 0,
  overdueMinor: 0,
};

export function balance({ id: skuId }: PlacingSku, onHand: number, reserved = 0): PoolBalance {
  return { skuId, onHand, reserved };
}

/** 26.40, 31.20 and 38.50 a case; 100 cases of each lie in the pool. */
export function placing(over: Partial<PlacingFacts> = {}): PlacingFacts {
  return {
    number: { series: "SO", year: 2026, value: 18 },
    dealer: dingshun,
    address: { id: "address" as AddressId },
    skus: new Map([water, soda, tea].map((sku) => [sku.code, sku])),
    prices: new Map([
      [water.id, [priceRow(26_400_000)]],
      [soda.id, [priceRow(31_200_000)]],
      [tea.id, [priceRow(38_500_000)]],
    ]),
    balances: [balance(water, 2400), balance(soda, 2400), balance(tea, 1500)],
    due: [],
    credit: account,
    externalNumberTaken: null,
    mayDiscount: false,
    boundByDealerLimit: true,
    boundToChannel: null,
    ...over,
  };
}

/** Ten cases of water and four of tea: 264.00 + 154.00. */
export const usual: PlaceOrder = {
  channel: "portal",
  lines: [{ sku: water.code, quantity: 10 }, { sku: tea.code, quantity: 4 }],
};

/** The order the events of a placing make: what a loader would read back. */
export function submittedOrder(command = usual, facts = placing(), by = byUser()): Order {
  const decision = placeOrder(command, facts, by);
  if (!decision.ok) throw new Error(JSON.stringify(decision.refusals));
  const submitted = decision.events.find((event) => event.type === "OrderSubmitted")!;
  const asked = decision.events.filter((event) => event.type === "ApprovalAsked");
  return {
    ...orderOf(submitted, by),
    approvals: asked.map(({ gate, causes }) => ({ gate, causes, state: "waiting" })),
  };
}

function orderOf(event: OrderSubmitted, by: By): Order {
  const { subject, commercial, lines } = event;
  return {
    id: subject as OrderId,
    number: event.number,
    version: 1,
    dealerId: event.dealerId,
    organisationId: event.organisationId,
    regionId: event.regionId,
    poolId: event.poolId,
    addressId: event.addressId,
    currency: event.currency,
    goodsMinor: event.goodsMinor,
    discountMinor: event.discountMinor,
    freightMinor: event.freightMinor,
    totalMinor: event.totalMinor,
    commercial,
    awaiting: event.awaiting,
    fulfilment: commercial === "confirmed" ? "unrouted" : "none",
    holdsStock: true,
    submittedAt: event.submittedAt,
    placedBy: by.userId,
    completedAt: null,
    approvals: [],
    lines: lines.map((line) => ({
      ...line,
      open: line.baseQuantity,
      allocated: 0,
      released: 0,
      shipped: 0,
      delivered: 0,
      cancelled: 0,
      postedMinor: 0,
      postedFreightMinor: 0,
      postedTaxMinor: 0,
    })),
  };
}

/** The dealer's approver and then ours must say yes: both the buyer's and the credit limit are passed. */
export function waitingOrder(): Order {
  return submittedOrder(
    usual,
    placing({
      dealer: { ...dingshun, approvalLimitMinor: 10_000 },
      credit: { ...account, limitMinor: 0 },
    }),
  );
}

export function heldBy({ lines }: Order): { skuId: SkuId; quantity: number }[] {
  return lines.map(({ skuId, baseQuantity }) => ({ skuId, quantity: baseQuantity }));
}
