import type { Child } from "hono/jsx";

export interface SumLine {
  label: Child;
  /** A `<Money>`, or words. */
  value: Child;
  /** Smaller, under the total: 其中增值税. */
  note?: boolean;
}

interface SumProps {
  lines: SumLine[];
  /** The one final figure of the document, under the double rule; its money carries the ¥. */
  total?: SumLine;
  /** Lines under the total. */
  after?: SumLine[];
  /** The whole list in the small size. */
  note?: boolean;
}

/** Label left, number right, the grand total under a double rule. */
export function Sum({ lines, total, after = [], note }: SumProps) {
  return (
    <dl class={note ? "sum note" : "sum"}>
      {lines.map((line) => <Line line={line} />)}
      {total && <Line line={total} mark="tot" />}
      {after.map((line) => <Line line={line} mark="note" />)}
    </dl>
  );
}

function Line({ line, mark }: { line: SumLine; mark?: string }) {
  const words = mark ?? (line.note ? "note" : undefined);
  return (
    <>
      <dt class={words}>{line.label}</dt>
      <dd class={words}>{line.value}</dd>
    </>
  );
}

/** Facts beside each other: label over value. */
export function Facts({ facts }: { facts: { label: Child; value: Child }[] }) {
  return (
    <dl class="facts">
      {facts.map(({ label, value }) => (
        <div>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface StickBarProps {
  /** The grand total with its ¥. */
  total: Child;
  /** Cases, the promise, what to fix. */
  note: Child;
  action: Child;
}

/** The phone's total bar; it takes the tab bar's place, so the page says `tabbar={false}`. */
export function StickBar({ total, note, action }: StickBarProps) {
  return (
    <div class="stickbar">
      <span>
        <b>{total}</b>
        <small>{note}</small>
      </span>
      {action}
    </div>
  );
}
