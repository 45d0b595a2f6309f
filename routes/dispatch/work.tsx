import {
  countWork,
  directionOf,
  listShippingNodes,
  listWork,
  type WorkFilter,
  workStates,
} from "~/db/dispatch/fulfilment_list.ts";
import { hasFulfilment, hasShipment } from "~/db/dispatch/shipment_list.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import type { WorkRow } from "~/domain/dispatch/read_models.ts";
import { goTo, html } from "~/routes/_entry/answer.ts";
import type { Ctx } from "~/routes/_entry/context.ts";
import { allPages, type CsvColumn, csvFile } from "~/routes/_entry/csv.ts";
import { pageLinks, rowPageOf } from "~/routes/_entry/list_page.ts";
import { route } from "~/routes/_entry/route.ts";
import { named, optionsOf } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";
import type { Lang } from "~/views/_kit/text.ts";
import { dispatchWords } from "~/views/dispatch/text.ts";
import { WorkListPage, type WorkView } from "~/views/dispatch/work_list_page.tsx";
import { WorkQuery } from "./schema.ts";

const exportRows = 500;

type Found = { go: string } | { order: string } | { missed: string };

/** What a scanned or typed number leads to: its own page, an order's parts, or nothing. */
function findNumber(ctx: Ctx<unknown, unknown, unknown, unknown>, q: string): Found {
  const { reader } = ctx;
  if (hasFulfilment(reader, q)) return { go: paths.fulfilment(q) };
  const isParcel = ctx.may("shipment", "read") &&
    hasShipment(ctx.readerFor("shipment", "read"), q);
  if (isParcel) return { go: paths.shipment(q) };
  const { rows } = listWork(reader, { state: "all", order: q }, { limit: 1 });
  return rows.length > 0 ? { order: q } : { missed: q };
}

export const workList = route({
  method: "GET",
  path: "/fulfilment",
  resource: "fulfilment",
  action: "read",
  query: WorkQuery,
  handle: async (ctx) => {
    const { lang, now, reader, shell } = ctx;
    const { after: _after, before: _before, q, ...chosen } = ctx.query;
    const sought = q ? findNumber(ctx, q) : null;
    if (sought && "go" in sought) return goTo(ctx, sought.go);
    const order = sought && "order" in sought ? sought.order : undefined;
    const filter: WorkFilter = order ? { state: "all", order } : chosen;
    const page = listWork(reader, filter, rowPageOf(ctx.query));
    const view = { ...chosen, state: filter.state, q: order };
    return html(
      <WorkListPage
        shell={shell}
        reading={{ lang, now }}
        rows={page.rows}
        filter={view}
        counts={await countAll(reader, filter)}
        nodes={optionsOf(listShippingNodes(reader), lang)}
        {...pageLinks(page, (key) => paths.work({ ...view, ...key }))}
        newestFirst={directionOf(filter) === "desc"}
        may={{ export: ctx.may("fulfilment", "export"), shipments: ctx.may("shipment", "read") }}
        missed={sought && "missed" in sought ? sought.missed : undefined}
      />,
    );
  },
});

async function countAll(
  reader: Reader,
  filter: WorkFilter,
): Promise<Partial<Record<WorkView, number>>> {
  const counted = await Promise.all(
    workStates.map(async (state) => [state, await countWork(reader, { ...filter, state })]),
  );
  return Object.fromEntries(counted);
}

const columns = (lang: Lang): CsvColumn<WorkRow>[] => {
  const { states } = dispatchWords(lang);
  return [
    { head: { zh: "配货单", en: "Fulfilment" }, cell: ({ number }) => number },
    { head: { zh: "订单", en: "Order" }, cell: ({ order }) => order },
    { head: { zh: "送给", en: "For" }, cell: ({ dealer }) => named(dealer, lang) },
    { head: { zh: "城市", en: "City" }, cell: ({ city }) => city },
    { head: { zh: "仓", en: "Warehouse" }, cell: ({ node }) => named(node, lang) },
    { head: { zh: "行数", en: "Lines" }, cell: ({ lines }) => lines },
    { head: { zh: "件数", en: "Units" }, cell: ({ units }) => units },
    { head: { zh: "已发", en: "Shipped" }, cell: ({ shippedUnits }) => shippedUnits },
    { head: { zh: "承诺到", en: "Promised" }, cell: ({ promisedOn }) => promisedOn },
    { head: { zh: "进度", en: "State" }, cell: ({ state }) => states[state] },
  ];
};

export const workExport = route({
  method: "GET",
  path: "/fulfilment/export",
  resource: "fulfilment",
  action: "export",
  query: WorkQuery,
  handle: (ctx) => {
    const { q: order, after: _after, before: _before, ...filter } = ctx.query;
    return csvFile(ctx, {
      name: "fulfilments",
      columns: columns(ctx.lang),
      rows: allPages(
        (after) =>
          listWork(ctx.reader, { ...filter, order }, {
            after,
            limit: exportRows,
          }).rows,
        ({ key }) => key,
      ),
    });
  },
});
