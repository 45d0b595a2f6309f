import type { Child } from "hono/jsx";
import { type Option, Select } from "./field.tsx";
import { fieldOf } from "./form_state.ts";
import { CodeAndNames, FieldSheet, type NameWords } from "./record_fields.tsx";
import { MasterFormPage, type MasterFormPageProps, type MasterFormProps } from "./record_form.tsx";

export interface TreeFormProps extends MasterFormProps {
  /** All of the tree; it cannot stand under itself. */
  parents: Option[];
}

interface TreeFormPageProps extends TreeFormProps, NameWords {
  words: MasterFormPageProps["words"] & { parent: string; root: string };
  list: MasterFormPageProps["list"];
  at: MasterFormPageProps["at"];
  /** Further fields. */
  children?: Child;
}

/** The form page of a record that stands in a tree: its names, what it stands under, what else it has. */
export function TreeFormPage(props: TreeFormPageProps) {
  const { form, existing, parents, words, list, fields, hints, children } = props;
  return (
    <MasterFormPage {...props}>
      <FieldSheet label={list.label}>
        <CodeAndNames {...{ form, fields, hints }} isNew={!existing} />
        <Select
          {...fieldOf(form, "parentCode")}
          label={words.parent}
          options={parents.filter(({ value }) => value !== existing?.code)}
          empty={words.root}
        />
        {children}
      </FieldSheet>
    </MasterFormPage>
  );
}
