import type { Stage } from "~/domain/order/order.ts";
import { type OrderView, orderViews, viewCountCap } from "~/domain/order/order_views.ts";
import type { OrderRow } from "~/domain/order/read_models.ts";
import type { Reading } from "~/views/_kit/date.tsx";
import { Filters } from "~/views/_kit/filters.tsx";
import type { Filter } from "~/views/_kit/filter_popovers.tsx";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Density, Pager, Tabs, type View } from "~/views/_kit/list_parts.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Head, Sheet } from "~/views/_kit/sheet.tsx";
import { Table } from "~/views/_kit/table.tsx";
import { kitWords } from "~/views/_kit/text.ts";
import { FilteredEmpty, VoidState } from "~/views/_kit/void_state.tsx";
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
  const { shell, reading, asked, rows, newer, older, many } = props;
  const { lang } = reading;
  const t = orderWords(lang).list;
  return (
    <Page {...shell} title={t.title}>
      <Head title={t.title} actions={<Actions {...props} />} />
      <Sheet label={t.title}>
        <Tabs views={tabs(props)} lang={lang} />
        <Filters
          action={paths.orders()}
          keep={{ view: asked.view }}
          search={{ value: asked.q, label: t.find, placeholder: t.findHint }}
          filters={filters(props)}
          density={shell.side === "staff" && (
            <Density here={shell.here} rows={shell.rows} lang={lang} />
          )}
          lang={lang}
        />
        {rows.length === 0 ? <Nothing {...props} /> : (
          <Table
            caption={t.title}
            columns={orderColumns(reading, { many })}
            rows={rows}
            lang={lang}
          />
        )}
        {rows.length > 0 && (
          <Pager
            note={t.newestFirst}
            newer={newer ? paths.orders({ ...asked, before: newer }) : undefined}
            older={older ? paths.orders({ ...asked, after: older }) : undefined}
            lang={lang}
          />
        )}
      </Sheet>
    </Page>
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

function Nothing(props: Props) {
  const { asked, shell, reading: { lang } } = props;
  const { list: t } = orderWords(lang);
  const { colon } = kitWords(lang);
  const set = filters(props).filter(({ value }) => value)
    .map(({ label, value, options }) =>
      label + colon + (options?.find((option) => option.value === value)?.label ?? value)
    );
  if (asked.q) set.unshift(asked.q);
  if (asked.view) set.unshift(t.views[asked.view]);
  if (set.length > 0) {
    return (
      <FilteredEmpty
        filters={set.join(lang === "zh" ? "，" : ", ")}
        clearHref={paths.orders()}
        lang={lang}
      />
    );
  }
  return (
    <VoidState title={t.emptyTitle}>
      {shell.side === "staff" ? t.emptyStaff : t.emptyDealer}
    </VoidState>
  );
}
