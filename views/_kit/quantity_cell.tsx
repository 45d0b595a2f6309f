import type { PadLine } from "./pad_row.tsx";
import { kitWords, type Lang } from "./text.ts";

/** The steppers are submit buttons, so they also work without scripts: `step` is `<line>:+1`. */
export function QuantityCell({ line, label, lang }: { line: PadLine; label: string; lang: Lang }) {
  const t = kitWords(lang);
  const step = (by: 1 | -1, words: string, sign: string) => (
    <button
      type="submit"
      class="step"
      name="step"
      value={`${line.id}:${by > 0 ? "+" : "-"}${line.multiple ?? 1}`}
      aria-label={words}
      data-step={by}
    >
      {sign}
    </button>
  );
  return (
    <>
      {step(-1, t.less, "−")}
      <input
        id={`quantity-${line.id}`}
        class="blank n"
        name={`quantity.${line.id}`}
        value={line.quantity}
        inputmode="numeric"
        autofocus={line.focus}
        autocomplete="off"
        aria-label={label}
        aria-invalid={line.errorId ? "true" : undefined}
        aria-describedby={line.errorId}
        data-cell="quantity"
        data-multiple={line.multiple}
      />
      {step(1, t.more, "+")}
    </>
  );
}
