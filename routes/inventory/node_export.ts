import { listNodes } from "~/db/inventory/node_list.ts";
import type { NodeRow } from "~/domain/inventory/read_models.ts";
import { allPages, type CsvColumn, csvFile } from "~/routes/_entry/csv.ts";
import { route } from "~/routes/_entry/route.ts";
import type { Lang } from "~/views/_kit/text.ts";
import { kitWords } from "~/views/_kit/text.ts";
import { inventoryWords } from "~/views/inventory/text.ts";
import { NodesQuery } from "./nodes.tsx";

const exportRows = 500;

function columns(lang: Lang): CsvColumn<NodeRow>[] {
  const { types } = inventoryWords(lang).nodes;
  const { yes, no } = kitWords(lang);
  return [
    { head: { zh: "编码", en: "Code" }, cell: ({ code }) => code },
    { head: { zh: "名称", en: "Chinese name" }, cell: ({ nameZh }) => nameZh },
    { head: { zh: "英文名称", en: "English name" }, cell: ({ nameEn }) => nameEn },
    { head: { zh: "类型", en: "Type" }, cell: ({ type }) => types[type] },
    { head: { zh: "库存池", en: "Pool" }, cell: ({ pool }) => pool },
    { head: { zh: "省份", en: "Province" }, cell: ({ province }) => province },
    { head: { zh: "城市", en: "City" }, cell: ({ city }) => city },
    { head: { zh: "存货", en: "Stocks" }, cell: ({ stocks }) => stocks ? yes : no },
    { head: { zh: "发货", en: "Ships" }, cell: ({ ships }) => ships ? yes : no },
    { head: { zh: "在用", en: "In use" }, cell: ({ state }) => state === "active" ? yes : no },
  ];
}

export const nodeExport = route({
  method: "GET",
  path: "/node/export",
  resource: "node",
  action: "export",
  query: NodesQuery,
  handle: (ctx) =>
    csvFile(ctx, {
      name: "nodes",
      columns: columns(ctx.lang),
      rows: allPages(
        (after) => listNodes(ctx.reader, { ...ctx.query, after, limit: exportRows }),
        ({ code }) => code,
      ),
    }),
});
