import type { StockRow } from "~/domain/inventory/read_models.ts";
import type { Filter } from "~/views/_kit/filter_popovers.tsx";
import { ListPage } from "~/views/_kit/list_page.tsx";
import type { Shell } from "~/views/_kit/layout.tsx";
import type { Column } from "~/views/_kit/table.tsx";
import type { View } from "~/views/_kit/list_parts.tsx";
import { moment, type Reading } from "~/views/_kit/date.tsx";
import type { Option } from "~/views/_kit/field.tsx";
import { named } from "~/views/_kit/named.ts";
import { count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Availability } from "./availability.tsx";
import { type InventoryWords, inventoryWords } from "./text.ts";

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
  const { shell, reading, rows, isDealer, filter } = props;
  const t = inventoryWords(shell.lang);
  return (
    <ListPage
      {...props}
      title={t.title}
      head={{
        note: <span class="note">{t.asOf(moment(reading.now, reading))}</span>,
        actions: <Actions {...props} />,
      }}
      views={views(props, t)}
      filters={{
        action: paths.stock(),
        view: filter.short && t.short,
        keep: { short: filter.short },
        search: { value: filter.q, label: t.find, placeholder: t.find },
        filters: isDealer ? [] : filtersOf(props, t),
      }}
      columns={columns(props, t)}
      note={t.count(count(rows.length))}
      byCode
      empty={{ title: t.emptyTitle, why: t.emptyWhy }}
    />
  );
}

function Actions({ shell, filter, isDealer, mayPost, mayExport }: StockPageProps) {
  const t = inventoryWords(shell.lang);
  return (
    <>
      {!isDealer && <a class="b" href={paths.nodes()}>{t.nodes.title}</a>}
      {mayExport && <a class="b" href={paths.stockExport(filter)}>{t.export}</a>}
      {mayPost && <a class="b go" href={paths.stockEntry()}>{t.enter}</a>}
    </>
  );
}

function filtersOf({ filter, pools, nodes }: StockPageProps, t: InventoryWords): Filter[] {
  return [
    { name: "pool", label: t.pool, value: filter.pool, options: pools },
    { name: "node", label: t.node, value: filter.node, options: nodes },
  ];
}

function views({ filter }: StockPageProps, t: InventoryWords): View[] {
  const { short, ...rest } = filter;
  return [
    { href: paths.stock(rest), label: t.all, current: !short },
    { href: paths.stock({ ...rest, short: "1" }), label: t.short, current: Boolean(short) },
  ];
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
