import type { Instant } from "~/domain/_kernel/period.ts";
import { businessNumber } from "~/domain/_kernel/number.ts";
import { yearOf } from "~/domain/_kernel/period.ts";
import type { PlaceOrder } from "~/domain/order/placing.ts";
import type { Dealer } from "./partners.ts";

/** How far an order has come when the world ends; without a word, as far as its time allows. */
export const stations = [
  "placed",
  "approved_by_dealer",
  "routed",
  "released",
  "shipped",
  "delivered",
  "paid",
] as const;
export type Station = typeof stations[number];

export type Fate =
  | "usual"
  | "cancelled"
  | "rest_cancelled"
  | "two_parcels"
  | "part_only"
  | "rejected_by_dealer"
  | "rejected_by_us"
  | "rerouted";

/** Everything about one order before it happens. */
export type OrderPlan = {
  at: Instant;
  dealer: Dealer;
  /** The login of whoever places it. */
  by: string;
  onBehalf: boolean;
  command: PlaceOrder;
  fate: Fate;
  upTo: Station;
  /** Hours from step to step, at any time of the day; else people take their time. */
  quick?: boolean;
};

export type NumberedPlan = OrderPlan & { number: string };

/** The numbers the orders will have: the series counts them in the order of time. */
export function numbered(plans: readonly OrderPlan[]): NumberedPlan[] {
  const next = new Map<number, number>();
  return plans.toSorted((one, other) => one.at < other.at ? -1 : one.at > other.at ? 1 : 0)
    .map((plan) => {
      const year = yearOf(plan.at);
      const value = (next.get(year) ?? 0) + 1;
      next.set(year, value);
      return { ...plan, number: businessNumber("SO", year, value) };
    });
}

export function reaches(plan: OrderPlan, station: Station): boolean {
  return stations.indexOf(station) <= stations.indexOf(plan.upTo);
}
