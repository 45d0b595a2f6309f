import { z } from "zod";
import { listNodes, listPools } from "~/db/inventory/node_list.ts";
import { listNodeStock, listSkuHolders, listSkuPools } from "~/db/inventory/sku_stock.ts";
import { listMovements } from "~/db/inventory/movements.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import { listStock } from "~/db/inventory/stock_list.ts";
import { isStaff } from "~/domain/platform/principal.ts";
import type { StockRow } from "~/domain/inventory/read_models.ts";
import { html } from "~/routes/_entry/answer.ts";
import { allPages, type CsvColumn, csvFile } from "~/routes/_entry/csv.ts";
import { NotFound } from "~/routes/_entry/errors.ts";
import { pageKeys, rowsAsked, shownPage } from "~/routes/_entry/list_page.ts";
import { route } from "~/routes/_entry/route.ts";
import { SkuStockPage } from "~/views/inventory/sku_stock_page.tsx";
import { StockPage } from "~/views/inventory/stock_page.tsx";
import { inventoryWords } from "~/views/inventory/text.ts";
import { optionsOf } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";

const Filter = z.object({
  q: z.string().trim().max(60).optional(),
  pool: z.string().max(40).optional(),
  node: z.string().max(40).optional(),
  short: z.literal("1").optional().catch(undefined),
});

export const stock = route({
  method: "GET",
  path: "/stock",
  resource: "stock",
  action: "read",
  query: Filter.extend(pageKeys),
  handle: (ctx) => {
    const { after, before, ...given } = ctx.query;
    const isDealer = !isStaff(ctx.principal);
    const filter = isDealer ? { q: given.q, short: given.short } : given;
    const { reader } = ctx;
    const page = { ...filter, short: filter.short === "1", after, before, limit: rowsAsked };
    const { rows, newer, older } = shownPage(listStock(reader, page), {
      ...ctx.query,
      keyOf: ({ code }) => code,
      to: (key) => paths.stock({ ...filter, ...key }),
    });
    const nodes = isDealer ? [] : listNodes(reader, { limit: 500 })
      .filter(({ id }) => reader.scope.kind !== "node" || reader.scope.nodeIds.includes(id));
    return html(
      <StockPage
        shell={ctx.shell}
        reading={{ lang: ctx.lang, now: ctx.now }}
        {...{ rows, newer, older, filter, isDealer }}
        byNode={countsNodes(reader) || Boolean(filter.node)}
        pools={isDealer ? [] : optionsOf(listPools(reader), ctx.lang)}
        nodes={optionsOf(nodes, ctx.lang)}
        mayPost={ctx.may("stock", "post")}
        mayExport={ctx.may("stock", "export")}
      />,
    );
  },
});

/** Who sees nodes only is told of them, not of the pools they belong to. */
const countsNodes = ({ scope }: Reader) => scope.kind === "node";

function exportColumns(): CsvColumn<StockRow>[] {
  const { zh, en } = inventoryWords.both;
  return [
    { head: { zh: zh.nodes.fields.code, en: en.nodes.fields.code }, cell: ({ code }) => code },
    { head: { zh: zh.goods, en: en.goods }, cell: ({ nameZh }) => nameZh },
    {
      head: { zh: zh.specification, en: en.specification },
      cell: ({ specification }) => specification,
    },
    { head: { zh: zh.unit, en: en.unit }, cell: ({ unit }) => unit },
    { head: { zh: zh.onHand, en: en.onHand }, cell: ({ onHand }) => onHand },
    { head: { zh: zh.reserved, en: en.reserved }, cell: ({ reserved }) => reserved },
    { head: { zh: zh.pinned, en: en.pinned }, cell: ({ pinned }) => pinned },
    { head: { zh: zh.available, en: en.available }, cell: ({ available }) => available },
  ];
}

export const stockExport = route({
  method: "GET",
  path: "/stock/export",
  resource: "stock",
  action: "export",
  query: Filter,
  handle: (ctx) => {
    const { reader } = ctx;
    const filter = { ...ctx.query, short: ctx.query.short === "1" };
    const rows = allPages(
      (after) => listStock(reader, { ...filter, after: after ?? "", limit: 500 }),
      ({ code }) => code,
    );
    return csvFile(ctx, { name: "stock", columns: exportColumns(), rows });
  },
});

const LedgerQuery = z.object({
  before: z.coerce.number().int().min(1).optional().catch(undefined),
});
const ledgerRows = 30;
const mostHolders = 20;

export const skuStock = route({
  method: "GET",
  path: "/stock/:sku",
  resource: "stock",
  action: "read",
  query: LedgerQuery,
  handle: (ctx) => {
    const { reader, lang, query } = ctx;
    const [sku] = listStock(reader, { sku: ctx.params.sku, limit: 1 });
    if (!sku) throw new NotFound("sku stock");
    const isDealer = !isStaff(ctx.principal);
    const movements = isDealer
      ? []
      : listMovements(reader, { ...query, skuId: sku.skuId, limit: ledgerRows + 1 });
    const isOlder = movements.length > ledgerRows;
    const rows = movements.slice(0, ledgerRows);
    const mayReadOrders = ctx.may("order", "read");
    return html(
      <SkuStockPage
        shell={ctx.shell}
        reading={{ lang, now: ctx.now }}
        sku={sku}
        pools={isDealer || countsNodes(reader) ? [] : listSkuPools(reader, sku.skuId)}
        byNode={countsNodes(reader)}
        nodes={isDealer ? [] : listNodeStock(reader, [sku.skuId])}
        holders={isDealer || !mayReadOrders
          ? undefined
          : listSkuHolders(ctx.readerFor("order", "read"), sku.skuId, mostHolders)}
        movements={rows}
        newer={query.before ? paths.skuStock(sku.code) : undefined}
        older={isOlder ? paths.skuStock(sku.code, { before: rows.at(-1)?.id }) : undefined}
        isDealer={isDealer}
        mayPost={ctx.may("stock", "post")}
        mayExport={ctx.may("stock", "export")}
      />,
    );
  },
});
