import { Random } from "~/db/seed/random.ts";
import type { Say } from "~/db/seed/say.ts";
import { allocateMinor } from "~/domain/_kernel/money.ts";
import { type Day, type Instant, plusDays, plusMs } from "~/domain/_kernel/period.ts";
import type { PlaceOrder, WishedLine } from "~/domain/order/placing.ts";
import { atHour, type Calendar, dayWeight, orderDays } from "./calendar.ts";
import type { Item } from "./catalogue.ts";
import { favouritesOf, linesFor } from "./order_lines.ts";
import type { Fate, OrderPlan } from "./order_plan.ts";
import { areaOf } from "./organisations.ts";
import type { Dealer } from "./partners.ts";
import { salesLogin } from "./staff.ts";

export type Planning = {
  items: readonly Item[];
  dealers: readonly Dealer[];
  /** Stores that order for themselves, now and then. */
  shops: readonly Dealer[];
  calendar: Calendar;
  say: Say;
};

const ordersOf = { 1: 80, 2: 45, 3: 25 } as const;

/** Days before the end on which a dealer placed its last order. */
export const quietDays: Record<string, number> = { "D-1014": 85, "D-1019": 42, "D-1040": 45 };
/** Their own systems order for them, under their own numbers. */
const ordersByApi = ["D-1004", "D-1020", "D-1034"];

/** The everyday orders of a year: each dealer in its own rhythm, more of them in the season. */
export function usualOrders(planning: Planning, count: number): OrderPlan[] {
  const { dealers } = planning;
  const { parts } = allocateMinor(
    count,
    dealers.map(({ level, code }) => ({ weight: ordersOf[level], tieBreak: code })),
  );
  return dealers.flatMap((dealer, at) => ordersOfDealer(planning, dealer, parts[at]!));
}

function ordersOfDealer(planning: Planning, dealer: Dealer, count: number): OrderPlan[] {
  const chance = new Random(`orders of ${dealer.code}`);
  const favourites = favouritesOf(dealer, planning.items, chance);
  return daysOf(planning.calendar, dealer, { count, chance }).map((day, nth) => {
    const lines = linesFor(dealer, favourites, { day, calendar: planning.calendar, chance });
    return planOf(planning, dealer, { day, nth, lines, chance });
  });
}

/** Spread evenly over the days by their weight, so that a rhythm shows. */
function daysOf(
  calendar: Calendar,
  { code }: Dealer,
  { count, chance }: { count: number; chance: Random },
): Day[] {
  const favourite = chance.whole(1, 5);
  const last = plusDays(calendar.today, -(quietDays[code] ?? 0));
  const days = orderDays(calendar).filter((day) => day <= last);
  const weights = days.map((day) => dayWeight(day, favourite));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const found: Day[] = [];
  let passed = 0;
  days.forEach((day, at) => {
    passed += weights[at]!;
    while (found.length < count && (found.length + 0.5) / count * total <= passed) found.push(day);
  });
  return found;
}

function planOf(
  { calendar, say }: Planning,
  dealer: Dealer,
  { day, nth, lines, chance }: { day: Day; nth: number; lines: WishedLine[]; chance: Random },
): OrderPlan {
  const onBehalf = chance.chance(0.07);
  const at = momentOf(day, calendar, chance);
  const byApi = !onBehalf && ordersByApi.includes(dealer.code);
  const command: PlaceOrder = {
    channel: onBehalf ? "staff" : byApi ? "api" : "portal",
    externalNumber: byApi ? `PO${day.replaceAll("-", "")}-${String(nth % 90 + 10)}` : null,
    note: chance.chance(0.12) ? chance.pick(notes(say)) : "",
    requiredOn: chance.chance(0.15) ? plusDays(day, chance.whole(3, 6)) : null,
    freightMinor: onBehalf && chance.chance(0.4) ? chance.whole(6, 18) * 1000 : 0,
    lines: onBehalf ? withDiscount(lines, chance, say) : lines,
  };
  const by = onBehalf ? salesLogin(areaOf(dealer.zone).code) : buyerOf(dealer);
  return { at, dealer, by, onBehalf, command, fate: fateOf(chance), upTo: "paid" };
}

/** Whoever has a limit of approval has a buyer besides the owner. */
export function buyerOf({ login, record }: Dealer): string {
  return record.approvalLimitMinor === null ? login : `${login}.buyer`;
}

function momentOf(day: Day, { now }: Calendar, chance: Random): Instant {
  const hour = chance.chance(0.6) ? chance.between(8.4, 12) : chance.between(13, 19.5);
  const at = plusMs(atHour(day, hour), chance.whole(0, 999));
  return at < now ? at : plusMs(atHour(plusDays(day, -1), hour), chance.whole(0, 999));
}

function fateOf(chance: Random): Fate {
  return chance.weighted(fates, ([, weight]) => weight)[0];
}

const fates: readonly (readonly [Fate, number])[] = [
  ["usual", 900],
  ["two_parcels", 45],
  ["cancelled", 30],
  ["rest_cancelled", 12],
  ["rerouted", 8],
];

export function withDiscount(lines: WishedLine[], chance: Random, say: Say): WishedLine[] {
  const discountReason = chance.pick([
    say("老客户季度补差", "Quarterly allowance"),
    say("临期两个月，让利", "Two months to best before"),
    say("新品铺市支持", "Support for a launch"),
    say("陈列费抵扣", "Paid shelf space"),
  ]);
  return lines.map((line, at) =>
    at > 1 ? line : { ...line, discountBasisPoints: chance.whole(2, 8) * 100, discountReason }
  );
}

function notes(say: Say): string[] {
  return [
    say("周五前送到，走后门卸货", "By Friday, unload at the back gate"),
    say("到货前一小时打电话", "Call an hour before arrival"),
    say("水单独打托，不要压饮料", "Water on its own pallet, nothing on top"),
    say("仓库 17:30 关门", "The store closes at 17:30"),
    say("带质检报告", "Send the quality report along"),
    say("门店活动用货，别晚", "For a shop promotion, please be on time"),
  ];
}
