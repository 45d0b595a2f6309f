import { Filters } from "~/views/_kit/filters.tsx";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Pager, Tabs } from "~/views/_kit/list_parts.tsx";
import { Money, money } from "~/views/_kit/money.tsx";
import { named } from "~/views/_kit/named.ts";
import { count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Head, Sheet } from "~/views/_kit/sheet.tsx";
import { Status } from "~/views/_kit/status.tsx";
import type { Lang } from "~/views/_kit/text.ts";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { FilteredEmpty, VoidState } from "~/views/_kit/void_state.tsx";
import { policyWords } from "./text.ts";

export type CreditRow = {
  dealer: string;
  nameZh: string;
  nameEn: string;
  currency: string;
  limitMinor: number;
  openOrderMinor: number;
  receivableMinor: number;
  overdueMinor: number;
  termDays: number;
};

export type CreditListProps = {
  shell: Shell;
  rows: CreditRow[];
  filter: { q?: string; view?: "over" | "overdue" };
  newer?: string;
  older?: string;
  mayEdit: boolean;
  mayExport: boolean;
};

export const freeMinor = (row: Omit<CreditRow, "dealer" | "nameZh" | "nameEn">) =>
  row.limitMinor - row.openOrderMinor - row.receivableMinor;

export function CreditListPage(props: CreditListProps) {
  const { shell, filter, mayEdit, mayExport } = props;
  const t = policyWords(shell.lang).credit;
  const views = [["", t.all], ["over", t.over], ["overdue", t.overdue]] as const;
  return (
    <Page {...shell} title={t.title}>
      <Head
        title={t.title}
        actions={
          <>
            {mayExport && <a class="b" href={paths.creditExport(filter)}>{t.export}</a>}
            {mayEdit && <a class="b go" href={paths.newCredit()}>{t.new}</a>}
          </>
        }
      />
      <Sheet label={t.title}>
        <Tabs
          lang={shell.lang}
          views={views.map(([view, label]) => ({
            href: paths.credits({ q: filter.q, view }),
            label,
            current: (filter.view ?? "") === view,
          }))}
        />
        <Filters
          action={paths.credits()}
          keep={{ view: filter.view }}
          search={{ value: filter.q, label: t.find, placeholder: t.find }}
          lang={shell.lang}
        />
        <Rows {...props} />
      </Sheet>
    </Page>
  );
}

function Rows({ shell, rows, filter, newer, older }: CreditListProps) {
  const { lang } = shell;
  const t = policyWords(lang).credit;
  if (rows.length === 0 && (filter.q || filter.view)) {
    const words = [filter.view && t[filter.view], filter.q && `“${filter.q}”`].filter(Boolean)
      .join(lang === "zh" ? "，" : ", ");
    return <FilteredEmpty filters={words} clearHref={paths.credits()} lang={lang} />;
  }
  if (rows.length === 0) return <VoidState title={t.emptyTitle}>{t.emptyWhy}</VoidState>;
  return (
    <>
      <Table caption={t.title} columns={columns(lang)} rows={rows} lang={lang} />
      <Pager note={t.count(count(rows.length))} {...{ newer, older, lang }} byCode />
    </>
  );
}

function columns(lang: Lang): Column<CreditRow>[] {
  const t = policyWords(lang).credit;
  const amount = (
    head: string,
    of: (row: CreditRow) => number,
    drop = false,
  ): Column<CreditRow> => ({
    head,
    align: "end",
    drop,
    cell: (row) => <Money minor={of(row)} currency={row.currency} />,
  });
  return [
    {
      head: t.dealer,
      card: "cu",
      cell: (row) => (
        <a href={paths.credit(row.dealer, { currency: row.currency })}>{named(row, lang)}</a>
      ),
    },
    { head: t.code, card: "no", quiet: true, cell: ({ dealer }) => dealer },
    { head: t.currency, quiet: true, drop: true, cell: ({ currency }) => currency },
    amount(t.limit, ({ limitMinor }) => limitMinor),
    amount(t.inOrders, ({ openOrderMinor }) => openOrderMinor, true),
    amount(t.receivable, ({ receivableMinor }) => receivableMinor, true),
    {
      head: t.overdueAmount,
      align: "end",
      card: "st",
      cell: ({ overdueMinor, currency }) =>
        overdueMinor > 0
          ? (
            <Status stage="stop">
              <span class="thin">{`${t.overdueAmount} `}</span>
              {money(overdueMinor, { currency })}
            </Status>
          )
          : <span class="wide">—</span>,
    },
    { ...amount(t.available, freeMinor), card: "am" },
  ];
}
