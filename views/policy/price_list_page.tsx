import type { Reading } from "~/views/_kit/date.tsx";
import { Filters } from "~/views/_kit/filters.tsx";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Pager, Tabs } from "~/views/_kit/list_parts.tsx";
import { named } from "~/views/_kit/named.ts";
import { count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Head, Sheet } from "~/views/_kit/sheet.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { FilteredEmpty, VoidState } from "~/views/_kit/void_state.tsx";
import type { PriceList } from "~/domain/policy/price/price_list.ts";
import { periodWords, price, scopeWords, Validity } from "./price_parts.tsx";
import { policyWords } from "./text.ts";

export type PriceRowRow = {
  sku: string;
  nameZh: string;
  nameEn: string;
  specification: string;
  unit: string;
  minQuantity: number;
  validFrom: string;
  validUntil: string | null;
  priceE4: number;
};

export type PriceListPageProps = {
  shell: Shell;
  reading: Reading;
  list: PriceList;
  /** What its region is called. */
  region?: { nameZh: string; nameEn: string };
  rows: PriceRowRow[];
  filter: { q?: string; all?: string };
  newer?: string;
  older?: string;
  may: { edit: boolean; export: boolean };
};

export function PriceListPage(props: PriceListPageProps) {
  const { shell, reading, list, filter, may } = props;
  const { lang } = shell;
  const t = policyWords(lang).price;
  const { code, organisationCode: organisation, regionCode, dealerCode: dealer } = list;
  const { channel, grade } = list;
  const region = props.region ? named(props.region, lang) : regionCode;
  const forWhom = scopeWords({ organisation, channel, region, grade, dealer }, reading);
  return (
    <Page {...shell} title={named(list, lang)}>
      <Head
        title={named(list, lang)}
        back={{ href: paths.priceLists(), label: t.title }}
        status={<Validity period={list} reading={reading} />}
        actions={
          <>
            {may.export && <a class="b" href={paths.priceListExport(code)}>{t.export}</a>}
            {may.edit && <a class="b" href={paths.editPriceList(code)}>{t.edit}</a>}
            {may.edit && <a class="b go" href={paths.priceRow(code)}>{t.row.add}</a>}
          </>
        }
        sub={[code, forWhom, list.currency, periodWords(list, reading)].join(" · ")}
      />
      <Sheet label={named(list, lang)}>
        <Tabs
          lang={lang}
          views={[
            { href: paths.priceList(code, { q: filter.q }), label: t.row.current },
            { href: paths.priceList(code, { q: filter.q, all: "1" }), label: t.row.all },
          ].map((view, at) => ({ ...view, current: at === (filter.all ? 1 : 0) }))}
        />
        <Filters
          action={paths.priceList(code)}
          keep={{ all: filter.all }}
          search={{ value: filter.q, label: t.row.find, placeholder: t.row.find }}
          lang={lang}
        />
        <Rows {...props} />
      </Sheet>
    </Page>
  );
}

function Rows({ shell, reading, list, rows, filter, newer, older, may }: PriceListPageProps) {
  const { lang } = shell;
  const t = policyWords(lang).price.row;
  if (rows.length === 0 && filter.q) {
    const clearHref = paths.priceList(list.code);
    return <FilteredEmpty filters={`“${filter.q}”`} clearHref={clearHref} lang={lang} />;
  }
  if (rows.length === 0) return <VoidState title={t.emptyTitle}>{t.emptyWhy}</VoidState>;
  return (
    <>
      <Table
        caption={named(list, lang)}
        columns={columns(list, reading, may.edit)}
        rows={rows}
        lang={lang}
      />
      <Pager note={t.count(count(rows.length))} {...{ newer, older, lang }} byCode />
    </>
  );
}

function columns(
  { code, currency }: PriceList,
  reading: Reading,
  mayEdit: boolean,
): Column<PriceRowRow>[] {
  const { lang } = reading;
  const t = policyWords(lang).price;
  const keyOf = ({ sku, unit, minQuantity, validFrom }: PriceRowRow) => ({
    sku,
    unit,
    min: minQuantity,
    from: validFrom,
  });
  return [
    {
      head: t.fields.goods,
      card: "cu",
      cell: (row) =>
        mayEdit
          ? <a href={paths.priceRow(code, keyOf(row))}>{named(row, lang)}</a>
          : named(row, lang),
    },
    { head: t.fields.sku, card: "no", quiet: true, cell: ({ sku }) => sku },
    {
      head: t.fields.specification,
      quiet: true,
      drop: true,
      cell: ({ specification }) => specification,
    },
    {
      head: t.fields.minQuantity,
      align: "end",
      cell: ({ minQuantity }) => count(minQuantity),
    },
    { head: t.fields.unit, quiet: true, cell: ({ unit }) => unit },
    {
      head: t.period,
      card: "mo",
      quiet: true,
      cell: (row) => (
        <>
          <span class="thin">{`${count(row.minQuantity)} ${row.unit} · `}</span>
          {periodWords(row, reading)}
        </>
      ),
    },
    {
      head: t.state,
      card: "st",
      cell: (row) => <Validity period={row} reading={reading} />,
    },
    {
      head: t.row.priceHead(currency),
      align: "end",
      card: "am",
      cell: ({ priceE4 }) => price(priceE4, currency),
    },
  ];
}
