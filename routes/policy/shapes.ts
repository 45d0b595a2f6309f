import { z } from "zod";
import type { CreditTerms } from "~/domain/policy/credit/credit_terms.ts";
import { creditModes } from "~/domain/policy/credit/credit_terms.ts";
import type { PriceList } from "~/domain/policy/price/price_list.ts";
import { mostPriceRows } from "~/domain/policy/price/save_price_rows.ts";
import { filled, InstantReply, Money } from "~/routes/_entry/reply.ts";
import {
  ChannelCode,
  Code,
  Currency,
  Day,
  DayOrInstant,
  EnglishName,
  KeyInUrl,
  Name,
  orNull,
  WholeText,
} from "~/routes/_entry/shapes.ts";
import { startOfDay } from "~/domain/_kernel/period.ts";

const Word = z.string().trim().min(1).max(40);
const UnitName = z.string().trim().min(1).max(12);
const mostQuantity = 10_000_000;

export const KnownCurrency = Currency.refine(isKnown, { error: "unknown_currency" });

function isKnown(currency: string): boolean {
  return Intl.supportedValuesOf("currency").includes(currency);
}

/** The record as the API sends it; the PUT replaces it whole. */
export const PriceListBody = z.strictObject({
  code: KeyInUrl,
  nameZh: Name,
  nameEn: EnglishName,
  currency: KnownCurrency,
  organisationCode: Code.nullable().default(null),
  channel: ChannelCode.nullable().default(null),
  regionCode: Code.nullable().default(null),
  grade: Word.nullable().default(null),
  dealerCode: Code.nullable().default(null),
  validFrom: DayOrInstant,
  validUntil: DayOrInstant.nullable().default(null),
}) satisfies z.ZodType<PriceList>;

const inForce = { validFrom: InstantReply, validUntil: InstantReply.nullable() };
/** As it is read: days have become the instants they begin. */
export const PriceListReply = filled(PriceListBody, inForce);

export const PriceRowBody = z.strictObject({
  sku: Code,
  unit: UnitName,
  minQuantity: z.number().int().min(1).max(mostQuantity).default(1),
  validFrom: DayOrInstant,
  validUntil: DayOrInstant.nullable().default(null),
  price: z.string().max(30),
});

export const PriceRowReply = filled(PriceRowBody, inForce);

export const PriceListPut = PriceListBody.extend({
  rows: z.array(PriceRowBody).max(mostPriceRows).default([]),
});

const DayStart = Day.transform((day) => startOfDay(day));

/** Fields as text, the same in a form and in a CSV row. */
export const priceListFields = {
  nameZh: Name,
  nameEn: EnglishName,
  currency: KnownCurrency,
  organisationCode: orNull(Code),
  channel: orNull(ChannelCode),
  regionCode: orNull(Code),
  grade: orNull(Word),
  dealerCode: orNull(Code),
  validFrom: DayOrInstant,
  validUntil: orNull(DayOrInstant),
};

export const PriceListForm = z.object({
  ...priceListFields,
  regionCode: orNull(Code).default(null),
  validFrom: DayStart,
  validUntil: orNull(DayStart),
});
export type PriceListForm = z.infer<typeof PriceListForm>;

export const MinQuantity = WholeText.refine((n) => n >= 1 && n <= mostQuantity, {
  error: "not_whole",
});

export const priceRowFields = {
  sku: Code,
  unit: UnitName,
  minQuantity: z.union([z.literal("").transform(() => 1), MinQuantity]).default(1),
  validFrom: DayOrInstant,
  validUntil: orNull(DayOrInstant).default(null),
  price: z.string().trim().min(1).max(30),
};

export const PriceRowForm = z.object({
  ...priceRowFields,
  version: z.coerce.number().int().optional(),
});

export const CreditTermsBody = z.strictObject({
  code: KeyInUrl,
  limit: z.strictObject({
    amountMinor: z.number().int().min(0).max(1e15),
    currency: KnownCurrency,
  }),
  termDays: z.number().int().min(0).max(3_650),
  overLimit: z.enum(creditModes).default("approve"),
  overdue: z.enum(creditModes).default("warn"),
}) satisfies z.ZodType<CreditTerms>;

/** The terms, with what is used of them once the account is open. */
export const CreditReply = filled(CreditTermsBody, {
  use: z.strictObject({
    openOrders: Money,
    receivable: Money,
    overdue: Money,
    available: Money,
  }).optional(),
});

export const TermDays = WholeText.refine((days) => days <= 3_650, { error: "not_whole" });

const terms = {
  /** Text, since the currency decides how it is read. */
  limit: z.string().max(30),
  termDays: TermDays,
  overLimit: z.enum(creditModes),
  overdue: z.enum(creditModes),
};

export const CreditForm = z.object({
  ...terms,
  currency: KnownCurrency,
  version: z.coerce.number().int(),
});
export type CreditForm = z.infer<typeof CreditForm>;

export const NewCreditForm = z.object({ ...terms, code: Code, currency: KnownCurrency });
export type NewCreditForm = z.infer<typeof NewCreditForm>;
