import { countOrders, listOrders } from "~/db/order/order_list.ts";
import { stagesSeen } from "~/db/order/order_spread.ts";
import type { OrderRow } from "~/domain/order/read_models.ts";
import { type OrderView, orderViews, stages, viewCountCap } from "~/domain/order/order_views.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import { html } from "~/routes/_entry/answer.ts";
import { type CsvColumn, csvFile } from "~/routes/_entry/csv.ts";
import { route } from "~/routes/_entry/route.ts";
import { amountText } from "~/views/_kit/decimal.ts";
import { named } from "~/views/_kit/named.ts";
import type { Lang } from "~/views/_kit/text.ts";
import { channelOf, nodesOf } from "~/views/order/order_columns.tsx";
import { OrdersPage } from "~/views/order/orders_page.tsx";
import { quantitiesText } from "~/views/order/quantities.ts";
import { orderWords } from "~/views/order/text.ts";
import { askedOf, filterOf, OrdersQuery, pageOf } from "./orders_asked.ts";

/** Views that mean work for somebody: only these are worth counting on every page. */
const counted: readonly OrderView[] = ["to_approve", "to_pick", "picking", "under_way"];

export const orders = route({
  method: "GET",
  path: "/order",
  resource: "order",
  action: "read",
  query: OrdersQuery,
  handle: (ctx) => {
    const { reader, query, lang, now, shell } = ctx;
    const asked = askedOf(query);
    const page = listOrders(reader, filterOf(reader, asked), pageOf(query));
    const isDealer = shell.side === "dealer";
    const may = {
      export: ctx.may("order", "export"),
      place: isDealer && ctx.may("order", "place"),
      placeFor: !isDealer && ctx.may("order", "place_on_behalf"),
    };
    return html(
      <OrdersPage
        {...{ shell, asked, may, ...page }}
        reading={{ lang, now }}
        counts={countsFor(reader)}
        seen={stagesSeen(reader.scope, stages)}
        many={reader.scope.kind !== "dealer" && reader.scope.kind !== "own"}
      />,
    );
  },
});

/** A warehouse has no index of its own stages: its work is counted on its own page. */
function countsFor(reader: Reader): Partial<Record<OrderView, number>> {
  if (reader.scope.kind === "node") return {};
  return Object.fromEntries(
    counted.map((view) => [view, countOrders(reader, orderViews[view], viewCountCap)]),
  );
}

const rowsInFilePage = 500;

export const orderExport = route({
  method: "GET",
  path: "/order/export",
  resource: "order",
  action: "export",
  query: OrdersQuery,
  handle: (ctx) => {
    const { reader, query, lang } = ctx;
    const filter = filterOf(reader, askedOf(query));
    return csvFile(ctx, {
      name: "orders",
      columns: fileColumns(lang),
      rows: allOrders(reader, filter),
    });
  },
});

/** A page at a time, so that a million rows are never held at once. */
async function* allOrders(
  reader: Reader,
  filter: Parameters<typeof listOrders>[1],
): AsyncGenerator<OrderRow> {
  let after: string | undefined;
  for (;;) {
    const { rows, older } = listOrders(reader, filter, { after, limit: rowsInFilePage });
    yield* rows;
    if (older === null) return;
    after = older;
  }
}

function fileColumns(lang: Lang): CsvColumn<OrderRow>[] {
  const [zh, en] = [orderWords("zh"), orderWords("en")];
  const reading = { lang, now: "" };
  type Head = keyof typeof zh.list.columns | keyof typeof zh.list.file;
  const headOf = (name: Head): Record<Lang, string> => ({
    zh: { ...zh.list.columns, ...zh.list.file }[name],
    en: { ...en.list.columns, ...en.list.file }[name],
  });
  const t = orderWords(lang);
  return [
    { head: headOf("number"), cell: (row) => row.number },
    { head: headOf("externalNumber"), cell: (row) => row.externalNumber },
    { head: headOf("dealerCode"), cell: (row) => row.dealer.code },
    { head: headOf("dealer"), cell: (row) => named(row.dealer, lang) },
    { head: headOf("channel"), cell: (row) => channelOf(row, reading) },
    { head: headOf("quantity"), cell: (row) => quantitiesText(row.quantities, lang) },
    // A figure, not text: a spreadsheet must be able to add it up.
    { head: headOf("amount"), cell: (row) => Number(amountText(row.totalMinor)) },
    { head: headOf("currency"), cell: (row) => row.currency },
    { head: headOf("nodes"), cell: (row) => nodesOf(row, reading) },
    { head: headOf("promised"), cell: (row) => row.promisedOn },
    { head: headOf("stage"), cell: (row) => t.stages[row.stage] },
    { head: headOf("awaiting"), cell: (row) => row.awaiting && t.page.steps[row.awaiting] },
    { head: headOf("placedBy"), cell: (row) => row.placedBy },
    { head: headOf("placedAt"), cell: (row) => row.submittedAt },
  ];
}
