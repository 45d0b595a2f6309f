import {
  type Day,
  dayOf,
  hourMs,
  type Instant,
  plusDays,
  plusMs,
  startOfDay,
  weekdayOf,
} from "~/domain/_kernel/period.ts";

/** The year the world lives through: it ends now. */
export type Calendar = { now: Instant; today: Day; first: Day };

/** The master data is there some weeks before the first order. */
const preparingDays = 21;
const yearDays = 365;

export function calendarUpTo(now: Instant): Calendar {
  const today = dayOf(now);
  return { now, today, first: plusDays(today, -(yearDays + preparingDays)) };
}

export function orderDays({ today }: Calendar): Day[] {
  return Array.from({ length: yearDays }, (_, at) => plusDays(today, at - yearDays + 1));
}

/** Drinks sell in summer and before the Spring Festival; by month from January on. */
const season = [1.05, 0.7, 0.85, 0.95, 1.1, 1.3, 1.45, 1.4, 1.15, 0.9, 0.85, 1.0];

export function seasonOf(day: Day): number {
  return season[Number(day.slice(5, 7)) - 1]!;
}

/** Dealers order on working days, most on a weekday of their own. */
export function dayWeight(day: Day, favourite: number): number {
  const weekday = weekdayOf(day);
  const usual = weekday === 0 ? 0.05 : weekday === 6 ? 0.4 : 1;
  return seasonOf(day) * usual * (weekday === favourite ? 4 : 1);
}

/** An instant of a business day: 9.5 is half past nine in Shanghai. */
export function atHour(day: Day, hour: number): Instant {
  return plusMs(startOfDay(day), Math.round(hour * hourMs));
}

/** `hours` later, moved to the next morning when that is at night. */
export function workingAfter(at: Instant, hours: number): Instant {
  const wished = plusMs(at, Math.round(hours * hourMs));
  const day = dayOf(wished);
  const hour = (Date.parse(wished) - Date.parse(startOfDay(day))) / hourMs;
  if (hour < 8) return atHour(day, 8 + hour / 24);
  return hour > 19 ? atHour(plusDays(day, 1), 8 + (hour - 19) / 5) : wished;
}
