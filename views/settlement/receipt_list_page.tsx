import type { ReceiptRow } from "~/domain/settlement/read_models.ts";
import { ListPage } from "~/views/_kit/list_page.tsx";
import type { Shell } from "~/views/_kit/layout.tsx";
import type { Column } from "~/views/_kit/table.tsx";
import { date, type Reading } from "~/views/_kit/date.tsx";
import { Money } from "~/views/_kit/money.tsx";
import { named } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";
import { type SettlementWords, settlementWords } from "./text.ts";

export type ReceiptListProps = {
  shell: Shell;
  reading: Reading;
  rows: ReceiptRow[];
  filter: { view: "all" | "unapplied"; dealer?: string; method?: string; q?: string };
  newer?: string;
  older?: string;
  mayRecord: boolean;
};

export function methodWords(method: string, { receipt }: SettlementWords): string {
  return receipt.methods[method as keyof typeof receipt.methods] ?? method;
}

export function ReceiptListPage(props: ReceiptListProps) {
  const { shell, reading, filter, mayRecord } = props;
  const words = settlementWords(shell.lang);
  const t = words.receipt;
  const { view, dealer, method, q } = filter;
  const methods = Object.entries(t.methods).map(([value, label]) => ({ value, label }));
  return (
    <ListPage
      {...props}
      title={t.title}
      head={{
        back: { href: paths.accounts(), label: words.accounts.title },
        oneAction: true,
        actions: mayRecord && <a class="b go" href={paths.newReceipt({ dealer })}>{t.new}</a>,
      }}
      views={(["all", "unapplied"] as const).map((each) => ({
        href: paths.receipts({ ...filter, view: each }),
        label: each === "all" ? words.accounts.views.all : t.onlyUnapplied,
        current: each === view,
      }))}
      filters={{
        action: paths.receipts(),
        view: view === "unapplied" && t.onlyUnapplied,
        keep: { view },
        search: { value: q, label: t.find, placeholder: t.find },
        filters: [
          { name: "dealer", label: words.accounts.dealer, value: dealer },
          { name: "method", label: t.method, value: method, options: methods },
        ],
        density: true,
      }}
      columns={columns(reading)}
      note={t.sorted}
      empty={{ title: t.none, why: t.noneWhy }}
    />
  );
}

function columns(reading: Reading): Column<ReceiptRow>[] {
  const { lang } = reading;
  const words = settlementWords(lang);
  const t = words.receipt;
  return [
    {
      head: t.number,
      card: "no",
      cell: ({ number }) => <a href={paths.receipt(number)}>{number}</a>,
    },
    { head: words.accounts.dealer, card: "cu", cell: (row) => named(row, lang) },
    { head: t.receivedOn, quiet: true, cell: ({ receivedAt }) => date(receivedAt, reading) },
    { head: t.method, card: "mo", quiet: true, cell: ({ method }) => methodWords(method, words) },
    { head: t.reference, drop: true, quiet: true, cell: ({ reference }) => reference || "—" },
    {
      head: t.unapplied,
      align: "end",
      card: "st",
      cell: ({ unappliedMinor, currency }) =>
        unappliedMinor > 0
          ? (
            <span class="warn">
              <span class="thin">{`${words.account.advance} `}</span>
              <Money minor={unappliedMinor} currency={currency} />
            </span>
          )
          : <span class="q wide">0.00</span>,
    },
    {
      head: t.amountHead,
      align: "end",
      card: "am",
      cell: ({ amountMinor, currency }) => <Money minor={amountMinor} currency={currency} />,
    },
  ];
}
