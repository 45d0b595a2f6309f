import type { Child } from "hono/jsx";
import type { Statement, StatementEntry } from "~/domain/settlement/read_models.ts";
import { date, type Reading } from "~/views/_kit/date.tsx";
import { Message } from "~/views/_kit/message.tsx";
import { Money } from "~/views/_kit/money.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { In } from "~/views/_kit/sheet.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { settlementWords } from "./text.ts";

type Props = {
  statement: Statement;
  currency: string;
  reading: Reading;
  may: { receipts: boolean };
};

/** One row: the opening, an entry, or the closing with the sums of the days between. */
type Row = {
  day: string;
  document: Child;
  about: Child;
  chargedMinor: number | null;
  paidMinor: number | null;
  balanceMinor: number;
  isSum?: boolean;
};

/** Opening, entries with the balance each left, closing. */
export function StatementTable(props: Props) {
  const { statement, reading } = props;
  const { lang } = reading;
  const t = settlementWords(lang).account;
  return (
    <>
      {statement.isCut && <Message tone="warn" fact={t.cut(statement.entries.length)} />}
      <Table
        caption={t.entries}
        columns={columns(props)}
        rows={rowsOf(props)}
        lang={lang}
      />
      {statement.entries.length === 0 && (
        <In>
          <p class="q">{t.noEntries}</p>
        </In>
      )}
    </>
  );
}

function rowsOf({ statement, reading, may }: Props): Row[] {
  const t = settlementWords(reading.lang).account;
  const { from, to, openingMinor, closingMinor, chargedMinor, paidMinor, entries } = statement;
  const sum = (label: string, day: string, balanceMinor: number): Row => ({
    day,
    document: <b>{label}</b>,
    about: "",
    chargedMinor: null,
    paidMinor: null,
    balanceMinor,
    isSum: true,
  });
  return [
    sum(t.opening, from, openingMinor),
    ...entries.map((entry): Row => ({
      day: entry.at,
      document: <Document entry={entry} may={may} />,
      about: `${t.kinds[entry.kind]} ${entry.about}`,
      chargedMinor: entry.amountMinor > 0 ? entry.amountMinor : null,
      paidMinor: entry.amountMinor < 0 ? -entry.amountMinor : null,
      balanceMinor: entry.balanceMinor,
    })),
    { ...sum(t.closing, to, closingMinor), chargedMinor, paidMinor },
  ];
}

function Document({ entry, may }: { entry: StatementEntry; may: { receipts: boolean } }) {
  const { kind, document } = entry;
  if (kind === "shipment") return <a href={paths.shipment(document)}>{document}</a>;
  return kind === "receipt" && may.receipts
    ? <a href={paths.receipt(document)}>{document}</a>
    : <>{document}</>;
}

function columns({ reading, currency }: Props): Column<Row>[] {
  const t = settlementWords(reading.lang).account;
  const money = (minor: number | null, isSum = false) =>
    minor === null ? "" : isSum
      ? (
        <b>
          <Money minor={minor} currency={currency} />
        </b>
      )
      : <Money minor={minor} currency={currency} />;
  return [
    { head: t.date, card: "no", quiet: true, cell: ({ day }) => date(day, reading) },
    { head: t.document, card: "cu", cell: ({ document }) => document },
    { head: t.about, drop: true, quiet: true, cell: ({ about }) => about },
    {
      head: t.charged,
      align: "end",
      card: "mo",
      cell: ({ chargedMinor, paidMinor, isSum }) => (
        <>
          {chargedMinor !== null && <span class="thin">{`${t.chargedOne} `}</span>}
          {money(chargedMinor, isSum)}
          {paidMinor !== null && (
            <span class="thin">
              {`${chargedMinor !== null ? "  " : ""}${t.paidOne} `}
              {money(paidMinor, isSum)}
            </span>
          )}
        </>
      ),
    },
    { head: t.paid, align: "end", cell: ({ paidMinor, isSum }) => money(paidMinor, isSum) },
    {
      head: t.running,
      align: "end",
      card: "am",
      account: true,
      cell: ({ balanceMinor, isSum }) => money(balanceMinor, isSum),
    },
  ];
}
