import type { Reading } from "~/views/_kit/date.tsx";
import { Filters } from "~/views/_kit/filters.tsx";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Pager } from "~/views/_kit/list_parts.tsx";
import { named } from "~/views/_kit/named.ts";
import { count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Head, Sheet } from "~/views/_kit/sheet.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { FilteredEmpty, VoidState } from "~/views/_kit/void_state.tsx";
import { periodWords, scopeWords, Validity } from "./price_parts.tsx";
import { policyWords } from "./text.ts";

export type PriceListRow = {
  code: string;
  nameZh: string;
  nameEn: string;
  currency: string;
  organisation: string | null;
  channel: string | null;
  regionZh: string | null;
  regionEn: string | null;
  grade: string | null;
  dealerZh: string | null;
  dealerEn: string | null;
  validFrom: string;
  validUntil: string | null;
  rows: number;
};

export type PriceListListProps = {
  shell: Shell;
  reading: Reading;
  rows: PriceListRow[];
  filter: { q?: string; sku?: string };
  newer?: string;
  older?: string;
  may: { edit: boolean; import: boolean; credit: boolean };
};

export function PriceListListPage(props: PriceListListProps) {
  const { shell, filter, may } = props;
  const t = policyWords(shell.lang).price;
  return (
    <Page {...shell} title={t.title}>
      <Head
        title={t.title}
        note={filter.sku && <span class="note">{t.ofSku(filter.sku)}</span>}
        actions={
          <>
            <a class="b" href={paths.price()}>{t.ask}</a>
            {may.credit && <a class="b" href={paths.credits()}>{t.credit}</a>}
            {may.import && <a class="b" href={paths.imports("prices")}>{t.import}</a>}
            {may.edit && <a class="b go" href={paths.newPriceList()}>{t.new}</a>}
          </>
        }
      />
      <Sheet label={t.title}>
        <Filters
          action={paths.priceLists()}
          search={{ value: filter.q, label: t.find, placeholder: t.find }}
          filters={filter.sku ? [{ name: "sku", label: t.fields.sku, value: filter.sku }] : []}
          lang={shell.lang}
        />
        <Rows {...props} />
      </Sheet>
    </Page>
  );
}

function Rows({ shell, reading, rows, filter, newer, older }: PriceListListProps) {
  const { lang } = shell;
  const t = policyWords(lang).price;
  if (rows.length === 0 && (filter.q || filter.sku)) {
    const words = [filter.q && `“${filter.q}”`, filter.sku && t.ofSku(filter.sku)].filter(Boolean)
      .join(lang === "zh" ? "，" : ", ");
    return <FilteredEmpty filters={words} clearHref={paths.priceLists()} lang={lang} />;
  }
  if (rows.length === 0) return <VoidState title={t.emptyTitle}>{t.emptyWhy}</VoidState>;
  return (
    <>
      <Table caption={t.title} columns={columns(reading, filter)} rows={rows} lang={lang} />
      <Pager note={t.count(count(rows.length))} {...{ newer, older, lang }} byCode />
    </>
  );
}

function columns(reading: Reading, { sku }: { sku?: string }): Column<PriceListRow>[] {
  const { lang } = reading;
  const t = policyWords(lang).price;
  return [
    {
      head: t.fields.nameZh,
      card: "cu",
      cell: (row) => <a href={paths.priceList(row.code, { q: sku })}>{named(row, lang)}</a>,
    },
    { head: t.fields.code, card: "no", quiet: true, cell: ({ code }) => code },
    {
      head: t.forWhom,
      card: "mo",
      cell: ({ dealerZh, dealerEn, regionZh, regionEn, ...row }) => {
        const [dealer, region] = lang === "zh" ? [dealerZh, regionZh] : [dealerEn, regionEn];
        return scopeWords({ ...row, dealer, region }, reading);
      },
    },
    { head: t.fields.currency, quiet: true, drop: true, cell: ({ currency }) => currency },
    { head: t.period, quiet: true, cell: (row) => periodWords(row, reading) },
    {
      head: t.state,
      card: "st",
      cell: (row) => <Validity period={row} reading={reading} />,
    },
    { head: t.rows, align: "end", card: "am", cell: ({ rows }) => count(rows) },
  ];
}
