import { productStates } from "~/domain/product/product_state.ts";
import { Field, type Option, Select } from "~/views/_kit/field.tsx";
import { fieldOf } from "~/views/_kit/form_state.ts";
import { paths } from "~/views/_kit/paths.ts";
import { CodeAndNames, FieldSheet } from "~/views/_kit/record_fields.tsx";
import { MasterFormPage, type MasterFormProps } from "~/views/_kit/record_form.tsx";
import { AttributeRows, UnitRows } from "./product_form_rows.tsx";
import { productWords } from "./text.ts";

type Props = MasterFormProps & {
  categories: Option[];
  /** Whether this person sees, and so may write, the cost. */
  showsCost: boolean;
};

export function ProductFormPage(props: Props) {
  const { shell, form } = props;
  const { lang } = shell;
  const t = productWords(lang);
  return (
    <MasterFormPage
      {...props}
      words={{ new: t.newTitle, edit: t.editTitle, create: t.create, save: t.save }}
      list={{ href: paths.products(), label: t.title }}
      at={paths.product}
      hasPage
    >
      <What {...props} />
      <Measure {...props} />
      <UnitRows form={form} lang={lang} />
      <AttributeRows form={form} lang={lang} />
    </MasterFormPage>
  );
}

function What({ shell, form, existing, categories }: Props) {
  const t = productWords(shell.lang);
  const { fields, hints } = t;
  return (
    <FieldSheet title={t.sections.what}>
      <CodeAndNames {...{ form, fields, hints }} isNew={!existing} />
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
    </FieldSheet>
  );
}

function Measure({ shell, form, showsCost }: Props) {
  const t = productWords(shell.lang);
  const { fields, hints } = t;
  return (
    <FieldSheet title={t.sections.measure}>
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
    </FieldSheet>
  );
}
