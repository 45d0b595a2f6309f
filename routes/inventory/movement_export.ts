import { listMovements, type Movement } from "~/db/inventory/movements.ts";
import { listStock } from "~/db/inventory/stock_list.ts";
import { allPages, type CsvColumn, csvFile } from "~/routes/_entry/csv.ts";
import { NotFound } from "~/routes/_entry/errors.ts";
import { route } from "~/routes/_entry/route.ts";
import type { Lang } from "~/views/_kit/text.ts";
import { inventoryWords } from "~/views/inventory/text.ts";

const exportRows = 500;

function columns(lang: Lang, sku: string): CsvColumn<Movement>[] {
  const { zh, en } = inventoryWords.both;
  const { kinds } = inventoryWords(lang);
  return [
    { head: { zh: "商品编码", en: "SKU" }, cell: () => sku },
    { head: { zh: zh.when, en: en.when }, cell: ({ at }) => at },
    { head: { zh: zh.document, en: en.document }, cell: ({ document }) => document },
    { head: { zh: zh.kind, en: en.kind }, cell: ({ kind }) => kinds[kind] },
    { head: { zh: zh.node, en: en.node }, cell: ({ node }) => node },
    { head: { zh: zh.reason, en: en.reason }, cell: ({ reason }) => reason },
    { head: { zh: zh.who, en: en.who }, cell: ({ who }) => who },
    { head: { zh: zh.change, en: en.change }, cell: ({ quantity }) => quantity },
  ];
}

/** All that came and went of one product. */
export const movementExport = route({
  method: "GET",
  path: "/stock/:sku/export",
  resource: "stock",
  action: "export",
  handle: (ctx) => {
    const { reader, params, lang } = ctx;
    const [sku] = listStock(reader, { sku: params.sku, limit: 1 });
    if (!sku) throw new NotFound("sku stock");
    return csvFile(ctx, {
      name: "movements",
      columns: columns(lang, sku.code),
      rows: allPages(
        (after) =>
          listMovements(reader, {
            skuId: sku.skuId,
            before: after === undefined ? undefined : Number(after),
            limit: exportRows,
          }),
        ({ id }) => String(id),
      ),
    });
  },
});
