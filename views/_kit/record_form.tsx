import type { Child } from "hono/jsx";
import { ErrorSummary, fieldId, Guard } from "./field.tsx";
import { type FormState, summaryOf } from "./form_state.ts";
import { Page, type Shell } from "./layout.tsx";
import { Message } from "./message.tsx";
import { Head, type HeadProps } from "./sheet.tsx";
import { kitWords, type Lang } from "./text.ts";

interface FormProps {
  action: string;
  form: FormState;
  /** The version the person has seen; absent: a new record. */
  version?: number;
  /** Somebody else was faster: where the new state stands. */
  staleHref?: string;
  /** Says what happens: 保存商品. */
  submit: string;
  children: Child;
}

interface RecordFormPageProps extends FormProps {
  shell: Shell;
  title: string;
  /** The list or the record this came from. */
  back: HeadProps["back"];
  sub?: Child;
}

/** The page of one form: what is wrong on top, the version it carries, its one filled button. */
export function RecordFormPage({ shell, title, back, sub, ...form }: RecordFormPageProps) {
  return (
    <Page {...shell} title={title}>
      <Head {...{ title, back, sub }} />
      <RecordForm {...form} lang={shell.lang} />
    </Page>
  );
}

function RecordForm(props: FormProps & { lang: Lang }) {
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

/** A record that is edited, at the version the person has seen. */
export interface Existing {
  code: string;
  name: string;
  version: number;
}

/** What the routes of master data give every form page. */
export interface MasterFormProps {
  shell: Shell;
  form: FormState;
  /** Absent: a new one. */
  existing?: Existing;
  /** Somebody saved another version meanwhile. */
  isStale?: boolean;
}

export interface MasterFormPageProps extends MasterFormProps {
  words: { new: string; edit: (name: string) => string; create: string; save: string };
  list: { href: string; label: string };
  /** Where a new one is sent; the list when absent. */
  create?: string;
  /** Where one that exists stands, and where its form is sent. */
  at: (code: string) => string;
  /** Whether one that exists has a page besides this form, to go back to. */
  hasPage?: boolean;
  children: Child;
}

/** The form page of master data: the same page makes a new record and changes one. */
export function MasterFormPage(props: MasterFormPageProps) {
  const { shell, form, existing, isStale, words, list, create, at, hasPage, children } = props;
  if (!existing) {
    return (
      <RecordFormPage
        {...{ shell, form, children, back: list }}
        title={words.new}
        action={create ?? list.href}
        submit={words.create}
      />
    );
  }
  const { code, name, version } = existing;
  const here = at(code);
  return (
    <RecordFormPage
      {...{ shell, form, children, version }}
      title={words.edit(name)}
      back={hasPage ? { href: here, label: name } : list}
      action={here}
      staleHref={isStale ? here : undefined}
      submit={words.save}
    />
  );
}
