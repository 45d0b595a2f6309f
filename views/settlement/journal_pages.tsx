import type {
  JournalKind,
  JournalPage as Journal,
  JournalRow,
} from "~/domain/settlement/read_models.ts";
import { ListPage } from "~/views/_kit/list_page.tsx";
import { moment, type Reading, When } from "~/views/_kit/date.tsx";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Money } from "~/views/_kit/money.tsx";
import { named } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";
import { Head, Sheet } from "~/views/_kit/sheet.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { settlementWords } from "./text.ts";

export type JournalListProps = {
  shell: Shell;
  reading: Reading;
  rows: JournalRow[];
  filter: { kind?: JournalKind; from?: string; to?: string; q?: string };
  newer?: string;
  older?: string;
};

const kinds = ["shipment", "receipt"] as const;

/** The book, newest first. */
export function JournalListPage(props: JournalListProps) {
  const { shell, reading, filter } = props;
  const words = settlementWords(shell.lang);
  const t = words.journal;
  const { kind, from, to, q } = filter;
  return (
    <ListPage
      {...props}
      title={t.title}
      head={{ back: { href: paths.accounts(), label: words.accounts.title } }}
      views={[undefined, ...kinds].map((each) => ({
        href: paths.journals({ ...filter, kind: each }),
        label: each ? words.account.kinds[each] : words.accounts.views.all,
        current: each === kind,
      }))}
      filters={{
        action: paths.journals(),
        view: kind && words.account.kinds[kind],
        keep: { kind },
        search: { value: q, label: t.find, placeholder: t.find },
        filters: [
          { name: "from", label: t.from, value: from, type: "date" },
          { name: "to", label: t.to, value: to, type: "date" },
        ],
        density: true,
      }}
      columns={columns(reading)}
      note={t.sorted}
      empty={{ title: t.none, why: t.noneWhy }}
    />
  );
}

function columns(reading: Reading): Column<JournalRow>[] {
  const { lang } = reading;
  const words = settlementWords(lang);
  const t = words.journal;
  return [
    {
      head: t.number,
      card: "cu",
      cell: ({ number }) => <a href={paths.journal(number)}>{number}</a>,
    },
    { head: t.kind, card: "st", quiet: true, cell: ({ kind }) => words.account.kinds[kind] },
    { head: t.memo, card: "no", cell: ({ memo, kind }) => <Memo memo={memo} kind={kind} /> },
    {
      head: t.date,
      align: "end",
      quiet: true,
      cell: ({ at }) => <When at={at} as="moment" reading={reading} />,
    },
    {
      head: t.amount,
      align: "end",
      card: "am",
      cell: ({ amountMinor, currency }) => <Money minor={amountMinor} currency={currency} />,
    },
  ];
}

/** The document a journal books. */
function Memo({ memo, kind }: { memo: string; kind: JournalKind }) {
  if (kind === "shipment") return <a href={paths.shipment(memo)}>{memo}</a>;
  return kind === "receipt" ? <a href={paths.receipt(memo)}>{memo}</a> : <>{memo}</>;
}

type PageProps = { shell: Shell; reading: Reading; journal: Journal };
type Posting = Journal["postings"][number];

/** One journal: both sides, which add up to the same. */
export function JournalPage({ shell, reading, journal }: PageProps) {
  const { lang } = shell;
  const words = settlementWords(lang);
  const t = words.journal;
  const { number, kind, memo, at, postings } = journal;
  return (
    <Page {...shell} title={number}>
      <Head
        title={number}
        back={{ href: paths.journals(), label: t.title }}
        note={<span class="note">{words.account.kinds[kind]}</span>}
        sub={
          <>
            <Memo memo={memo} kind={kind} /> {moment(at, reading)}
          </>
        }
      />
      <Sheet title={t.account} aside={t.balanced}>
        <Table caption={number} columns={postingColumns(lang)} rows={postings} lang={lang} />
      </Sheet>
    </Page>
  );
}

function postingColumns(lang: Shell["lang"]): Column<Posting>[] {
  const t = settlementWords(lang).journal;
  return [
    { head: t.account, card: "cu", cell: ({ account }) => t.accounts[account] },
    {
      head: t.party,
      card: "no",
      quiet: true,
      cell: ({ dealer, nameZh, nameEn }) =>
        dealer
          ? <a href={paths.account(dealer)}>{named({ nameZh: nameZh!, nameEn: nameEn! }, lang)}</a>
          : "",
    },
    {
      head: t.debit,
      align: "end",
      card: "am",
      cell: ({ amountMinor, currency }) =>
        amountMinor > 0 && (
          <>
            <span class="thin q">{`${t.debit.split("/")[0]} `}</span>
            <Money minor={amountMinor} currency={currency} />
          </>
        ),
    },
    {
      head: t.credit,
      align: "end",
      card: "st",
      cell: ({ amountMinor, currency }) =>
        amountMinor < 0 && (
          <>
            <span class="thin q">{`${t.credit.split("/")[0]} `}</span>
            <Money minor={-amountMinor} currency={currency} />
          </>
        ),
    },
  ];
}
