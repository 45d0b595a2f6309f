import type { Stage } from "~/domain/order/order.ts";
import { type OrderView, orderViews, viewCountCap } from "~/domain/order/order_views.ts";
import type { OrderRow } from "~/domain/order/read_models.ts";
import { ListPage } from "~/views/_kit/list_page.tsx";
import type { Shell } from "~/views/_kit/layout.tsx";
import type { View } from "~/views/_kit/list_parts.tsx";
import type { Reading } from "~/views/_kit/date.tsx";
import type { Filter } from "~/views/_kit/filter_popovers.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { orderColumns } from "./order_columns.tsx";
import { orderWords } from "./text.ts";

/** What the URL of the list says. */
export type OrdersAsked = {
  view?: OrderView;
  stage?: Stage;
  dealer?: string;
  from?: string;
  to?: string;
  q?: string;
};

type Props = {
  shell: Shell;
  reading: Reading;
  asked: OrdersAsked;
  rows: OrderRow[];
  /** Keys of the pages beside this one. */
  newer: string | null;
  older: string | null;
  /** Of the views that mean work; absent where counting would cost too much. */
  counts: Partial<Record<OrderView, number>>;
  /** The stages an order can be in for these eyes; no other is offered. */
  seen: readonly Stage[];
  may: { export: boolean; place: boolean; placeFor: boolean };
  /** Sees orders of several dealers. */
  many: boolean;
};

/** Every view, filter and page is a URL. */
export function OrdersPage(props: Props) {
  const { shell, reading, asked, newer, older, many } = props;
  const t = orderWords(reading.lang).list;
  const isStaff = shell.side === "staff";
  return (
    <ListPage
      {...props}
      title={t.title}
      head={{ actions: <Actions {...props} /> }}
      views={tabs(props)}
      filters={{
        action: paths.orders(),
        view: asked.view && t.views[asked.view],
        keep: { view: asked.view },
        search: {
          value: asked.q,
          label: t.find,
          placeholder: many ? t.findHint : t.findHintDealer,
        },
        filters: filters(props),
        density: isStaff,
      }}
      columns={orderColumns(reading, { many })}
      note={t.newestFirst}
      newer={newer ? paths.orders({ ...asked, before: newer }) : undefined}
      older={older ? paths.orders({ ...asked, after: older }) : undefined}
      empty={{ title: t.emptyTitle, why: isStaff ? t.emptyStaff : t.emptyDealer }}
    />
  );
}

function Actions({ asked, may, reading }: Props) {
  const t = orderWords(reading.lang).list;
  return (
    <>
      {may.export && <a class="b wide" href={paths.orderExport({ ...asked })}>{t.export}</a>}
      {(may.place || may.placeFor) && (
        <a class="b wide" href={paths.imports("orders")}>{t.import}</a>
      )}
      {may.placeFor && <a class="b go" href={paths.dealerChooser()}>{t.placeFor}</a>}
      {may.place && <a class="b go" href={paths.orderPad()}>{t.place}</a>}
    </>
  );
}

function tabs({ asked, counts, seen, reading }: Props): View[] {
  const t = orderWords(reading.lang).list;
  const { view: current, ...kept } = asked;
  const views = (Object.keys(orderViews) as OrderView[])
    .filter((view) => orderViews[view].some((stage) => seen.includes(stage)));
  return [
    { href: paths.orders({ ...kept }), label: t.all, current: current === undefined },
    ...views.map((view) => ({
      href: paths.orders({ ...kept, stage: undefined, view }),
      label: t.views[view],
      count: counts[view],
      cap: viewCountCap,
      current: view === current,
    })),
  ];
}

function filters({ asked, many, seen, reading }: Props): Filter[] {
  const { list: t, stages: stageWords } = orderWords(reading.lang);
  const dealer: Filter = { name: "dealer", label: t.filters.dealer, value: asked.dealer };
  const stage: Filter = {
    name: "stage",
    label: t.filters.stage,
    value: asked.stage,
    options: seen.map((value) => ({ value, label: stageWords[value] })),
  };
  return [
    // A view has its stages; the filter would only contradict it.
    ...(asked.view ? [] : [stage]),
    ...(many ? [dealer] : []),
    { name: "from", label: t.filters.from, value: asked.from, type: "date" },
    { name: "to", label: t.filters.to, value: asked.to, type: "date" },
  ];
}
