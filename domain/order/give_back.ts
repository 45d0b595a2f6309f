import type { CreditAccountId, SkuId } from "../_kernel/id.ts";
import { sumMinor } from "../_kernel/money.ts";
import type { ReservationVoided } from "../inventory/reservation_events.ts";
import type { CreditMoved } from "../policy/events.ts";
import type { Order } from "./order.ts";

/** The part of an order's total that shipments have not turned into a receivable. */
export function unpostedMinor({ totalMinor, lines }: Order): number {
  return totalMinor - sumMinor(lines.map((line) => line.postedMinor + line.postedFreightMinor));
}

/** What an order still uses of its credit goes back, once. */
export function releaseCredit(order: Order, accountId: CreditAccountId): CreditMoved[] {
  const openOrderMinor = unpostedMinor(order);
  if (openOrderMinor === 0) return [];
  return [{
    type: "CreditMoved",
    subject: order.id,
    accountId,
    kind: "release",
    orderId: order.id,
    document: order.number,
    openOrderMinor: -openOrderMinor,
    receivableMinor: 0,
    effectKey: `release ${order.id}`,
  }];
}

export function voidReservation(
  order: Order,
  held: readonly { skuId: SkuId; quantity: number }[],
  because: ReservationVoided["because"],
): ReservationVoided[] {
  if (held.length === 0) return [];
  return [{
    type: "ReservationVoided",
    subject: order.id,
    because,
    poolId: order.poolId,
    items: held.map((item) => ({ ...item, closes: true })),
  }];
}
