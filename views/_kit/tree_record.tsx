import type { Child } from "hono/jsx";
import { Field, type Option, Select } from "./field.tsx";
import { fieldOf, type FormState } from "./form_state.ts";
import { Page, type Shell } from "./layout.tsx";
import { RecordForm } from "./record_form.tsx";
import { Head, Sheet } from "./sheet.tsx";

export interface NameLabels {
  code: string;
  codeHint?: string;
  nameZh: string;
  nameEn: string;
  nameEnHint: string;
}

interface CodeAndNamesProps {
  form: FormState;
  labels: NameLabels;
  /** A code once given stays. */
  isNew: boolean;
}

/** The three fields every record begins with. */
export function CodeAndNames({ form, labels, isNew }: CodeAndNamesProps) {
  return (
    <>
      <Field
        {...fieldOf(form, "code")}
        label={labels.code}
        hint={labels.codeHint}
        maxlength={40}
        readonly={!isNew}
        required
      />
      <Field {...fieldOf(form, "nameZh")} label={labels.nameZh} maxlength={120} required />
      <Field
        {...fieldOf(form, "nameEn")}
        label={labels.nameEn}
        hint={labels.nameEnHint}
        maxlength={120}
      />
    </>
  );
}

export interface TreeRecordProps {
  shell: Shell;
  form: FormState;
  existing?: { code: string; version: number };
  isStale?: boolean;
  parents: Option[];
}

interface TreeFormProps extends TreeRecordProps {
  title: string;
  back: { href: string; label: string };
  /** Where a new one is sent, and where one that exists stands. */
  action: { create: string; existing: (code: string) => string };
  submit: string;
  labels: NameLabels & { parent: string; root: string };
  /** Further fields. */
  children?: Child;
}

/** The form of a record that stands in a tree: its names, what it stands under, and what else it has. */
export function TreeForm(props: TreeFormProps) {
  const { shell, form, existing, isStale, parents, title, back, action, submit, labels } = props;
  const here = existing && action.existing(existing.code);
  return (
    <Page {...shell} title={title}>
      <Head title={title} back={back} />
      <RecordForm
        action={here ?? action.create}
        form={form}
        version={existing?.version}
        staleHref={isStale ? here : undefined}
        submit={submit}
        lang={shell.lang}
      >
        <Sheet label={title}>
          <div class="in set cols">
            <CodeAndNames form={form} labels={labels} isNew={!existing} />
            <Select
              {...fieldOf(form, "parentCode")}
              label={labels.parent}
              options={parents}
              empty={labels.root}
            />
            {props.children}
          </div>
        </Sheet>
      </RecordForm>
    </Page>
  );
}
