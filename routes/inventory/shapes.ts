import { z } from "zod";
import { mostEntryLines } from "~/domain/inventory/post_stock_entries.ts";
import { type Node, nodeTypes } from "~/domain/inventory/node.ts";
import type { Pool } from "~/domain/inventory/pool.ts";
import { weekdays } from "~/domain/inventory/weekdays.ts";
import {
  Code,
  Currency,
  EnglishName,
  KeyInUrl,
  Name,
  orNull,
  WholeText,
} from "~/routes/_entry/shapes.ts";

const Place = z.string().trim().min(1).max(40);
const states = ["active", "inactive"] as const;
const mostPerDay = 1_000_000;
const mostDays = 365;

export const PoolBody = z.strictObject({
  code: KeyInUrl,
  nameZh: Name,
  nameEn: EnglishName,
  organisationCode: Code,
}) satisfies z.ZodType<Pool>;

/** The record as the API sends it; the PUT replaces it whole. */
export const NodeBody = z.strictObject({
  code: KeyInUrl,
  nameZh: Name,
  nameEn: EnglishName,
  type: z.enum(nodeTypes),
  organisationCode: Code,
  regionCode: Code,
  partnerCode: Code.nullable().default(null),
  poolCode: Code.nullable().default(null),
  province: Place,
  city: Place,
  stocks: z.boolean().default(true),
  ships: z.boolean().default(true),
  handling: z.strictObject({
    amountMinor: z.number().int().min(0).max(1e12),
    currency: Currency,
  }),
  dailyCapacity: z.number().int().min(0).max(mostPerDay),
  openWeekdays: z.array(z.enum(weekdays)).max(7).default([...weekdays]),
  leadDays: z.number().int().min(0).max(mostDays),
  state: z.enum(states).default("active"),
}) satisfies z.ZodType<Node>;

const few = (most: number) => WholeText.refine((value) => value <= most, { error: "not_whole" });

/** Fields as text, the same in a form and in a CSV row. */
export const nodeFields = {
  nameZh: Name,
  nameEn: EnglishName,
  organisationCode: Code,
  regionCode: Code,
  partnerCode: orNull(Code),
  poolCode: orNull(Code),
  province: Place,
  city: Place,
  dailyCapacity: few(mostPerDay),
  leadDays: few(mostDays),
};

const Ticked = z.literal("true").optional().transform((value) => value === "true");

export const NodeForm = z.object({
  ...nodeFields,
  type: z.enum(nodeTypes),
  stocks: Ticked,
  ships: Ticked,
  /** Text, since the organisation decides the currency. */
  handling: z.string(),
  openWeekdays: z.array(z.enum(weekdays)).default([]),
  state: z.enum(states),
});
export type NodeForm = z.infer<typeof NodeForm>;

export const PoolForm = z.object({
  nameZh: Name,
  nameEn: EnglishName,
  organisationCode: Code,
});

export const entryKinds = ["receipt", "adjustment", "count"] as const;

const UnitName = z.string().trim().max(12);
const mostQuantity = 10_000_000;

export const StockEntryBody = z.strictObject({
  kind: z.enum(entryKinds),
  reason: z.string().trim().max(200).default(""),
  lines: z.array(z.strictObject({
    node: Code,
    sku: Code,
    quantity: z.number().int().min(-mostQuantity).max(mostQuantity),
    unit: UnitName.optional(),
    // More than a document may have, so that the business says the limit in its own words.
  })).min(1).max(5 * mostEntryLines),
});

/** `-24` or `+24`, with the signs people type. */
export const SignedText = z.string().trim()
  .transform((text) => text.replace(/^[−－]/, "-").replace(/^[+＋]/, "").replaceAll(",", ""))
  .refine((text) => /^-?\d{1,8}$/.test(text), { error: "not_signed" }).transform(Number);
