import { sql } from "kysely";
import { prepared } from "~/db/_engine/prepared.ts";
import { among, type Reader } from "~/db/_engine/reader.ts";
import { cappedCount } from "~/db/_search/capped_count.ts";
import { type PagedRows, type RowPage, rowPage } from "~/db/_search/row_page.ts";
import { idsBelow } from "~/db/_trees/trees.ts";
import { searchTerms } from "~/db/_search/search_words.ts";
import type { Stored } from "~/domain/_kernel/master.ts";
import type { Product } from "~/domain/product/product.ts";
import { type ProductState, productStates } from "~/domain/product/product_state.ts";
import { findProduct } from "./products.ts";
import { listCategories } from "./categories.ts";
import { type Sku, skusByIds } from "./skus.ts";

export type ProductFilter = {
  state?: ProductState;
  /** A category stands for all that are below it, too. */
  category?: string;
  brand?: string;
  q?: string;
};

function filtered(reader: Reader, { state, category, brand, q }: ProductFilter) {
  let skus = reader.from("sku").select(["sku.id", "sku.code as key"])
    .where("sku.state", "in", among(statesFor(reader).filter((one) => !state || one === state)));
  if (brand) skus = skus.where("sku.brand", "=", brand);
  if (category) {
    skus = skus.where("sku.category_id", "in", among(idsBelow(listCategories(reader), category)));
  }
  for (const term of searchTerms(q ?? "")) {
    skus = skus.where(sql<boolean>`instr(sku.search, ${term}) > 0`);
  }
  return skus;
}

/** One page of the list, by code. */
export function listProducts(
  reader: Reader,
  filter: ProductFilter,
  page: RowPage,
): PagedRows<Sku> {
  const order = { columns: ["sku.code"], direction: "asc" as const, page };
  const { rows, ...ends } = rowPage(reader, filtered(reader, filter), order);
  const ids = rows.map(({ id }) => id);
  const skus = skusByIds(reader, ids);
  return { rows: ids.map((id) => skus.get(id)!), ...ends };
}

/** At most one above the cap. */
export function countProducts(reader: Reader, filter: ProductFilter): Promise<number> {
  return cappedCount(filtered(reader, filter));
}

/** The brands there are, for the filter. */
export async function listBrands(reader: Reader): Promise<string[]> {
  const rows = await reader.from("sku").select("brand").distinct().where("brand", "<>", "")
    .orderBy("brand").limit(200).execute();
  return rows.map(({ brand }) => brand);
}

const everyState: readonly ProductState[] = productStates;
const catalogue: readonly ProductState[] = ["on_sale", "phase_out"];

/** A dealer sees what is or was just sold; drafts and what was withdrawn are ours. */
export function statesFor({ scope }: Pick<Reader, "scope">): readonly ProductState[] {
  const isDealer = ["dealer", "dealer_and_below", "own"].includes(scope.kind);
  return isDealer ? catalogue : everyState;
}

/** The product as this reader may see it at all. */
export function findListed(reader: Reader, code: string): Stored<Product> | null {
  const stored = findProduct(reader, code);
  return stored && statesFor(reader).includes(stored.record.state) ? stored : null;
}

const codesAfter = prepared((
  reader,
  p: { after: string; states: readonly string[]; limit: number },
) =>
  reader.from("sku").select("code").where("code", ">", p.after)
    .where("state", "in", among(p.states)).orderBy("code").limit(sql<number>`${p.limit}`)
);

/** Whole records by code, from after a code on: for the API and for exports. */
export function productsAfter(
  reader: Reader,
  { after, limit }: { after: string | null; limit: number },
): Product[] {
  return codesAfter(reader, { after: after ?? "", states: statesFor(reader), limit })
    .map(({ code }) => findProduct(reader, code)!.record);
}
