import { z } from "zod";
import { findCategory } from "~/db/product/categories.ts";
import { listCategories } from "~/db/product/categories.ts";
import {
  countProducts,
  findListed,
  listBrands,
  listProducts,
  statesFor,
} from "~/db/product/product_list.ts";
import { recordHistory } from "~/db/platform/record_history.ts";
import type { Product } from "~/domain/product/product.ts";
import { productStates } from "~/domain/product/product_state.ts";
import { isMasked, isStaff } from "~/domain/platform/principal.ts";
import { exportColumns } from "~/routes/_cli/import/kind.ts";
import { html } from "~/routes/_entry/answer.ts";
import type { AnyCtx, Ctx } from "~/routes/_entry/context.ts";
import { allPages, csvFile } from "~/routes/_entry/csv.ts";
import { NotFound } from "~/routes/_entry/errors.ts";
import { historyLines, historyRows } from "~/routes/_entry/history.ts";
import { choice, pageLinks, pageQuery, rowPageOf } from "~/routes/_entry/list_page.ts";
import { route } from "~/routes/_entry/route.ts";
import type { HistoryRow } from "~/views/_kit/history.tsx";
import { named } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";
import { kitWords } from "~/views/_kit/text.ts";
import { treeOptions } from "~/views/_kit/tree.tsx";
import { ProductListPage } from "~/views/product/product_list_page.tsx";
import { ProductPage } from "~/views/product/product_page.tsx";
import { fieldText } from "~/views/product/product_parts.tsx";
import { productWords } from "~/views/product/text.ts";
import { costColumn, productColumns } from "./product_exchange.ts";

const Filter = z.object({
  state: choice(productStates),
  category: z.string().max(40).optional(),
  brand: z.string().max(60).optional(),
  q: pageQuery.q,
});

/** The record without what is hidden from this person. */
export function shownProduct(product: Product, { visitor }: Pick<Ctx, "visitor">): Product {
  if (!visitor || !isMasked(visitor, "cost_price")) return product;
  const { costE4: _cost, ...rest } = product;
  return rest;
}

export function categoryOptions(ctx: AnyCtx) {
  const rows = listCategories(ctx.reader).map(({ record }) => record);
  return treeOptions(rows, (row) => named(row, ctx.lang));
}

export const productList = route({
  method: "GET",
  path: "/product",
  resource: "product",
  action: "read",
  query: Filter.extend(pageQuery),
  handle: async (ctx) => {
    const { reader, lang, query } = ctx;
    const { after: _after, before: _before, ...filter } = query;
    const page = listProducts(reader, filter, rowPageOf(query));
    const names = new Map(listCategories(reader).map(({ id, record }) => [id, record]));
    return html(
      <ProductListPage
        shell={ctx.shell}
        rows={page.rows.map((sku) => ({
          ...sku,
          category: named(names.get(sku.categoryId)!, lang),
        }))}
        filter={filter}
        states={statesFor(reader)}
        categories={categoryOptions(ctx)}
        brands={await listBrands(reader)}
        total={await countProducts(reader, filter)}
        {...pageLinks(page, (key) => paths.products({ ...filter, ...key }))}
        may={{
          edit: ctx.may("product", "edit"),
          import: ctx.may("product", "import"),
          export: ctx.may("product", "export"),
        }}
      />,
    );
  },
});

export const productExport = route({
  method: "GET",
  path: "/product/export",
  resource: "product",
  action: "export",
  query: Filter,
  handle: (ctx) => {
    const { reader, query } = ctx;
    const columns = isMasked(ctx.principal, "cost_price")
      ? productColumns
      : [...productColumns, costColumn];
    const page = (after?: string) => {
      const { rows } = listProducts(reader, query, { after, limit: 200 });
      return rows.map(({ code }) => findListed(reader, code)!.record);
    };
    return csvFile(ctx, {
      name: "products",
      columns: exportColumns(columns),
      rows: allPages(page, ({ code }) => code),
    });
  },
});

export const productPage = route({
  method: "GET",
  path: "/product/:code",
  resource: "product",
  action: "read",
  handle: (ctx) => showProduct(ctx, ctx.params.code),
});

/** The page of a product, with what was just refused on top. */
export function showProduct(
  ctx: AnyCtx,
  code: string,
  { refused, status = 200 }: { refused?: string; status?: number } = {},
): Response {
  const stored = findListed(ctx.reader, code);
  if (!stored) throw new NotFound("product");
  const { id, record, version } = stored;
  return html(
    <ProductPage
      shell={ctx.shell}
      reading={{ lang: ctx.lang, now: ctx.now }}
      product={shownProduct(record, ctx)}
      version={version}
      category={findCategory(ctx.reader, record.categoryCode)!.record}
      history={isStaff(ctx.principal) ? historyOf(ctx, id) : []}
      may={{ edit: ctx.may("product", "edit"), prices: ctx.may("price", "read") }}
      refused={refused}
    />,
    status,
  );
}

function historyOf(ctx: AnyCtx, id: string): HistoryRow[] {
  const { lang } = ctx;
  const { fields } = productWords(lang);
  const shown = (record: { readonly [field: string]: unknown }) => ({
    ...shownProduct(record as Product, ctx),
  });
  return historyRows(historyLines(recordHistory(ctx.reader, id), shown), {
    fieldName: (field) => fields[field as keyof typeof fields],
    valueText: (field, value) => fieldText(field, value, lang),
    created: kitWords(lang).history.created,
  });
}
