import { date, type Reading } from "~/views/_kit/date.tsx";
import { Status } from "~/views/_kit/status.tsx";
import { kitWords } from "~/views/_kit/text.ts";
import { priceText } from "~/domain/policy/price/price_text.ts";
import { policyWords } from "./text.ts";

type Period = { validFrom: string; validUntil: string | null };

/** 26400000 in CNY is `26.40`; thousands are parted, no digit is lost. */
export function price(priceE4: number, currency: string): string {
  const [whole = "", part] = priceText(priceE4, currency).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return part === undefined ? grouped : `${grouped}.${part}`;
}

export function periodWords({ validFrom, validUntil }: Period, reading: Reading): string {
  const t = policyWords(reading.lang).price;
  const from = date(validFrom, reading);
  return validUntil === null ? t.from(from) : t.between(from, date(validUntil, reading));
}

export function stateOf({ validFrom, validUntil }: Period, now: string) {
  if (validFrom > now) return "coming";
  return validUntil !== null && validUntil <= now ? "over" : "current";
}

const stages = { current: "p4", coming: "p1", over: "void" } as const;

/** Whether a price holds now. */
export function Validity({ period, reading }: { period: Period; reading: Reading }) {
  const state = stateOf(period, reading.now);
  return <Status stage={stages[state]}>{policyWords(reading.lang).price.states[state]}</Status>;
}

type Scope = {
  organisation: string | null;
  channel: string | null;
  region: string | null;
  grade: string | null;
  dealer: string | null;
};

/** For whom a list is meant: everybody, or what narrows it. */
export function scopeWords(
  { organisation, channel, region, grade, dealer }: Scope,
  { lang }: Reading,
): string {
  const t = policyWords(lang).price;
  const parts = [
    dealer,
    grade && `${t.fields.grade} ${grade}`,
    region && `${t.fields.region} ${region}`,
    channel && `${t.fields.channel} ${channel}`,
    organisation && `${t.fields.organisation} ${organisation}`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(kitWords(lang).comma) : t.everybody;
}
