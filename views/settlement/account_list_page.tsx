import type { AccountRow } from "~/domain/settlement/read_models.ts";
import { ListPage } from "~/views/_kit/list_page.tsx";
import type { Shell } from "~/views/_kit/layout.tsx";
import type { Column } from "~/views/_kit/table.tsx";
import { date, type Reading } from "~/views/_kit/date.tsx";
import type { Option } from "~/views/_kit/field.tsx";
import { Money } from "~/views/_kit/money.tsx";
import { named } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";
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
  const { shell, reading, filter, organisations } = props;
  const t = settlementWords(shell.lang).accounts;
  const { view, q, organisation } = filter;
  return (
    <ListPage
      {...props}
      title={t.title}
      head={{ actions: <Actions {...props} /> }}
      views={tabs(props)}
      filters={{
        action: paths.accounts(),
        view: view !== "all" && t.views[view],
        clearHref: paths.accounts({ view: "all" }),
        keep: { view },
        search: { value: q, label: t.find, placeholder: t.find },
        filters: organisations.length > 1
          ? [{
            name: "organisation",
            label: t.organisation,
            value: organisation,
            options: organisations,
          }]
          : [],
        density: true,
      }}
      columns={columns(reading)}
      note={t.sorted}
      byCode
      empty={{ title: t.none, why: t.noneWhy }}
    />
  );
}

function Actions({ shell, filter, may }: AccountListProps) {
  const t = settlementWords(shell.lang).accounts;
  return (
    <>
      {may.journals && <a class="b" href={paths.journals()}>{t.journals}</a>}
      {may.receipts && <a class="b" href={paths.receipts()}>{t.receipts}</a>}
      {may.export && <a class="b" href={paths.accountExport(filter)}>{t.export}</a>}
      {may.record && <a class="b go" href={paths.newReceipt()}>{t.record}</a>}
    </>
  );
}

function tabs({ shell, filter, counts }: AccountListProps) {
  const t = settlementWords(shell.lang).accounts;
  return views.map((view) => ({
    href: paths.accounts({ ...filter, view }),
    label: t.views[view],
    count: counts[view],
    late: view !== "all" && view !== "owing" && (counts[view] ?? 0) > 0,
    current: view === filter.view,
  }));
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
