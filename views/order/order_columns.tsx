import type { OrderRow } from "~/domain/order/read_models.ts";
import { type Reading, When } from "~/views/_kit/date.tsx";
import { money } from "~/views/_kit/money.tsx";
import { named } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";
import type { Column } from "~/views/_kit/table.tsx";
import { kitWords } from "~/views/_kit/text.ts";
import { quantitiesText } from "./quantities.ts";
import { OrderStage } from "./stage.tsx";
import { channelText } from "~/views/policy/channel_text.ts";
import { orderWords } from "./text.ts";

/** The head says 元; any other currency says itself. */
export function rowAmount({ totalMinor, currency }: OrderRow): string {
  return money(totalMinor, { currency, mark: currency !== "CNY" });
}

/** A channel that only a client of ours knows is called by its code. */
export function channelOf({ channel }: Pick<OrderRow, "channel">, { lang }: Reading): string {
  return channelText[lang][channel] ?? channel;
}

/** `many`: whoever sees several dealers is told which one each order is for. */
export function orderColumns(
  reading: Reading,
  { many }: { many: boolean },
): Column<OrderRow>[] {
  const { lang } = reading;
  const t = orderWords(lang).list;
  const dealer: Column<OrderRow> = {
    head: t.columns.dealer,
    cell: (row) => named(row.dealer, lang),
    card: "cu",
  };
  return [
    {
      head: t.columns.number,
      cell: (row) => <a href={paths.order(row.number)}>{row.number}</a>,
      card: many ? "no" : "cu",
    },
    ...(many ? [dealer] : []),
    {
      head: t.columns.channel,
      cell: (row) => channelOf(row, reading),
      quiet: true,
      drop: true,
    },
    {
      head: t.columns.quantity,
      cell: (row) => quantitiesText(row.quantities, lang),
      align: "end",
      card: many ? undefined : "no",
    },
    { head: t.columns.amount, cell: rowAmount, align: "end", card: "am" },
    {
      head: t.columns.nodes,
      cell: (row) => nodesOf(row, reading) || "—",
    },
    {
      head: t.columns.promised,
      cell: (row) => promised(row, reading),
    },
    {
      head: t.columns.stage,
      cell: (row) => <OrderStage stage={row.stage} lang={lang} />,
      card: "st",
    },
    { head: t.columns.placedBy, cell: (row) => row.placedBy, quiet: true, drop: true },
    {
      head: t.columns.placedAt,
      cell: (row) => <When at={row.submittedAt} as="moment" reading={reading} />,
      align: "end",
      quiet: true,
      drop: true,
    },
  ];
}

/** Each node once, however many parts it has. */
export function nodesOf({ nodes }: OrderRow, { lang }: Reading): string {
  return [...new Set(nodes.map((node) => named(node, lang)))].join(kitWords(lang).listComma);
}

function promised({ promisedOn, stage }: OrderRow, reading: Reading) {
  if (promisedOn) return <When at={promisedOn} reading={reading} />;
  const isOver = stage === "cancelled" || stage === "rejected";
  return isOver ? "—" : orderWords(reading.lang).list.undecided;
}
