import type { Child } from "hono/jsx";
import { kitWords, type Lang } from "./text.ts";

/** What every field has. `error` takes the hint's place and says what would be right. */
export interface Labelled {
  label: Child;
  name: string;
  /** Unique on the page; made from the name when absent. */
  id?: string;
  hint?: Child;
  error?: Child;
}

/** The id of a field's control: the error summary links to it. */
export function fieldId({ name, id }: { name: string; id?: string }): string {
  return id ?? `f-${name.replace(/[^\w-]+/g, "-")}`;
}

/** aria-invalid and aria-describedby, wired to the note that Note draws. */
export function describe(field: Labelled): Record<string, string | undefined> {
  const id = fieldId(field);
  return {
    "aria-invalid": field.error ? "true" : undefined,
    "aria-describedby": field.error ? `${id}-error` : field.hint ? `${id}-hint` : undefined,
  };
}

/** The hint, or the error in its place. */
export function Note({ field }: { field: Labelled }) {
  const id = fieldId(field);
  if (field.error) return <p class="note bad" id={`${id}-error`}>{field.error}</p>;
  return field.hint ? <p class="note" id={`${id}-hint`}>{field.hint}</p> : null;
}

export interface GuardProps {
  /** Makes a repeated submit the same submit. */
  idempotencyKey?: string;
  /** The row's version when it was read: a stale form is refused, not merged. */
  version?: number;
}

/** The two hidden guards of every writing form. */
export function Guard({ idempotencyKey, version }: GuardProps) {
  return (
    <>
      {idempotencyKey && <input type="hidden" name="idempotency_key" value={idempotencyKey} />}
      {version !== undefined && <input type="hidden" name="version" value={version} />}
    </>
  );
}

export interface FieldError {
  /** The control's id: see fieldId. */
  id: string;
  text: string;
}

interface ErrorSummaryProps {
  errors: FieldError[];
  /** false while the person is still typing: a preview must not take the focus away. */
  focus?: boolean;
  lang: Lang;
}

/** Lists what to fix as links, on top of the form; the first is focused, with or without scripts. */
export function ErrorSummary({ errors, focus = true, lang }: ErrorSummaryProps) {
  if (!errors.length) return null;
  return (
    <div class="msg is-bad" role="alert">
      <b>{kitWords(lang).errorsOnTop(errors.length)}</b>
      {errors.map(({ id, text }, at) => <a href={`#${id}`} autofocus={focus && at === 0}>{text}
      </a>)}
    </div>
  );
}
