import { sql } from "kysely";
import { prepared } from "~/db/_engine/prepared.ts";
import { among, type Reader } from "~/db/_engine/reader.ts";
import { searchTerms } from "~/db/_search/search_words.ts";
import type { PriceRowRow } from "~/domain/policy/read_models.ts";

/** Where a page of rows begins: they are sorted by SKU code, unit, tier and start. */
export type PriceRowKey = Pick<PriceRowRow, "sku" | "unit" | "minQuantity" | "validFrom">;

type Params = {
  listId: string;
  terms: readonly string[];
  at: string;
  all: number;
  sku: string;
  unit: string;
  minQuantity: number;
  validFrom: string;
  limit: number;
};

const build = (direction: "asc" | "desc") =>
  prepared((reader, p: Params) => {
    const ahead = direction === "asc" ? sql`>` : sql`<`;
    const onOrAhead = direction === "asc" ? sql`>=` : sql`<=`;
    return reader.from("price_row").innerJoin("sku", "sku.id", "price_row.sku_id")
      .select([
        "sku.code as sku",
        "sku.name_zh as nameZh",
        "sku.name_en as nameEn",
        "sku.specification",
        "price_row.unit",
        "price_row.min_quantity as minQuantity",
        "price_row.valid_from as validFrom",
        "price_row.valid_until as validUntil",
        "price_row.price_e4 as priceE4",
        "price_row.version",
      ])
      // The plus keeps the index of the list out: rows are found SKU by SKU in the order shown.
      .where(sql<boolean>`+price_row.price_list_id = ${p.listId}`)
      .where(sql<boolean>`sku.code ${onOrAhead} ${p.sku}`)
      .where(sql<boolean>`(sku.code, price_row.unit, price_row.min_quantity, price_row.valid_from)
        ${ahead} (${p.sku}, ${p.unit}, ${p.minQuantity}, ${p.validFrom})`)
      .where(sql<boolean>`not exists (select 1 from ${among(p.terms)} as term
        where instr(sku.search, term.value) = 0)`)
      .where(sql<boolean>`(${p.all} = 1 or (price_row.valid_from <= ${p.at} and
        (price_row.valid_until is null or price_row.valid_until > ${p.at})))`)
      .orderBy("sku.code", direction).orderBy("price_row.unit", direction)
      .orderBy("price_row.min_quantity", direction).orderBy("price_row.valid_from", direction)
      .limit(sql<number>`${p.limit}`);
  });

const onward = build("asc");
const backward = build("desc");
const first: PriceRowKey = { sku: "", unit: "", minQuantity: 0, validFrom: "" };

export type PriceRowPage = {
  listId: string;
  q?: string;
  /** Rows that hold now, or all of them. */
  all?: boolean;
  after?: PriceRowKey;
  before?: PriceRowKey;
  limit: number;
};

export function pagePriceRows(
  reader: Reader,
  { listId, q = "", all = false, after, before, limit }: PriceRowPage,
): PriceRowRow[] {
  const params = { listId, terms: searchTerms(q), all: all ? 1 : 0, at: reader.now, limit };
  return before === undefined
    ? onward(reader, { ...params, ...(after ?? first) })
    : backward(reader, { ...params, ...before }).reverse();
}

const byKey = prepared((reader, p: PriceRowKey & { listId: string }) =>
  reader.from("price_row").innerJoin("sku", "sku.id", "price_row.sku_id")
    .select([
      "sku.code as sku",
      "sku.name_zh as nameZh",
      "sku.name_en as nameEn",
      "sku.specification",
      "price_row.unit",
      "price_row.min_quantity as minQuantity",
      "price_row.valid_from as validFrom",
      "price_row.valid_until as validUntil",
      "price_row.price_e4 as priceE4",
      "price_row.version",
    ])
    .where("price_row.price_list_id", "=", p.listId).where("sku.code", "=", p.sku)
    .where("price_row.unit", "=", p.unit).where("price_row.min_quantity", "=", p.minQuantity)
    .where("price_row.valid_from", "=", p.validFrom)
);

export function findPriceRow(
  reader: Reader,
  listId: string,
  key: PriceRowKey,
): PriceRowRow | null {
  return byKey(reader, { listId, ...key })[0] ?? null;
}
