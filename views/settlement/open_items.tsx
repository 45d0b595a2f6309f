import type { OpenItemRow } from "~/domain/settlement/read_models.ts";
import { date, type Reading } from "~/views/_kit/date.tsx";
import { Money } from "~/views/_kit/money.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { In } from "~/views/_kit/sheet.tsx";
import { type Column, Table } from "~/views/_kit/table.tsx";
import { daysLate } from "./order_money_card.tsx";
import { settlementWords } from "./text.ts";

type Props = { items: OpenItemRow[]; currency: string; reading: Reading };

/** What is not paid whole, oldest due first, each with its age. */
export function OpenItems({ items, currency, reading }: Props) {
  const { lang } = reading;
  const t = settlementWords(lang).account;
  if (items.length === 0) {
    return (
      <In>
        <p class="q">{t.noOpenItems}</p>
      </In>
    );
  }
  return (
    <Table
      caption={t.openItems}
      columns={itemColumns({ currency, reading })}
      rows={items}
      lang={lang}
    />
  );
}

export function Age({ dueOn, reading }: { dueOn: string; reading: Reading }) {
  const t = settlementWords(reading.lang).account;
  const late = daysLate(dueOn, reading.now);
  return late > 0
    ? <span class="bad">{t.ageLate(late)}</span>
    : <span class="q">{t.ageLeft(-late)}</span>;
}

export function itemColumns(
  { currency, reading }: Omit<Props, "items">,
): Column<OpenItemRow>[] {
  const t = settlementWords(reading.lang).account;
  return [
    {
      head: t.shipment,
      card: "cu",
      cell: ({ shipment }) => <a href={paths.shipment(shipment)}>{shipment}</a>,
    },
    {
      head: t.order,
      card: "no",
      cell: ({ order }) => <a href={paths.order(order)}>{order}</a>,
    },
    { head: t.due, quiet: true, cell: ({ dueOn }) => date(dueOn, reading) },
    { head: t.age, card: "st", cell: ({ dueOn }) => <Age dueOn={dueOn} reading={reading} /> },
    {
      head: t.amount,
      align: "end",
      quiet: true,
      cell: ({ amountMinor }) => <Money minor={amountMinor} currency={currency} />,
    },
    {
      head: t.open,
      align: "end",
      card: "am",
      cell: ({ openMinor }) => <Money minor={openMinor} currency={currency} />,
    },
  ];
}
