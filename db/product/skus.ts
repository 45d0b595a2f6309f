import { type SelectQueryBuilder, sql } from "kysely";
import { prepared } from "~/db/_engine/prepared.ts";
import { among, type Reader } from "~/db/_engine/reader.ts";
import { hasEvery } from "~/db/_search/has_every.ts";
import { searchTerms } from "~/db/_search/search_words.ts";
import type { Schema } from "~/db/schema.ts";
import type { CategoryId, SkuId } from "~/domain/_kernel/id.ts";
import type { Unit } from "~/domain/_kernel/quantity.ts";
import type { ProductState } from "~/domain/product/product_state.ts";

/** A stock keeping unit as orders, stock and prices need it: no cost, nothing a dealer may not see. */
export type Sku = {
  id: SkuId;
  code: string;
  nameZh: string;
  nameEn: string;
  specification: string;
  brand: string;
  categoryId: CategoryId;
  barcode: string | null;
  baseUnit: string;
  salesUnit: string;
  /** Smallest first, the base unit with factor 1 among them. */
  units: Unit[];
  taxRateBp: number;
  weightGram: number;
  state: ProductState;
};

type Skus = SelectQueryBuilder<Schema, "sku" | "sku_unit", Record<never, never>>;

function columns(skus: Skus) {
  return skus.select([
    "sku.id",
    "sku.code",
    "sku.name_zh",
    "sku.name_en",
    "sku.specification",
    "sku.brand",
    "sku.category_id",
    "sku.barcode",
    "sku.base_unit",
    "sku.sales_unit",
    "sku.tax_rate_bp",
    "sku.weight_gram",
    "sku.state",
    "sku_unit.code as unit",
    "sku_unit.factor",
  ]);
}

const byCodes = prepared((reader, p: { codes: readonly string[] }) =>
  columns(reader.from("sku").innerJoin("sku_unit", "sku_unit.sku_id", "sku.id"))
    .where("sku.code", "in", among(p.codes)).orderBy("sku_unit.factor").orderBy("sku_unit.code")
);

const byIds = prepared((reader, p: { ids: readonly string[] }) =>
  columns(reader.from("sku").innerJoin("sku_unit", "sku_unit.sku_id", "sku.id"))
    .where("sku.id", "in", among(p.ids)).orderBy("sku_unit.factor").orderBy("sku_unit.code")
);

type Row = ReturnType<typeof byCodes>[number];

/** Whether a dealer's people look: they reach as far as their own house, or one below it. */
export function isDealers({ scope }: Pick<Reader, "scope">): boolean {
  return ["dealer", "dealer_and_below", "own"].includes(scope.kind);
}

/** What is still a draft is a secret of ours; what once sold keeps its name for everybody. */
export function isKnown(reader: Pick<Reader, "scope">, state: string): boolean {
  return state !== "draft" || !isDealers(reader);
}

export function findSku(reader: Reader, code: string): Sku | null {
  return skusByCodes(reader, [code]).get(code) ?? null;
}

/** Those of the codes that exist for this reader, by code. */
export function skusByCodes(reader: Reader, codes: readonly string[]): Map<string, Sku> {
  const rows = byCodes(reader, { codes }).filter(({ state }) => isKnown(reader, state));
  return gathered(rows, ({ code }) => code);
}

/** Those of the ids that exist, by id. */
export function skusByIds(reader: Reader, ids: readonly string[]): Map<string, Sku> {
  return gathered(byIds(reader, { ids }), ({ id }) => id);
}

function gathered(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Sku> {
  const skus = new Map<string, Sku>();
  for (const row of rows) {
    const key = keyOf(row);
    const known = skus.get(key);
    const unit = { code: row.unit, factor: row.factor };
    if (known) known.units.push(unit);
    else skus.set(key, skuOf(row, unit));
  }
  return skus;
}

function skuOf(row: Row, unit: Unit): Sku {
  return {
    id: row.id as SkuId,
    code: row.code,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    specification: row.specification,
    brand: row.brand,
    categoryId: row.category_id as CategoryId,
    barcode: row.barcode,
    baseUnit: row.base_unit,
    salesUnit: row.sales_unit,
    units: [unit],
    taxRateBp: row.tax_rate_bp,
    weightGram: row.weight_gram,
    state: row.state as ProductState,
  };
}

const found = prepared((
  reader,
  p: {
    first: string;
    rest: readonly string[];
    whole: string;
    states: readonly string[];
    limit: number;
  },
) =>
  reader.from("sku").select("id")
    .where("state", "in", among(p.states))
    .where(sql<boolean>`instr(sku.search, ${p.first}) > 0`)
    .where(hasEvery("sku", p.rest))
    .orderBy(sql`case
      when lower(sku.code) = ${p.whole} or sku.barcode = ${p.whole} then 0
      when instr(lower(sku.code), ${p.whole}) = 1 then 1
      when instr(lower(sku.name_zh), ${p.whole}) = 1 or instr(lower(sku.name_en), ${p.whole}) = 1 then 2
      when instr(' ' || sku.search, ' ' || ${p.whole}) > 0 then 3
      else 4 end`)
    .orderBy("sku.code")
    .limit(sql<number>`${p.limit}`)
);

/**
 * Products by what somebody typed: name, two Chinese characters, pinyin, initials, code or barcode.
 * Every word must occur; an exact code or barcode comes first, then what begins with it.
 */
export function searchSkus(
  reader: Reader,
  typed: string,
  limit = 20,
  states: readonly ProductState[] = ["on_sale"],
): Sku[] {
  const terms = searchTerms(typed);
  const [first, ...rest] = terms;
  if (first === undefined) return [];
  const ids = found(reader, { first, rest, whole: terms.join(" "), states, limit }).map(({ id }) =>
    id
  );
  const skus = skusByIds(reader, ids);
  return ids.map((id) => skus.get(id)!);
}
