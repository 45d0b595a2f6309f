/** UTC instants are ISO text with milliseconds and Z; they compare as text. */
export type Instant = string;
/** A calendar day in the business time zone, `2026-11-22`. */
export type Day = string;

/** From its first instant on, up to but without its end; an open end is null. */
export type Period = { from: Instant; until: Instant | null };

export function isWithin(period: Period, at: Instant): boolean {
  return period.from <= at && (period.until === null || at < period.until);
}

export function overlaps(a: Period, b: Period): boolean {
  return (b.until === null || a.from < b.until) && (a.until === null || b.from < a.until);
}

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

export function plusMs(at: Instant, ms: number): Instant {
  return new Date(Date.parse(at) + ms).toISOString();
}

/** China keeps one zone without daylight saving, so a fixed shift is exact and needs no table. */
export const shanghaiOffsetMs = 8 * hourMs;

export function dayOf(at: Instant, offsetMs = shanghaiOffsetMs): Day {
  return new Date(Date.parse(at) + offsetMs).toISOString().slice(0, 10);
}

/** A day of the calendar as it is written: 2026-02-31 is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** The instant a business day begins. */
export function startOfDay(day: Day, offsetMs = shanghaiOffsetMs): Instant {
  return plusMs(`${day}T00:00:00.000Z`, -offsetMs);
}

export function yearOf(at: Instant, offsetMs = shanghaiOffsetMs): number {
  return Number(dayOf(at, offsetMs).slice(0, 4));
}

export function plusDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00.000Z`).getUTCDay();
}
