import { z } from "zod";
import type { RateCard } from "~/domain/dispatch/rate_card.ts";
import { parseAmount } from "~/domain/policy/price/price_text.ts";
import { filled, InstantReply } from "~/routes/_entry/reply.ts";
import {
  Code,
  Currency,
  Day,
  DayOrInstant,
  KeyInUrl,
  orNull,
  WholeText,
} from "~/routes/_entry/shapes.ts";
import { startOfDay } from "~/domain/_kernel/period.ts";

const Zone = z.string().trim().min(1).max(40);
const mostGram = 100_000_000;
const mostZones = 200;
const Money = z.strictObject({
  amountMinor: z.number().int().min(0).max(1e12),
  currency: Currency,
});
const Gram = z.number().int().min(1).max(mostGram);

export const RateCardBody = z.strictObject({
  code: KeyInUrl,
  carrierCode: Code,
  nodeCode: Code,
  validFrom: DayOrInstant,
  validUntil: DayOrInstant.nullable().default(null),
  zones: z.array(z.strictObject({
    zone: Zone,
    firstWeightGram: Gram,
    first: Money,
    stepWeightGram: Gram,
    step: Money,
    leadDays: z.number().int().min(0).max(365),
  })).min(1).max(mostZones),
}) satisfies z.ZodType<RateCard>;

/** As it is read: days have become the instants they begin. */
export const RateCardReply = filled(RateCardBody, {
  validFrom: InstantReply,
  validUntil: InstantReply.nullable(),
});

const GramText = WholeText.refine((gram) => gram >= 1 && gram <= mostGram, { error: "not_a_gram" });
const DaysText = WholeText.refine((days) => days <= 365, { error: "not_whole" });

/** A row of a form or a file; amounts stay text until the currency is known. */
export const zoneFields = {
  zone: Zone,
  firstWeightGram: GramText,
  first: z.string().trim().min(1).max(30),
  stepWeightGram: GramText,
  step: z.string().trim().min(1).max(30),
  leadDays: DaysText,
};
export const ZoneText = z.object(zoneFields);
export type ZoneText = z.infer<typeof ZoneText>;

/** The zone with its amounts, or the names of the fields that are none. */
export function zoneOf(row: ZoneText, currency: string) {
  const [first, step] = [parseAmount(row.first, currency), parseAmount(row.step, currency)];
  if (first === null || step === null) {
    return {
      wrong: [first === null && "first", step === null && "step"].filter((f) => f !== false),
    };
  }
  const money = (amountMinor: number) => ({ amountMinor, currency });
  return { zone: { ...row, first: money(first), step: money(step) } };
}

const DayStart = Day.transform((day) => startOfDay(day));
const typed = z.string().max(60).default("");

/** Zones as typed: they are checked once the node says in which currency it counts. */
export const RateCardForm = z.object({
  do: z.enum(["more", "save"]).catch("more"),
  code: typed,
  carrierCode: typed,
  nodeCode: typed,
  validFrom: typed,
  validUntil: typed,
  zones: z.array(z.object({
    zone: typed,
    firstWeightGram: typed,
    first: typed,
    stepWeightGram: typed,
    step: typed,
    leadDays: typed,
  })).max(500).default([]),
  version: z.coerce.number().int().optional(),
});
export type RateCardForm = z.infer<typeof RateCardForm>;

export const RateCardHead = z.object({
  code: Code,
  carrierCode: Code,
  nodeCode: Code,
  validFrom: DayStart,
  validUntil: orNull(DayStart),
});
