import type { Child } from "hono/jsx";
import { kitWords, type Lang } from "./text.ts";

/**
 * Where a cell goes when a row becomes a card below 896 px; without a place it is left out. In a
 * list cu is the name, am the amount, no the number, st the status, mo one more line; in a
 * document's lines name and amt stand over pr (the price) and qty.
 */
export type CardPlace = "no" | "cu" | "am" | "st" | "mo" | "name" | "amt" | "pr" | "qty";

export interface Column<Row> {
  head: Child;
  cell: (row: Row) => Child;
  /** Numbers, and whatever stands under a number. */
  align?: "end";
  card?: CardPlace;
  /** Said after the value in the card only, where the head is gone: " 箱". */
  unit?: string;
  /** Leaves below 1024 px. */
  drop?: boolean;
  quiet?: boolean;
  /** The account column: a light double rule on its left, before the money of a document. */
  account?: boolean;
  sort?: { href: string; direction?: "ascending" | "descending" };
}

export interface Selection<Row> {
  /** The form's field, `row` when absent. Never `id`: it would hide the form's own id. */
  name?: string;
  /** The `<Bulk>` form the ticks belong to. */
  form: string;
  id: (row: Row) => string;
  label: (row: Row) => string;
  /** Minor units: the bulk bar adds them up. */
  amountMinor?: (row: Row) => number;
}

export interface TableProps<Row> {
  /** Said to screen readers. */
  caption: string;
  /** list: cards of things. lines: cards of a document's lines. plain: a small table, never cards. */
  kind?: "list" | "lines" | "plain";
  columns: Column<Row>[];
  rows: Row[];
  id?: (row: Row) => string;
  select?: Selection<Row>;
  /** A message under its row, same wash: the fact first, then the fix as a link. */
  sub?: (row: Row) => Child;
  /** How many columns the message takes: a waterfall ends under the price it explains. */
  subSpan?: number;
  tone?: (row: Row) => "err" | "wrn" | undefined;
  lang: Lang;
}

function classOf<Row>({ align, card, drop, quiet, account, unit }: Column<Row>): string {
  const words = [
    card ? `c-${card}` : "off",
    unit && "u",
    align && "n",
    drop && "drop",
    quiet && "q",
    account && "acct",
  ];
  return words.filter(Boolean).join(" ");
}

const arrows = { ascending: " ↑", descending: " ↓" };

/** A list: one row, one thing; the number or the name is the link; the money is at the right. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, select, lang, kind = "list" } = props;
  const t = kitWords(lang);
  const cards = kind === "plain" ? undefined : `cards ${kind}${select ? " pick" : ""}`;
  return (
    <table class={cards}>
      <caption class="vh">{caption}</caption>
      <thead>
        <tr>
          {select && (
            <th scope="col" class="c-ck">
              <input type="checkbox" aria-label={t.selectAll} data-all={select.form} />
            </th>
          )}
          {columns.map((column) => <HeadCell column={column} />)}
        </tr>
      </thead>
      <tbody>{rows.map((row) => <BodyRow {...props} row={row} />)}</tbody>
    </table>
  );
}

function HeadCell<Row>({ column }: { column: Column<Row> }) {
  const { head, sort } = column;
  return (
    <th scope="col" class={classOf(column)} aria-sort={sort?.direction}>
      {sort ? <a href={sort.href}>{head}{sort.direction && arrows[sort.direction]}</a> : head}
    </th>
  );
}

function BodyRow<Row>(
  { row, columns, id, select, sub, subSpan, tone, lang }: TableProps<Row> & { row: Row },
) {
  const message = sub?.(row);
  const wash = tone?.(row) ?? "";
  const account = columns.at(-1)?.account ? 1 : 0;
  const span = subSpan ?? columns.length - account;
  const rest = columns.length - span - account;
  return (
    <>
      <tr id={id?.(row)} class={message ? `up ${wash}` : wash || undefined}>
        {select && (
          <td class="c-ck">
            <Tick select={select} row={row} lang={lang} />
          </td>
        )}
        {columns.map((column) => (
          <td class={classOf(column)} data-u={column.unit}>{column.cell(row)}</td>
        ))}
      </tr>
      {message && (
        <tr class={`sub ${wash}`}>
          {select && <td class="off"></td>}
          <td colspan={span}>
            <div>{message}</div>
          </td>
          {rest > 0 && <td class="off" colspan={rest}></td>}
          {account > 0 && <td class="off acct"></td>}
        </tr>
      )}
    </>
  );
}

function Tick<Row>({ select, row, lang }: { select: Selection<Row>; row: Row; lang: Lang }) {
  return (
    <input
      type="checkbox"
      form={select.form}
      name={select.name ?? "row"}
      value={select.id(row)}
      aria-label={kitWords(lang).select(select.label(row))}
      data-amount={select.amountMinor?.(row)}
    />
  );
}
