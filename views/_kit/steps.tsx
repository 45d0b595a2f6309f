import type { Child } from "hono/jsx";

export interface Step {
  label: Child;
  /** When and who, or what is awaited. */
  note?: Child;
  state: "done" | "now" | "stop" | "todo";
}

/** How a document travels; upright on a phone. */
export function Steps({ steps, label }: { steps: Step[]; label: string }) {
  return (
    <ol class="steps" aria-label={label}>
      {steps.map(({ label, note, state }) => (
        <li
          class={state === "todo" ? undefined : state === "stop" ? "now stop" : state}
          aria-current={state === "now" || state === "stop" ? "step" : undefined}
        >
          <b>{label}</b>
          {note}
        </li>
      ))}
    </ol>
  );
}
