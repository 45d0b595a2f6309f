import type { NodeId, PartnerId, SkuId } from "../_kernel/id.ts";
import { type Day, plusDays, weekdayOf } from "../_kernel/period.ts";
import type { BrokenRule } from "./events.ts";

/** A node that might ship the order, with what it has and what its carrier asks. */
export type RoutingCandidate = {
  nodeId: NodeId;
  code: string;
  nameZh: string;
  nameEn: string;
  active: boolean;
  ships: boolean;
  openWeekdays: number;
  leadDays: number;
  handlingMinor: number;
  capacityLeft: number;
  /** The cheapest valid card to the order's zone for its weight; null where no carrier goes there. */
  rate: {
    carrierId: PartnerId;
    firstWeightGram: number;
    firstMinor: number;
    stepWeightGram: number;
    stepMinor: number;
    leadDays: number;
  } | null;
  /** On hand less pinned, per SKU of the order. */
  free: ReadonlyMap<SkuId, number>;
};

export function brokenRule(candidate: RoutingCandidate): BrokenRule | null {
  if (!candidate.active) return "inactive";
  if (!candidate.ships) return "does_not_ship";
  if (candidate.openWeekdays === 0) return "never_open";
  return candidate.rate ? null : "no_rate_to_zone";
}

/** Days until the node works again. The mask's lowest bit is Sunday. */
export function waitDays(openWeekdays: number, today: Day): number {
  for (let days = 0; days < 7; days++) {
    if (openWeekdays & (1 << weekdayOf(plusDays(today, days)))) return days;
  }
  return 0;
}

export function promisedOn(candidate: RoutingCandidate, today: Day): Day | null {
  return candidate.rate ? plusDays(today, daysThere(candidate, today)) : null;
}

/** Days from today until the goods are with the dealer. */
export function daysThere({ openWeekdays, leadDays, rate }: RoutingCandidate, today: Day): number {
  return waitDays(openWeekdays, today) + leadDays + (rate?.leadDays ?? 0);
}
