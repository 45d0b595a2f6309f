import { z } from "zod";
import type { Category } from "~/domain/product/category.ts";
import type { Product } from "~/domain/product/product.ts";
import { productStates } from "~/domain/product/product_state.ts";
import {
  Code,
  EnglishName,
  KeyInUrl,
  Name,
  orNull,
  PriceText,
  RateText,
  WholeText,
} from "~/routes/_entry/shapes.ts";

const Short = z.string().trim().max(60);
const UnitName = z.string().trim().min(1).max(12)
  .refine((name) => !/[=;；,，]/.test(name), { error: "unit_shape" });
const Barcode = z.string().trim().refine((text) => /^[0-9A-Za-z-]{4,32}$/.test(text), {
  error: "barcode_shape",
});
const AttributeName = z.string().trim().min(1).max(40)
  .refine((name) => !/[=;；]/.test(name), { error: "attribute_shape" });
const AttributeValue = z.string().trim().min(1).max(120)
  .refine((value) => !/[;；]/.test(value), { error: "attribute_shape" });

/** The record as the API sends it; the PUT replaces it whole. */
export const ProductBody = z.strictObject({
  code: KeyInUrl,
  nameZh: Name,
  nameEn: EnglishName,
  specification: Short.default(""),
  brand: Short.default(""),
  categoryCode: Code,
  barcode: Barcode.nullable().default(null),
  baseUnit: UnitName,
  salesUnit: UnitName,
  units: z.array(z.strictObject({
    code: UnitName,
    factor: z.number().int().min(1).max(1_000_000),
  })).max(10).default([]),
  taxRateBp: z.number().int().min(0).max(10_000),
  weightGram: z.number().int().min(0).max(100_000_000),
  costE4: z.number().int().min(0).nullable().optional(),
  attributes: z.record(AttributeName, AttributeValue).default({}),
  state: z.enum(productStates),
}) satisfies z.ZodType<Product>;

const Factor = WholeText.refine((factor) => factor >= 1 && factor <= 1_000_000, {
  error: "not_a_factor",
});

/** Fields as text, the same in a form and in a CSV row. */
export const productFields = {
  code: Code,
  nameZh: Name,
  nameEn: EnglishName,
  specification: Short,
  brand: Short,
  categoryCode: Code,
  barcode: orNull(Barcode),
  baseUnit: UnitName,
  salesUnit: UnitName,
  taxRateBp: RateText,
  weightGram: WholeText,
  costE4: orNull(PriceText),
};

export const UnitRow = z.object({ code: UnitName, factor: Factor });
export const AttributeRow = z.object({ name: AttributeName, value: AttributeValue });

/** Rows of a form that were left blank are no rows. */
function filledRows<Row>(row: z.ZodType<Row>) {
  const isBlank = (given: unknown) =>
    typeof given === "object" && given !== null &&
    Object.values(given).every((value) => String(value).trim() === "");
  return z.array(z.preprocess((given) => isBlank(given) ? null : given, row.nullable())).max(30)
    .transform((rows) => rows.filter((row) => row !== null));
}

export const ProductForm = z.object({
  ...productFields,
  costE4: productFields.costE4.optional(),
  units: filledRows(UnitRow).default([]),
  attributes: filledRows(AttributeRow).default([])
    .transform((rows) => Object.fromEntries(rows.map(({ name, value }) => [name, value]))),
  state: z.enum(productStates),
});

export const CategoryBody = z.strictObject({
  code: KeyInUrl,
  nameZh: Name,
  nameEn: EnglishName,
  parentCode: Code.nullable().default(null),
}) satisfies z.ZodType<Category>;

export const CategoryForm = z.object({
  nameZh: Name,
  nameEn: EnglishName,
  parentCode: orNull(Code),
});
export type CategoryForm = z.infer<typeof CategoryForm>;
