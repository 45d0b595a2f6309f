import type { PriceRowRow } from "~/domain/policy/read_models.ts";
import { ListPage } from "~/views/_kit/list_page.tsx";
import type { Shell } from "~/views/_kit/layout.tsx";
import type { Column } from "~/views/_kit/table.tsx";
import type { Reading } from "~/views/_kit/date.tsx";
import { named } from "~/views/_kit/named.ts";
import { count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import type { PriceList } from "~/domain/policy/price/price_list.ts";
import { periodWords, price, scopeWords, Validity } from "./price_parts.tsx";
import { policyWords } from "./text.ts";

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
  const { shell, reading, list, rows, filter, may } = props;
  const { lang } = shell;
  const t = policyWords(lang).price;
  const { code, organisationCode: organisation, regionCode, dealerCode: dealer } = list;
  const { channel, grade } = list;
  const region = props.region ? named(props.region, lang) : regionCode;
  const forWhom = scopeWords({ organisation, channel, region, grade, dealer }, reading);
  return (
    <ListPage
      {...props}
      title={named(list, lang)}
      head={{
        back: { href: paths.priceLists(), label: t.title },
        status: <Validity period={list} reading={reading} />,
        actions: <Actions {...props} />,
        sub: [code, forWhom, list.currency, periodWords(list, reading)].join(" · "),
      }}
      views={[
        { href: paths.priceList(code, { q: filter.q }), label: t.row.current },
        { href: paths.priceList(code, { q: filter.q, all: "1" }), label: t.row.all },
      ].map((view, at) => ({ ...view, current: at === (filter.all ? 1 : 0) }))}
      filters={{
        action: paths.priceList(code),
        keep: { all: filter.all },
        search: { value: filter.q, label: t.row.find, placeholder: t.row.find },
      }}
      columns={columns(list, reading, may.edit)}
      note={t.row.count(count(rows.length))}
      byCode
      empty={{ title: t.row.emptyTitle, why: t.row.emptyWhy }}
    />
  );
}

function Actions({ shell, list: { code }, may }: PriceListPageProps) {
  const t = policyWords(shell.lang).price;
  return (
    <>
      {may.export && <a class="b" href={paths.priceListExport(code)}>{t.export}</a>}
      {may.edit && <a class="b" href={paths.editPriceList(code)}>{t.edit}</a>}
      {may.edit && <a class="b go" href={paths.priceRow(code)}>{t.row.add}</a>}
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
