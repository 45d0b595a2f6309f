import type { Child } from "hono/jsx";
import { Blank, BlankSelect } from "./choice.tsx";
import type { Option } from "./field.tsx";
import { QuantityCell } from "./quantity_cell.tsx";
import type { Lang } from "./text.ts";

export interface PadLine {
  id: string;
  code: string;
  name: Child;
  spec?: Child;
  /** What was typed, even when it is no number. */
  quantity: string | number;
  /** How much a press on + adds: a whole layer. */
  multiple?: number;
  unit: string;
  /** More than one unit makes the unit a choice. */
  units?: Option[];
  price: Child;
  stock: Child;
  /** The rule as words: 满 20 送 1. */
  promotion?: string;
  /** A `<Money>`, or 未计. */
  amount: Child;
  /** Stands in the column of promotions: an agreed discount, for those who may give one. */
  beside?: Child;
  /** What this row looked like when it was sent: the answer leaves out rows that look the same. */
  seen?: string;
  /** The line just added: its quantity takes the focus. */
  focus?: boolean;
  tone?: "err" | "wrn";
  /** The fact, then the fix as a `.link` button. */
  message?: Child;
  /** The id of the sentence in the message that says what is wrong. */
  errorId?: string;
}

export interface PadHeads {
  caption: string;
  /** 行, said to screen readers. */
  line: string;
  code: string;
  name: string;
  quantity: string;
  unit: string;
  price: string;
  stock: string;
  promotion: string;
  amount: string;
  add: string;
  addHint: string;
}

interface PadRowProps {
  line: PadLine;
  heads: PadHeads;
  lang: Lang;
}

/** A line and, under it, its message: one body, so that one line can be replaced alone. */
export function PadRow({ line, heads, lang }: PadRowProps) {
  const { id, message, promotion, tone = "", units } = line;
  return (
    <tbody id={`line-${id}`}>
      <tr class={message ? `up ${tone}` : tone || undefined}>
        <td class="off no">
          {line.seen && <input type="hidden" name={`seen.${id}`} value={line.seen} />}
        </td>
        <td class="c-sku">
          <Blank
            id={`code-${id}`}
            cell="code"
            label={heads.code}
            name={`code.${id}`}
            value={line.code}
          />
        </td>
        <td class="c-name">
          {line.name} {line.spec && <small>{line.spec}</small>}
        </td>
        <td class="c-qty n">
          <QuantityCell line={line} label={heads.quantity} lang={lang} />
        </td>
        <td class="off c-un">
          {units && units.length > 1
            ? (
              <BlankSelect
                id={`unit-${id}`}
                cell="unit"
                label={heads.unit}
                name={`unit.${id}`}
                options={units}
                value={line.unit}
              />
            )
            : line.unit}
        </td>
        <td class="c-pr n">
          {line.price}
          <span class="u2">/{line.unit}</span>
        </td>
        <td class="c-stk">
          {line.stock} {promotion && <span class="thin tag">{promotion}</span>}
        </td>
        <td class={line.beside ? undefined : "off"}>
          {line.beside ?? (promotion && <span class="tag">{promotion}</span>)}
        </td>
        <td class="c-amt acct n" data-stale>{line.amount}</td>
      </tr>
      {message && (
        <tr class={`sub ${tone}`}>
          <td class="off"></td>
          <td colspan={7}>
            <div>{message}</div>
          </td>
          <td class="off acct"></td>
        </tr>
      )}
    </tbody>
  );
}
