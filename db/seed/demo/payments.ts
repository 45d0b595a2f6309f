import { Random } from "~/db/seed/random.ts";
import { pay } from "~/db/seed/money_deeds.ts";
import type { Deed } from "~/db/seed/timeline.ts";
import { type Day, type Instant, plusDays, weekdayOf } from "~/domain/_kernel/period.ts";
import { atHour, type Calendar, orderDays } from "./calendar.ts";
import type { Dealer } from "./partners.ts";

/** Days before the end since when a dealer has not paid. */
const stoppedDays: Record<string, number> = { "D-1014": 85, "D-1019": 100 };

const friday = 5;
const daysAhead: Record<Dealer["payer"], number> = {
  at_once: 0,
  weekly: 7,
  monthly: 17,
  slow: -9,
  stopped: 17,
};

/** The bank transfers of a dealer over the year: weekly, twice a month, late, or no longer. */
export function paymentsOf(
  dealer: Dealer,
  calendar: Calendar,
): { at: Instant; deed: Deed }[] {
  const { code, payer } = dealer;
  if (payer === "at_once") return [];
  const chance = new Random(`payments of ${code}`);
  const dayOfMonth = chance.whole(18, 27);
  const last = plusDays(calendar.today, -(stoppedDays[code] ?? 0));
  return orderDays(calendar).filter((day) => day <= last && isPayday(dealer, day, dayOfMonth))
    .map((day) => {
      const reference = `HD${day.replaceAll("-", "")}${chance.whole(1000, 9999)}`;
      const round = payer !== "stopped" && chance.chance(0.15)
        ? chance.pick(["down", "up"] as const)
        : undefined;
      const which = { dueUpTo: plusDays(day, daysAhead[payer]) };
      return {
        at: atHour(day, chance.between(9.2, 16.5)),
        deed: pay({ dealer: code, method: "transfer", reference, which, round }),
      };
    });
}

function isPayday({ payer }: Dealer, day: Day, dayOfMonth: number): boolean {
  if (payer === "weekly") return weekdayOf(day) === friday;
  const date = Number(day.slice(8));
  return date === dayOfMonth || date === dayOfMonth - 15;
}
