import type { Child } from "hono/jsx";
import type { CreditMovementRow } from "~/domain/policy/read_models.ts";
import { type Reading, When } from "~/views/_kit/date.tsx";
import { Pager } from "~/views/_kit/list_parts.tsx";
import { Money } from "~/views/_kit/money.tsx";
import { count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { In, Sheet } from "~/views/_kit/sheet.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { policyWords } from "./text.ts";

interface CreditLedgerProps {
  movements: CreditMovementRow[];
  account: { currency: string };
  newer?: string;
  older?: string;
  reading: Reading;
}

/** Every movement of an account: what orders took and gave back, what shipments and payments made of it. */
export function CreditLedger(
  { movements, account, newer, older, reading }: CreditLedgerProps,
) {
  const { lang } = reading;
  const t = policyWords(lang).credit;
  if (movements.length === 0) {
    return (
      <Sheet id="ledger" title={t.ledger}>
        <In>
          <p class="q">{t.noEntries}</p>
        </In>
      </Sheet>
    );
  }
  return (
    <Sheet id="ledger" title={t.ledger} aside={t.ledgerNote}>
      <Table
        caption={t.ledger}
        columns={columns(account.currency, reading)}
        rows={movements}
        lang={lang}
      />
      <Pager note={t.lines(count(movements.length))} {...{ newer, older, lang }} />
    </Sheet>
  );
}

function columns(currency: string, reading: Reading): Column<CreditMovementRow>[] {
  const t = policyWords(reading.lang).credit;
  return [
    {
      head: t.when,
      card: "mo",
      quiet: true,
      cell: ({ at }) => <When at={at} as="moment" reading={reading} />,
    },
    { head: t.document, card: "no", cell: (row) => <Document row={row} /> },
    { head: t.kind, card: "cu", cell: ({ kind }) => t.kinds[kind] },
    {
      head: t.inOrders,
      align: "end",
      card: "am",
      cell: ({ openOrderMinor }) => (
        <Change label={t.inOrders} minor={openOrderMinor} currency={currency} />
      ),
    },
    {
      head: t.receivable,
      align: "end",
      card: "st",
      cell: ({ receivableMinor }) => (
        <Change label={t.receivable} minor={receivableMinor} currency={currency} />
      ),
    },
  ];
}

interface ChangeProps {
  /** Said on a phone, where the head is gone. */
  label: Child;
  minor: number;
  currency: string;
}

function Change({ label, minor, currency }: ChangeProps) {
  if (minor === 0) return <span class="wide">—</span>;
  return (
    <>
      <span class="thin note">{label}</span> <Money minor={minor} currency={currency} />
    </>
  );
}

const pathOf = {
  order: paths.order,
  release: paths.order,
  shipment: paths.shipment,
  receipt: paths.receipt,
};

/** A release may come from an order or from a shipment: its number says which. */
function Document({ row: { kind, document } }: { row: CreditMovementRow }) {
  const path = document.startsWith("SH-") ? paths.shipment : pathOf[kind];
  return <a href={path(document)}>{document}</a>;
}
