import type { CreditRow } from "~/domain/policy/read_models.ts";
import { ListPage } from "~/views/_kit/list_page.tsx";
import type { Shell } from "~/views/_kit/layout.tsx";
import type { Column } from "~/views/_kit/table.tsx";
import { Money, money } from "~/views/_kit/money.tsx";
import { named } from "~/views/_kit/named.ts";
import { count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Status } from "~/views/_kit/status.tsx";
import type { Lang } from "~/views/_kit/text.ts";
import { policyWords } from "./text.ts";

export type CreditListProps = {
  shell: Shell;
  rows: CreditRow[];
  filter: { q?: string; view?: "over" | "overdue" };
  newer?: string;
  older?: string;
  mayEdit: boolean;
};

export const freeMinor = (
  row: Pick<CreditRow, "limitMinor" | "openOrderMinor" | "receivableMinor">,
) => row.limitMinor - row.openOrderMinor - row.receivableMinor;

export function CreditListPage(props: CreditListProps) {
  const { shell, rows, filter, mayEdit } = props;
  const t = policyWords(shell.lang).credit;
  const views = [["", t.all], ["over", t.over], ["overdue", t.overdue]] as const;
  return (
    <ListPage
      {...props}
      title={t.title}
      head={{
        oneAction: true,
        actions: mayEdit && <a class="b go" href={paths.newCredit()}>{t.new}</a>,
      }}
      views={views.map(([view, label]) => ({
        href: paths.credits({ q: filter.q, view }),
        label,
        current: (filter.view ?? "") === view,
      }))}
      filters={{
        action: paths.credits(),
        view: filter.view && t[filter.view],
        keep: { view: filter.view },
        search: { value: filter.q, label: t.find, placeholder: t.find },
      }}
      columns={columns(shell.lang)}
      note={t.count(count(rows.length))}
      byCode
      empty={{ title: t.emptyTitle, why: t.emptyWhy }}
    />
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
