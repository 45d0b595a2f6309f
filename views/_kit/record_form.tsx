import type { Child } from "hono/jsx";
import { ErrorSummary, fieldId, Guard } from "./field.tsx";
import { type FormState, summaryOf } from "./form_state.ts";
import { Message } from "./message.tsx";
import { kitWords, type Lang } from "./text.ts";

interface RecordFormProps {
  action: string;
  form: FormState;
  /** The version the person has seen; absent: a new record. */
  version?: number;
  /** Somebody else was faster: where the new state stands. */
  staleHref?: string;
  /** Says what happens: 保存商品. */
  submit: string;
  lang: Lang;
  children: Child;
}

/** The form of one record: what is wrong on top, the version it carries, its one filled button. */
export function RecordForm(props: RecordFormProps) {
  const { action, form, version, staleHref, submit, lang, children } = props;
  const t = kitWords(lang);
  return (
    <form method="post" action={action} class="stack form">
      {staleHref && (
        <Message tone="bad" fact={t.stale} alert>
          <a href={staleHref}>{t.staleWay}</a>
        </Message>
      )}
      {!staleHref && form.general && <Message tone="bad" fact={form.general} alert />}
      <ErrorSummary errors={summaryOf(form, fieldId)} lang={lang} />
      <Guard version={version} />
      {children}
      <p class="acts">
        <button type="submit" class="b go">{submit}</button>
      </p>
    </form>
  );
}
