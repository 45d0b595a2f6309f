import type { Random } from "~/db/seed/random.ts";
import type { Day } from "~/domain/_kernel/period.ts";
import { plusDays } from "~/domain/_kernel/period.ts";
import type { WishedLine } from "~/domain/order/placing.ts";
import { type Calendar, seasonOf } from "./calendar.ts";
import { type Item, laterStates } from "./catalogue.ts";
import type { Dealer } from "./partners.ts";
import { expiredOnly } from "./price_plan.ts";

/** In the eastern pool: none left of the first, twelve cases of the second. */
export const soldOut = "F1-0330-24";
export const runningOut = "T1-0500-15";
/** Kept for one order that no warehouse can fill alone. */
export const keptBack = "W-10000-2";

/** Days before the end from which a product is ordered no more. */
const lastDays: ReadonlyMap<string, number> = new Map([
  ...[...laterStates.keys()].map((code) => [code, 24] as const),
  [soldOut, 12],
  [runningOut, 12],
  [keptBack, 1000],
  [expiredOnly, 1000],
]);

export type Favourite = { item: Item; cases: number };

const sizes = { 1: 1.5, 2: 0.8, 3: 0.5 } as const;

export function sizeOf({ level }: Dealer): number {
  return sizes[level];
}

/** What a dealer carries, and how many cases of each it usually takes. */
export function favouritesOf(dealer: Dealer, items: readonly Item[], chance: Random): Favourite[] {
  const size = sizeOf(dealer);
  const sold = items.filter(({ product }) => product.state === "on_sale");
  const some = (kind: Item["kind"], count: number) =>
    chance.shuffled(sold.filter((item) => item.kind === kind))
      .map((item) => ({ item, rank: item.wanted * chance.between(0.2, 1) }))
      .sort((one, other) => other.rank - one.rank).slice(0, Math.round(count));
  const drinks = some("drink", 16 + size * 12).map(({ item }) => ({
    item,
    cases: chance.between(9, 30) * size * Math.min(2, 0.6 + item.wanted / 3),
  }));
  const appliances = some("appliance", 3 + size * 5).map(({ item }) => ({
    item,
    cases: chance.between(0.8, 3) * size,
  }));
  return [...drinks, ...appliances];
}

const linesOf = { 1: [4, 11], 2: [3, 8], 3: [2, 6] } as const;

/** Most orders are for drinks alone: appliances come from another warehouse. */
const mixtures: readonly (readonly [drinks: boolean, appliances: boolean, weight: number])[] = [
  [true, false, 76],
  [false, true, 14],
  [true, true, 10],
];

export function linesFor(
  dealer: Dealer,
  favourites: readonly Favourite[],
  { day, calendar, chance }: { day: Day; calendar: Calendar; chance: Random },
): WishedLine[] {
  const [least, most] = linesOf[dealer.level];
  const [drinks, appliances] = chance.weighted(mixtures, ([, , weight]) => weight);
  const open = favourites.filter(({ item }) =>
    (item.kind === "drink" ? drinks : appliances) && isOrdered(item.product.code, day, calendar)
  );
  return chance.shuffled(open).slice(0, chance.whole(least, most)).map(({ item, cases }) => ({
    sku: item.product.code,
    unit: item.product.salesUnit,
    quantity: rounded(cases * seasonOf(day) * chance.between(0.6, 1.5)),
  }));
}

function isOrdered(code: string, day: Day, { today }: Calendar): boolean {
  return day < plusDays(today, -(lastDays.get(code) ?? -1));
}

/** People order in fives once it is more than a few. */
function rounded(cases: number): number {
  return cases > 20 ? Math.round(cases / 5) * 5 : Math.max(1, Math.round(cases));
}
