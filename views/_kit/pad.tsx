import type { Child } from "hono/jsx";
import { Blank } from "./choice.tsx";
import { hx, type HxOptions } from "./hx.ts";
import { type PadHeads, type PadLine, PadRow } from "./pad_row.tsx";
import { kitWords, type Lang } from "./text.ts";

export type { PadHeads, PadLine } from "./pad_row.tsx";

interface PadProps {
  /** Two pads on one page need two ids. */
  id?: string;
  lines: PadLine[];
  heads: PadHeads;
  adding?: Adding;
  lang: Lang;
}

/** What was typed to add a line and is not a line yet, with what it may have meant. */
export interface Adding {
  typed: string;
  message?: Child;
}

interface PadNewProps {
  id?: string;
  heads: PadHeads;
  adding?: Adding;
}

/** The empty row at the end: a code, a barcode or a name becomes a line. */
export function PadNew({ id = "pad", heads, adding }: PadNewProps) {
  return (
    <tbody id={`${id}-new`}>
      <tr class={adding?.message ? "new up" : "new"}>
        <td class="off no"></td>
        <td class="c-sku" colspan={7}>
          <Blank
            id={`${id}-add`}
            cell="code"
            label={heads.add}
            name="add"
            value={adding?.typed ?? ""}
            placeholder={heads.addHint}
          />
        </td>
        <td class="acct"></td>
      </tr>
      {adding?.message && (
        <tr class="sub wrn">
          <td class="off"></td>
          <td colspan={7}>
            <div>{adding.message}</div>
          </td>
          <td class="off acct"></td>
        </tr>
      )}
    </tbody>
  );
}

const columns = ["no", "sku", "name", "qty", "un", "pr", "stk", "tag", "amt"];

/** The order pad. Field names are `code.<line>`, `quantity.<line>`, `unit.<line>` and `add`. */
export function Pad({ id = "pad", lines, heads, adding, lang }: PadProps) {
  return (
    <table class="pad cards" data-pad>
      <caption class="vh">{heads.caption}</caption>
      <colgroup>{columns.map((name) => <col class={`k-${name}`} />)}</colgroup>
      <thead>
        <tr>
          <th scope="col">
            <span class="vh">{heads.line}</span>
          </th>
          <th scope="col">{heads.code}</th>
          <th scope="col">{heads.name}</th>
          <th scope="col" class="n">{heads.quantity}</th>
          <th scope="col" class="c-un">{heads.unit}</th>
          <th scope="col" class="n">{heads.price}</th>
          <th scope="col" class="c-stk">{heads.stock}</th>
          <th scope="col">{heads.promotion}</th>
          <th scope="col" class="n acct">{heads.amount}</th>
        </tr>
      </thead>
      {lines.map((line) => <PadRow line={line} heads={heads} lang={lang} />)}
      <PadNew id={id} heads={heads} adding={adding} />
    </table>
  );
}

interface PadFormProps {
  id?: string;
  /** Where the whole form goes on every change; one answer brings all that changed. */
  preview: string;
  options?: HxOptions;
  children: Child;
}

/**
 * One form around the pad and its totals. The first button is what Enter presses without scripts:
 * it recalculates. The button that sends the order has its own `formaction` and `data-submit`.
 */
export function PadForm({ id = "pad", preview, options, children }: PadFormProps) {
  const attributes = hx.post(preview, {
    trigger: ["change", "submit"],
    sync: "replace",
    disable: false,
    target: `#${id}`,
    swap: "outerMorph",
    ...options,
  });
  return (
    <form id={id} method="post" action={preview} data-pad-form data-saves {...attributes}>
      <button type="submit" class="vh" tabindex={-1} aria-hidden="true"></button>
      {children}
    </form>
  );
}

/** What the keyboard does on the pad. */
export function PadKeys({ lang }: { lang: Lang }) {
  const { next, rows, copy, submit } = kitWords(lang).padKeys;
  return (
    <p class="keys note live">
      <span>
        <kbd>Enter</kbd> {next}
      </span>
      <span>
        <kbd>↑</kbd>
        <kbd>↓</kbd> {rows}
      </span>
      <span>
        <kbd>Ctrl</kbd>
        <kbd>D</kbd> {copy}
      </span>
      <span>
        <kbd>Ctrl</kbd>
        <kbd>Enter</kbd> {submit}
      </span>
    </p>
  );
}
