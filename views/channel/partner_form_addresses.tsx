import { provinces } from "~/domain/channel/provinces.ts";
import { Checkbox } from "~/views/_kit/choice.tsx";
import { Field, Select } from "~/views/_kit/field.tsx";
import { fieldOf, type FormState } from "~/views/_kit/form_state.ts";
import { FieldSheet } from "~/views/_kit/record_fields.tsx";
import type { Lang } from "~/views/_kit/text.ts";
import { channelWords } from "./text.ts";

type Props = { form: FormState; showsPhone: boolean; lang: Lang };

/** A sheet for each address, and one to write on. */
export function AddressSheets(props: Props) {
  return <>{addressNumbers(props.form).map((at) => <AddressRow {...props} at={at} />)}</>;
}

/** Every address there is, and one to write on. */
function addressNumbers({ values }: FormState): number[] {
  const filled = Object.keys(values).filter((name) => /^addresses\.\d+\.code$/.test(name))
    .filter((name) => values[name]).length;
  return Array.from({ length: filled + 1 }, (_, at) => at);
}

function AddressRow({ form, showsPhone, lang, at }: Props & { at: number }) {
  const t = channelWords(lang);
  const { address } = t;
  const name = (field: string) => `addresses.${at}.${field}`;
  const isNew = !form.values[name("code")];
  const title = isNew ? address.another : `${t.sections.addresses} ${form.values[name("code")]}`;
  const written = fieldOf(form, name("province"));
  const listed = provinces.map(({ zh, en, zone }) => ({
    value: zh,
    label: lang === "zh" ? zh : `${en} (${zone})`,
  }));
  const isListed = written.value === "" || listed.some(({ value }) => value === written.value);
  const options = isListed ? listed : [{ value: written.value, label: written.value }, ...listed];
  return (
    <FieldSheet title={title} aside={at === 0 ? t.hints.addresses : undefined}>
      <Field {...fieldOf(form, name("code"))} label={address.code} maxlength={40} />
      <Field {...fieldOf(form, name("contact"))} label={address.contact} maxlength={60} />
      {showsPhone && (
        <Field
          {...fieldOf(form, name("phone"))}
          label={address.phone}
          type="tel"
          inputmode="tel"
          maxlength={40}
        />
      )}
      <Select
        {...written}
        label={address.province}
        hint={t.hints.province}
        options={options}
        empty=""
      />
      <Field {...fieldOf(form, name("city"))} label={address.city} maxlength={60} />
      <Field {...fieldOf(form, name("street"))} label={address.street} maxlength={120} />
      <Checkbox
        label={address.isDefault}
        name={name("isDefault")}
        checked={form.values[name("isDefault")] === true ||
          form.values[name("isDefault")] === "true"}
      />
      <input type="hidden" name={name("zone")} value={isListed ? "" : zoneOf(form, at)} />
      {!isNew && (
        <Select
          {...fieldOf(form, name("state"))}
          label={address.state}
          options={(["active", "retired"] as const)
            .map((value) => ({ value, label: t.addressStates[value] }))}
        />
      )}
    </FieldSheet>
  );
}

/** A province of ours has its own zone; only a foreign one keeps the zone it was given. */
function zoneOf({ values }: FormState, at: number): string {
  return String(values[`addresses.${at}.zone`] ?? "");
}
