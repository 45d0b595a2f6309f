import type { AccountRow } from "~/domain/settlement/read_models.ts";
import { date, type Reading } from "~/views/_kit/date.tsx";
import type { Option } from "~/views/_kit/field.tsx";
import { Filters } from "~/views/_kit/filters.tsx";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Density, Pager, Tabs } from "~/views/_kit/list_parts.tsx";
import { Money } from "~/views/_kit/money.tsx";
import { named } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";
import { Head, Sheet } from "~/views/_kit/sheet.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { FilteredEmpty, VoidState } from "~/views/_kit/void_state.tsx";
import { settlementWords } from "./text.ts";

const views = ["owing", "overdue", "over_limit", "all"] as const;
type View = typeof views[number];

export type AccountListProps = {
  shell: Shell;
  reading: Reading;
  rows: AccountRow[];
  filter: { view: View; q?: string; organisation?: string };
  counts: Partial<Record<View, number>>;
  organisations: Option[];
  newer?: string;
  older?: string;
  may: { export: boolean; receipts: boolean; record: boolean; journals: boolean };
};

/** Who owes how much, since when, and how much credit each has left. */
export function AccountListPage(props: AccountListProps) {
  const { shell, filter, may } = props;
  const { lang } = shell;
  const t = settlementWords(lang).accounts;
  return (
    <Page {...shell} title={t.title}>
      <Head
        title={t.title}
        actions={
          <>
            {may.journals && <a class="b" href={paths.journals()}>{t.journals}</a>}
            {may.receipts && <a class="b" href={paths.receipts()}>{t.receipts}</a>}
            {may.export && <a class="b" href={paths.accountExport(filter)}>{t.export}</a>}
            {may.record && <a class="b go" href={paths.newReceipt()}>{t.record}</a>}
          </>
        }
      />
      <Sheet label={t.title}>
        <Views {...props} />
        <Filters
          action={paths.accounts()}
          keep={{ view: filter.view }}
          search={{ value: filter.q, label: t.find, placeholder: t.find }}
          filters={props.organisations.length > 1
            ? [{
              name: "organisation",
              label: t.organisation,
              value: filter.organisation,
              options: props.organisations,
            }]
            : []}
          density={<Density here={shell.here} rows={shell.rows} lang={lang} />}
          lang={lang}
        />
        <Rows {...props} />
      </Sheet>
    </Page>
  );
}

function Views({ shell, filter, counts }: AccountListProps) {
  const t = settlementWords(shell.lang).accounts;
  return (
    <Tabs
      lang={shell.lang}
      views={views.map((view) => ({
        href: paths.accounts({ ...filter, view }),
        label: t.views[view],
        count: counts[view],
        late: view !== "all" && view !== "owing" && (counts[view] ?? 0) > 0,
        current: view === filter.view,
      }))}
    />
  );
}

function Rows({ shell, reading, rows, filter, organisations, newer, older }: AccountListProps) {
  const { lang } = shell;
  const words = settlementWords(lang);
  const t = words.accounts;
  if (rows.length === 0) {
    const { view, q, organisation } = filter;
    const filters = [
      view !== "all" && t.views[view],
      q,
      organisations.find(({ value }) => value === organisation)?.label,
    ].filter(Boolean).join(words.list);
    return filters
      ? (
        <FilteredEmpty
          filters={filters}
          clearHref={paths.accounts({ view: "all" })}
          lang={lang}
        />
      )
      : <VoidState title={t.none}>{t.noneWhy}</VoidState>;
  }
  return (
    <>
      <Table caption={t.title} columns={columns(reading)} rows={rows} lang={lang} />
      <Pager note={t.sorted} newer={newer} older={older} byCode lang={lang} />
    </>
  );
}

function columns(reading: Reading): Column<AccountRow>[] {
  const { lang } = reading;
  const t = settlementWords(lang).accounts;
  return [
    { head: t.code, card: "no", cell: ({ dealer }) => dealer },
    {
      head: t.dealer,
      card: "cu",
      cell: (row) => (
        <a href={paths.account(row.dealer, { currency: row.currency })}>{named(row, lang)}</a>
      ),
    },
    {
      head: t.oldest,
      drop: true,
      quiet: true,
      cell: ({ oldestDueOn }) => oldestDueOn ? date(oldestDueOn, reading) : "—",
    },
    { head: t.currency, drop: true, quiet: true, cell: ({ currency }) => currency },
    {
      head: t.left,
      align: "end",
      card: "mo",
      cell: ({ limitMinor, openOrderMinor, receivableMinor, currency }) => (
        <>
          <span class="thin">{`${t.left.split("/")[0]} `}</span>
          <Money minor={limitMinor - openOrderMinor - receivableMinor} currency={currency} />
        </>
      ),
    },
    {
      head: t.overdue,
      align: "end",
      card: "st",
      cell: ({ overdueMinor, currency }) =>
        overdueMinor > 0
          ? (
            <span class="bad">
              <span class="thin">{`${t.views.overdue} `}</span>
              <Money minor={overdueMinor} currency={currency} />
            </span>
          )
          : <span class="q wide">0.00</span>,
    },
    {
      head: t.receivable,
      align: "end",
      card: "am",
      cell: ({ receivableMinor, currency }) => (
        <Money
          minor={receivableMinor}
          currency={currency}
        />
      ),
    },
  ];
}
