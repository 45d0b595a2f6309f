import type { Lang } from "./text.ts";

/** Where and when a page is read. The clock is the route's: nothing here asks for the time. */
export interface Reading {
  lang: Lang;
  /** UTC ISO text of the request. */
  now: string;
  timeZone?: string;
}

interface Parts {
  year: string;
  month: string;
  day: string;
  time: string;
  weekday: number;
}

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const weekdays = {
  zh: "周日 周一 周二 周三 周四 周五 周六".split(" "),
  en: "Sun Mon Tue Wed Thu Fri Sat".split(" "),
};
const zones = new Map<string, Intl.DateTimeFormat>();

function zoneOf(timeZone: string): Intl.DateTimeFormat {
  let format = zones.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
    zones.set(timeZone, format);
  }
  return format;
}

/** A bare date (`2026-11-25`) is a day in the business's calendar, not an instant to be shifted. */
function partsOf(iso: string, timeZone: string): Parts {
  const found: Record<string, string> = {};
  if (iso.length === 10) {
    [found.year, found.month, found.day] = iso.split("-") as [string, string, string];
  } else {
    for (const { type, value } of zoneOf(timeZone).formatToParts(new Date(iso))) {
      found[type] = value;
    }
  }
  const { year = "", month = "", day = "", hour = "00", minute = "00" } = found;
  const weekday = new Date(`${year}-${month}-${day}T00:00:00Z`).getUTCDay();
  return { year, month, day, time: `${hour}:${minute}`, weekday };
}

function dateOf(at: Parts, now: Parts, lang: Lang): string {
  const thisYear = at.year === now.year;
  if (lang === "zh") return `${thisYear ? "" : `${at.year}-`}${at.month}-${at.day}`;
  return `${Number(at.day)} ${months[Number(at.month) - 1]}${thisYear ? "" : ` ${at.year}`}`;
}

function both(iso: string, { now, timeZone = "Asia/Shanghai" }: Reading): [Parts, Parts] {
  return [partsOf(iso, timeZone), partsOf(now, timeZone)];
}

/** The day: `11-25` this year, `2027-01-03` otherwise; in English `25 Nov`, `3 Jan 2027`. */
export function date(iso: string, reading: Reading): string {
  const [at, now] = both(iso, reading);
  return dateOf(at, now, reading.lang);
}

/** The time of day: `10:42`. */
export function time(iso: string, reading: Reading): string {
  return both(iso, reading)[0].time;
}

/** When it happened: today as time, before today with its date: `10:42`, `11-21 20:11`. */
export function moment(iso: string, reading: Reading): string {
  const [at, now] = both(iso, reading);
  const today = at.year === now.year && at.month === now.month && at.day === now.day;
  if (iso.length === 10) return dateOf(at, now, reading.lang);
  return today ? at.time : `${dateOf(at, now, reading.lang)} ${at.time}`;
}

/** A promised day carries its weekday: `11-25 周三`, `Wed 25 Nov`. */
export function promise(iso: string, reading: Reading): string {
  const [at, now] = both(iso, reading);
  const day = dateOf(at, now, reading.lang);
  const weekday = weekdays[reading.lang][at.weekday];
  return reading.lang === "zh" ? `${day} ${weekday}` : `${weekday} ${day}`;
}

const kinds = { date, time, moment, promise };

interface WhenProps {
  /** null reads as a dash. */
  at: string | null;
  as?: keyof typeof kinds;
  reading: Reading;
}

/** A date or time with its machine form. */
export function When({ at, as = "date", reading }: WhenProps) {
  return at === null ? <>—</> : <time datetime={at}>{kinds[as](at, reading)}</time>;
}
