import type { PriceListRow } from "~/domain/policy/read_models.ts";
import { ListPage } from "~/views/_kit/list_page.tsx";
import type { Shell } from "~/views/_kit/layout.tsx";
import type { Column } from "~/views/_kit/table.tsx";
import type { Reading } from "~/views/_kit/date.tsx";
import { named } from "~/views/_kit/named.ts";
import { count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { periodWords, scopeWords, Validity } from "./price_parts.tsx";
import { policyWords } from "./text.ts";

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
  const { shell, reading, rows, filter } = props;
  const t = policyWords(shell.lang).price;
  return (
    <ListPage
      {...props}
      title={t.title}
      head={{
        note: filter.sku && <span class="note">{t.ofSku(filter.sku)}</span>,
        actions: <Actions {...props} />,
      }}
      filters={{
        action: paths.priceLists(),
        search: { value: filter.q, label: t.find, placeholder: t.find },
        filters: filter.sku ? [{ name: "sku", label: t.fields.sku, value: filter.sku }] : [],
      }}
      columns={columns(reading, filter)}
      note={t.count(count(rows.length))}
      byCode
      empty={{ title: t.emptyTitle, why: t.emptyWhy }}
    />
  );
}

function Actions({ shell, may }: PriceListListProps) {
  const t = policyWords(shell.lang).price;
  return (
    <>
      <a class="b" href={paths.price()}>{t.ask}</a>
      {may.credit && <a class="b" href={paths.credits()}>{t.credit}</a>}
      {may.import && <a class="b" href={paths.imports("prices")}>{t.import}</a>}
      {may.edit && <a class="b go" href={paths.newPriceList()}>{t.new}</a>}
    </>
  );
}

function columns(reading: Reading, { sku }: { sku?: string }): Column<PriceListRow>[] {
  const { lang } = reading;
  const t = policyWords(lang).price;
  return [
    {
      head: t.fields.name,
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
