import { Field } from "~/views/_kit/field.tsx";
import { fieldOf, type FormState } from "~/views/_kit/form_state.ts";
import type { Shell } from "~/views/_kit/layout.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { FieldSheet } from "~/views/_kit/record_fields.tsx";
import { RecordFormPage } from "~/views/_kit/record_form.tsx";
import { policyWords } from "./text.ts";

export type PriceRowPageProps = {
  shell: Shell;
  list: { code: string; name: string; currency: string };
  form: FormState;
  /** Absent for a new row: the key of a row stays as it is. */
  row?: { name: string; what: string; version: number; stale?: boolean };
};

export function PriceRowPage({ shell, list, form, row }: PriceRowPageProps) {
  const { fields, hints, row: t } = policyWords(shell.lang).price;
  const title = row ? t.editTitle : t.title;
  return (
    <RecordFormPage
      {...{ shell, form, title }}
      back={{ href: paths.priceList(list.code), label: list.name }}
      sub={row ? `${row.name} · ${row.what}` : t.change}
      action={paths.priceRow(list.code)}
      version={row?.version}
      staleHref={row?.stale ? paths.priceList(list.code) : undefined}
      submit={row ? t.save : t.create}
    >
      <FieldSheet label={title}>
        {row ? <Key form={form} /> : (
          <>
            <Field {...fieldOf(form, "sku")} label={fields.sku} required />
            <Field {...fieldOf(form, "unit")} label={fields.unit} required />
            <Field
              {...fieldOf(form, "minQuantity")}
              label={fields.minQuantity}
              hint={hints.minQuantity}
              inputmode="numeric"
            />
            <Field
              {...fieldOf(form, "validFrom")}
              type="date"
              label={fields.validFrom}
              hint={hints.validFrom}
              required
            />
          </>
        )}
        <Field
          {...fieldOf(form, "price")}
          label={`${fields.price}/${list.currency}`}
          hint={hints.price}
          inputmode="decimal"
          required
        />
        <Field
          {...fieldOf(form, "validUntil")}
          type="date"
          label={fields.validUntil}
          hint={hints.validUntil}
        />
      </FieldSheet>
    </RecordFormPage>
  );
}

/** What a row is known by travels with the form, unchanged. */
function Key({ form }: { form: FormState }) {
  return (
    <>
      {["sku", "unit", "minQuantity", "validFrom"].map((name) => (
        <input type="hidden" name={name} value={fieldOf(form, name).value} />
      ))}
    </>
  );
}
