import type { Child } from "hono/jsx";
import { type Reading, When } from "./date.tsx";

export interface LogEntry {
  at: string;
  who: Child;
  what: Child;
}

/** What happened to a document, newest first. */
export function Timeline({ entries, reading }: { entries: LogEntry[]; reading: Reading }) {
  return (
    <ul class="log in stack snug note">
      {entries.map(({ at, who, what }) => (
        <li>
          <When at={at} as="moment" reading={reading} />
          <span>{who} {what}</span>
        </li>
      ))}
    </ul>
  );
}

export interface DocumentLink {
  label: Child;
  /** Absent: not there yet. */
  href?: string;
  /** PDF, 待确认, 出库后. */
  note?: Child;
}

/** The papers of a document, those to come in grey. */
export function Documents({ documents }: { documents: DocumentLink[] }) {
  return (
    <ul class="docs in">
      {documents.map(({ label, href, note }) => (
        <li>
          {href ? <a href={href}>{label}</a> : <span class="qq">{label}</span>}
          {note && <span class={href ? "q" : "qq"}>{note}</span>}
        </li>
      ))}
    </ul>
  );
}

/** Short facts as rows: a name, and a word at the right. */
export function Pairs({ pairs }: { pairs: { label: Child; value: Child }[] }) {
  return (
    <ul class="docs in">
      {pairs.map(({ label, value }) => (
        <li>
          <span>{label}</span>
          <span class="q nw">{value}</span>
        </li>
      ))}
    </ul>
  );
}

export interface TodoLink {
  href: string;
  label: Child;
  note?: Child;
  /** A `<Status>`, an amount in bold or a verb. */
  value?: Child;
}

/** Things to do as whole-row links; stands in `<Sheet kind="todo">`. */
export function Todo({ links }: { links: TodoLink[] }) {
  return (
    <>
      {links.map(({ href, label, note, value }) => (
        <a href={href}>
          <span>
            {label}
            {note && <small>{note}</small>}
          </span>
          {value && <span class={typeof value === "string" ? "acc" : undefined}>{value}</span>}
        </a>
      ))}
    </>
  );
}
