import type { OrderId, PoolId, SkuId } from "../_kernel/id.ts";
import type { Instant } from "../_kernel/period.ts";
import type { ReservationVoided, StockReserved } from "./reservation_events.ts";

export type PoolBalance = { skuId: SkuId; onHand: number; reserved: number };

/** A reservation whose time has run out: from that instant it does not count. */
export type DueReservation = {
  orderId: OrderId;
  poolId: PoolId;
  items: { skuId: SkuId; quantity: number }[];
};

export type Demand = { skuId: SkuId; quantity: number };
export type Shortage = { skuId: SkuId; needed: number; available: number };

/** The demand of one document summed per SKU, in SKU order, before anything is checked. */
export function sumDemand(demand: readonly Demand[]): Demand[] {
  const sums = new Map<SkuId, number>();
  for (const { skuId, quantity } of demand) sums.set(skuId, (sums.get(skuId) ?? 0) + quantity);
  return [...sums].map(([skuId, quantity]) => ({ skuId, quantity })).sort((a, b) =>
    a.skuId < b.skuId ? -1 : 1
  );
}

/** What a pool can still promise of each SKU, not counting what has expired. */
export function availableOf(
  balances: readonly PoolBalance[],
  due: readonly DueReservation[],
): Map<SkuId, number> {
  const available = new Map(balances.map((b) => [b.skuId, b.onHand - b.reserved]));
  for (const { items } of due) {
    for (const { skuId, quantity } of items) {
      const before = available.get(skuId);
      if (before !== undefined) available.set(skuId, before + quantity);
    }
  }
  return available;
}

/** Which SKUs the pool cannot cover. */
export function shortagesOf(demand: readonly Demand[], available: Map<SkuId, number>): Shortage[] {
  return sumDemand(demand)
    .map(({ skuId, quantity }) => ({
      skuId,
      needed: quantity,
      available: available.get(skuId) ?? 0,
    }))
    .filter(({ needed, available }) => needed > available);
}

export function voidDue(due: readonly DueReservation[]): ReservationVoided[] {
  return due.map(({ orderId, poolId, items }) => ({
    type: "ReservationVoided",
    subject: orderId,
    because: "expired",
    poolId,
    items: items.map((item) => ({ ...item, closes: true })),
  }));
}

/** Reserves all or nothing. What has expired in the way is voided first, in the same commit. */
export function reserve(
  { orderId, poolId, demand, balances, due, expiresAt, again = false }: {
    orderId: OrderId;
    poolId: PoolId;
    demand: readonly Demand[];
    balances: readonly PoolBalance[];
    due: readonly DueReservation[];
    expiresAt: Instant | null;
    again?: boolean;
  },
): { shortages: Shortage[]; events: (ReservationVoided | StockReserved)[] } {
  const shortages = shortagesOf(demand, availableOf(balances, due));
  const reserved: StockReserved = {
    type: "StockReserved",
    subject: orderId,
    poolId,
    expiresAt,
    again,
    items: sumDemand(demand),
  };
  return { shortages, events: shortages.length > 0 ? [] : [...voidDue(due), reserved] };
}
