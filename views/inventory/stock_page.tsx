import { moment, type Reading } from "~/views/_kit/date.tsx";
import { Filters } from "~/views/_kit/filters.tsx";
import type { Option } from "~/views/_kit/field.tsx";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Pager, Tabs } from "~/views/_kit/list_parts.tsx";
import { named } from "~/views/_kit/named.ts";
import { count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Head, Sheet } from "~/views/_kit/sheet.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { FilteredEmpty, VoidState } from "~/views/_kit/void_state.tsx";
import { Availability } from "./availability.tsx";
import { type InventoryWords, inventoryWords } from "./text.ts";

export type StockRow = {
  code: string;
  nameZh: string;
  nameEn: string;
  specification: string;
  unit: string;
  onHand: number;
  reserved: number;
  pinned: number;
  available: number;
};

export type StockFilterValues = { q?: string; pool?: string; node?: string; short?: string };

export type StockPageProps = {
  shell: Shell;
  reading: Reading;
  rows: StockRow[];
  filter: StockFilterValues;
  pools: Option[];
  nodes: Option[];
  newer?: string;
  older?: string;
  /** A dealer sees what its pool can promise, and nothing of where it lies. */
  isDealer: boolean;
  /** Of nodes, not of pools: what is reserved is what is pinned there. */
  byNode: boolean;
  mayPost: boolean;
  mayExport: boolean;
};

export function StockPage(props: StockPageProps) {
  const { shell, isDealer, mayPost, mayExport, filter } = props;
  const t = inventoryWords(shell.lang);
  return (
    <Page {...shell} title={t.title}>
      <Head
        title={t.title}
        note={<span class="note">{t.asOf(moment(props.reading.now, props.reading))}</span>}
        actions={
          <>
            {!isDealer && <a class="b" href={paths.nodes()}>{t.nodes.title}</a>}
            {mayExport && <a class="b" href={paths.stockExport(filter)}>{t.export}</a>}
            {mayPost && <a class="b go" href={paths.stockEntry()}>{t.enter}</a>}
          </>
        }
      />
      <Sheet label={t.title}>
        <Views {...props} />
        <Filters
          action={paths.stock()}
          keep={{ short: filter.short }}
          search={{ value: filter.q, label: t.find, placeholder: t.find }}
          filters={isDealer ? [] : filtersOf(props, t)}
          lang={shell.lang}
        />
        <Rows {...props} />
      </Sheet>
    </Page>
  );
}

function filtersOf({ filter, pools, nodes }: StockPageProps, t: InventoryWords) {
  return [
    { name: "pool", label: t.pool, value: filter.pool, options: pools },
    { name: "node", label: t.node, value: filter.node, options: nodes },
  ];
}

function Views({ shell, filter }: StockPageProps) {
  const t = inventoryWords(shell.lang);
  const { short, ...rest } = filter;
  return (
    <Tabs
      lang={shell.lang}
      views={[
        { href: paths.stock(rest), label: t.all, current: !short },
        { href: paths.stock({ ...rest, short: "1" }), label: t.short, current: Boolean(short) },
      ]}
    />
  );
}

function Rows(props: StockPageProps) {
  const { shell, rows, filter, newer, older } = props;
  const { lang } = shell;
  const t = inventoryWords(lang);
  if (rows.length === 0 && Object.values(filter).some(Boolean)) {
    return <FilteredEmpty filters={filterWords(props, t)} clearHref={paths.stock()} lang={lang} />;
  }
  if (rows.length === 0) return <VoidState title={t.emptyTitle}>{t.emptyWhy}</VoidState>;
  return (
    <>
      <Table caption={t.title} columns={columns(props, t)} rows={rows} lang={lang} />
      <Pager note={t.count(count(rows.length))} {...{ newer, older, lang }} byCode />
    </>
  );
}

function filterWords({ filter, pools, nodes, shell }: StockPageProps, t: InventoryWords): string {
  const labelOf = (options: Option[], value?: string) =>
    options.find((option) => option.value === value)?.label ?? value;
  const parts = [
    filter.short && t.short,
    filter.q && `“${filter.q}”`,
    filter.pool && labelOf(pools, filter.pool),
    filter.node && labelOf(nodes, filter.node),
  ];
  return parts.filter(Boolean).join(shell.lang === "zh" ? "，" : ", ");
}

function columns({ shell, isDealer, byNode }: StockPageProps, t: InventoryWords) {
  const { lang } = shell;
  const number = (head: string, cell: (row: StockRow) => string): Column<StockRow> => ({
    head,
    align: "end",
    cell,
  });
  const name: Column<StockRow>[] = [
    {
      head: t.goods,
      card: "cu",
      cell: (row) => <a href={paths.skuStock(row.code)}>{named(row, lang)}</a>,
    },
    { head: t.nodes.fields.code, card: "no", quiet: true, cell: ({ code }) => code },
    {
      head: t.specification,
      quiet: true,
      drop: true,
      cell: ({ specification }) => specification,
    },
    { head: t.unit, quiet: true, cell: ({ unit }) => unit },
  ];
  const balances: Column<StockRow>[] = [
    {
      head: t.onHand,
      align: "end",
      card: "mo",
      cell: ({ onHand }) => (
        <>
          <span class="thin">{`${t.onHand} `}</span>
          {count(onHand)}
        </>
      ),
    },
    number(byNode ? t.pinned : t.reserved, ({ reserved }) => count(reserved)),
    ...(byNode ? [] : [{ ...number(t.pinned, ({ pinned }) => count(pinned)), drop: true }]),
    { ...number(t.inTransit, () => "—"), drop: true, quiet: true },
  ];
  const available: Column<StockRow> = {
    head: byNode ? t.free : t.available,
    align: "end",
    card: "am",
    cell: (row) => <Availability quantity={row.available} unit={row.unit} lang={lang} />,
  };
  return [...name, ...(isDealer ? [] : balances), available];
}
