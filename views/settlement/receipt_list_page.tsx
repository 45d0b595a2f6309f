import type { ReceiptRow } from "~/domain/settlement/read_models.ts";
import { date, type Reading } from "~/views/_kit/date.tsx";
import { Filters } from "~/views/_kit/filters.tsx";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Density, Pager, Tabs } from "~/views/_kit/list_parts.tsx";
import { Money } from "~/views/_kit/money.tsx";
import { named } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";
import { Head, Sheet } from "~/views/_kit/sheet.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { FilteredEmpty, VoidState } from "~/views/_kit/void_state.tsx";
import { type SettlementWords, settlementWords } from "./text.ts";

export type ReceiptListProps = {
  shell: Shell;
  reading: Reading;
  rows: ReceiptRow[];
  filter: { view: "all" | "unapplied"; dealer?: string; method?: string; q?: string };
  previous?: string;
  next?: string;
  mayRecord: boolean;
  mayExport: boolean;
};

export function methodWords(method: string, { receipt }: SettlementWords): string {
  return receipt.methods[method as keyof typeof receipt.methods] ?? method;
}

export function ReceiptListPage(props: ReceiptListProps) {
  const { shell, filter, mayRecord, mayExport } = props;
  const { lang } = shell;
  const words = settlementWords(lang);
  const t = words.receipt;
  const { view, dealer, method, q } = filter;
  return (
    <Page {...shell} title={t.title}>
      <Head
        title={t.title}
        back={{ href: paths.accounts(), label: words.accounts.title }}
        actions={
          <>
            {mayExport && (
              <a class="b" href={paths.receiptExport(filter)}>{words.accounts.export}</a>
            )}
            {mayRecord && <a class="b go" href={paths.newReceipt({ dealer })}>{t.new}</a>}
          </>
        }
      />
      <Sheet label={t.title}>
        <Tabs
          lang={lang}
          views={(["all", "unapplied"] as const).map((each) => ({
            href: paths.receipts({ ...filter, view: each }),
            label: each === "all" ? words.accounts.views.all : t.onlyUnapplied,
            current: each === view,
          }))}
        />
        <Filters
          action={paths.receipts()}
          keep={{ view }}
          search={{ value: q, label: t.find, placeholder: t.find }}
          filters={[
            { name: "dealer", label: words.accounts.dealer, value: dealer },
            {
              name: "method",
              label: t.method,
              value: method,
              options: Object.entries(t.methods).map(([value, label]) => ({ value, label })),
            },
          ]}
          density={<Density here={shell.here} rows={shell.rows} lang={lang} />}
          lang={lang}
        />
        <Rows {...props} />
      </Sheet>
    </Page>
  );
}

function Rows({ shell, reading, rows, filter, previous, next }: ReceiptListProps) {
  const { lang } = shell;
  const words = settlementWords(lang);
  const t = words.receipt;
  if (rows.length === 0) {
    const { view, dealer, method, q } = filter;
    const filters = [
      view === "unapplied" && t.onlyUnapplied,
      q,
      dealer,
      method && methodWords(method, words),
    ].filter(Boolean).join(words.list);
    return filters
      ? <FilteredEmpty filters={filters} clearHref={paths.receipts()} lang={lang} />
      : <VoidState title={t.none}>{t.noneWhy}</VoidState>;
  }
  return (
    <>
      <Table caption={t.title} columns={columns(reading)} rows={rows} lang={lang} />
      <Pager note={t.sorted} newer={previous} older={next} lang={lang} />
    </>
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
