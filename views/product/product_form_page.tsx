import { productStates } from "~/domain/product/product_state.ts";
import { Field, type Option, Select } from "~/views/_kit/field.tsx";
import { fieldOf, type FormState } from "~/views/_kit/form_state.ts";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { RecordForm } from "~/views/_kit/record_form.tsx";
import { Head, Sheet } from "~/views/_kit/sheet.tsx";
import { CodeAndNames } from "~/views/_kit/tree_record.tsx";
import { AttributeRows, UnitRows } from "./product_form_rows.tsx";
import { productWords } from "./text.ts";

type Props = {
  shell: Shell;
  form: FormState;
  /** Absent: a new one. */
  existing?: { code: string; name: string; version: number };
  isStale?: boolean;
  categories: Option[];
  /** Whether this person sees, and so may write, the cost. */
  showsCost: boolean;
};

export function ProductFormPage(props: Props) {
  const { shell, form, existing, isStale } = props;
  const { lang } = shell;
  const t = productWords(lang);
  const title = existing ? t.editTitle(existing.name) : t.newTitle;
  const back = existing
    ? { href: paths.product(existing.code), label: existing.name }
    : { href: paths.products(), label: t.title };
  const action = existing ? paths.product(existing.code) : paths.products();
  return (
    <Page {...shell} title={title}>
      <Head title={title} back={back} />
      <RecordForm
        action={action}
        form={form}
        version={existing?.version}
        staleHref={isStale && existing ? paths.product(existing.code) : undefined}
        submit={existing ? t.save : t.create}
        lang={lang}
      >
        <What {...props} />
        <Measure {...props} />
        <UnitRows form={form} lang={lang} />
        <AttributeRows form={form} lang={lang} />
      </RecordForm>
    </Page>
  );
}

function What({ shell, form, existing, categories }: Props) {
  const t = productWords(shell.lang);
  const { fields, hints } = t;
  return (
    <Sheet title={t.sections.what}>
      <div class="in set cols">
        <CodeAndNames
          form={form}
          labels={{ ...fields, codeHint: hints.code, nameEnHint: hints.nameEn }}
          isNew={!existing}
        />
        <Field
          {...fieldOf(form, "specification")}
          label={fields.specification}
          hint={hints.specification}
          maxlength={60}
        />
        <Field {...fieldOf(form, "brand")} label={fields.brand} maxlength={60} />
        <Select
          {...fieldOf(form, "categoryCode")}
          label={fields.categoryCode}
          options={categories}
          empty=""
          required
        />
        <Field
          {...fieldOf(form, "barcode")}
          label={fields.barcode}
          hint={hints.barcode}
          inputmode="numeric"
          maxlength={32}
        />
        <Select
          {...fieldOf(form, "state")}
          label={fields.state}
          options={productStates.map((value) => ({ value, label: t.states[value] }))}
        />
      </div>
    </Sheet>
  );
}

function Measure({ shell, form, showsCost }: Props) {
  const t = productWords(shell.lang);
  const { fields, hints } = t;
  return (
    <Sheet title={t.sections.measure}>
      <div class="in set cols">
        <Field
          {...fieldOf(form, "baseUnit")}
          label={fields.baseUnit}
          hint={hints.baseUnit}
          maxlength={12}
          required
        />
        <Field
          {...fieldOf(form, "salesUnit")}
          label={fields.salesUnit}
          hint={hints.salesUnit}
          maxlength={12}
          required
        />
        <Field
          {...fieldOf(form, "taxRateBp")}
          label={`${fields.taxRateBp}/%`}
          hint={hints.taxRate}
          inputmode="decimal"
          required
        />
        <Field
          {...fieldOf(form, "weightGram")}
          label={`${fields.weightGram}/${t.gram}`}
          hint={hints.weight}
          inputmode="numeric"
          required
        />
        {showsCost && (
          <Field
            {...fieldOf(form, "costE4")}
            label={`${fields.costE4}/${t.yuan}`}
            hint={hints.cost}
            inputmode="decimal"
          />
        )}
      </div>
    </Sheet>
  );
}
