import { partnerFunctions, type PartnerKind } from "~/domain/channel/partner.ts";
import { provinces } from "~/domain/channel/provinces.ts";
import { Checkbox, Fieldset } from "~/views/_kit/choice.tsx";
import { Field, type Option, Select } from "~/views/_kit/field.tsx";
import { fieldOf, type FormState, isChosen } from "~/views/_kit/form_state.ts";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { RecordForm } from "~/views/_kit/record_form.tsx";
import { Head, Sheet } from "~/views/_kit/sheet.tsx";
import { CodeAndNames } from "~/views/_kit/tree_record.tsx";
import { nameLabels } from "./channel_parts.tsx";
import { channelWords } from "./text.ts";

type Props = {
  shell: Shell;
  form: FormState;
  kind: PartnerKind;
  /** Absent: a new one. */
  existing?: { code: string; name: string; version: number };
  isStale?: boolean;
  organisations: Option[];
  regions: Option[];
  pools: Option[];
  showsPhone: boolean;
};

export function PartnerFormPage(props: Props) {
  const { shell, form, kind, existing, isStale } = props;
  const { lang } = shell;
  const t = channelWords(lang);
  const title = existing ? t.editTitle(existing.name) : t.newOf[kind];
  const back = existing
    ? { href: paths.partner(existing.code), label: existing.name }
    : { href: paths.partners({ kind }), label: t.partners };
  return (
    <Page {...shell} title={title}>
      <Head title={title} back={back} />
      <RecordForm
        action={existing ? paths.partner(existing.code) : paths.partners()}
        form={form}
        version={existing?.version}
        staleHref={isStale && existing ? paths.partner(existing.code) : undefined}
        submit={existing ? t.save : t.createOf[kind]}
        lang={lang}
      >
        <input type="hidden" name="kind" value={kind} />
        <Who {...props} />
        <Where {...props} />
        <Does {...props} />
        {addressNumbers(form).map((at) => <AddressRow {...props} at={at} />)}
      </RecordForm>
    </Page>
  );
}

function Who({ shell, form, existing, showsPhone }: Props) {
  const t = channelWords(shell.lang);
  const { fields } = t;
  const states = (["active", "suspended"] as const)
    .map((value) => ({ value, label: t.states[value] }));
  return (
    <Sheet title={t.sections.who}>
      <div class="in set cols">
        <CodeAndNames form={form} labels={nameLabels(t)} isNew={!existing} />
        {showsPhone && (
          <Field
            {...fieldOf(form, "phone")}
            label={fields.phone}
            type="tel"
            inputmode="tel"
            maxlength={40}
          />
        )}
        <Select {...fieldOf(form, "state")} label={fields.state} options={states} />
      </div>
    </Sheet>
  );
}

function Where({ shell, form, kind, organisations, regions, pools }: Props) {
  const t = channelWords(shell.lang);
  const { fields, hints } = t;
  const hasParent = kind === "dealer" || kind === "store";
  return (
    <Sheet title={t.sections.where}>
      <div class="in set cols">
        <Select
          {...fieldOf(form, "organisationCode")}
          label={fields.organisationCode}
          options={organisations}
          empty=""
          required
        />
        <Select
          {...fieldOf(form, "regionCode")}
          label={fields.regionCode}
          options={regions}
          empty=""
          required
        />
        {hasParent
          ? (
            <Field
              {...fieldOf(form, "parentCode")}
              label={fields.parentCode}
              hint={hints.parentCode}
              maxlength={40}
            />
          )
          : <input type="hidden" name="parentCode" value="" />}
        <Select
          {...fieldOf(form, "poolCode")}
          label={fields.poolCode}
          hint={hints.poolCode}
          options={pools}
          empty={t.none}
        />
        <Field {...fieldOf(form, "grade")} label={fields.grade} hint={hints.grade} maxlength={60} />
      </div>
    </Sheet>
  );
}

function Does({ shell, form }: Props) {
  const t = channelWords(shell.lang);
  const { fields, hints } = t;
  return (
    <Sheet title={t.sections.does}>
      <div class="in set cols">
        <Fieldset legend={fields.functions} id="functions">
          {partnerFunctions.map((value) => (
            <Checkbox
              label={t.functions[value]}
              name="functions[]"
              id={`f-functions-${value}`}
              value={value}
              checked={isChosen(form, "functions", value)}
            />
          ))}
        </Fieldset>
        <Field {...fieldOf(form, "currency")} label={fields.currency} maxlength={3} required />
        <Field
          {...fieldOf(form, "approvalLimitMinor")}
          label={fields.approvalLimitMinor}
          hint={hints.approvalLimit}
          inputmode="decimal"
        />
      </div>
    </Sheet>
  );
}

/** Every address there is, and one to write on. */
function addressNumbers({ values }: FormState): number[] {
  const filled = Object.keys(values).filter((name) => /^addresses\.\d+\.code$/.test(name))
    .filter((name) => values[name]).length;
  return Array.from({ length: filled + 1 }, (_, at) => at);
}

function AddressRow({ shell, form, showsPhone, at }: Props & { at: number }) {
  const { lang } = shell;
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
    <Sheet title={title} aside={at === 0 ? t.hints.addresses : undefined}>
      <div class="in set cols">
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
      </div>
    </Sheet>
  );
}

/** A province of ours has its own zone; only a foreign one keeps the zone it was given. */
function zoneOf({ values }: FormState, at: number): string {
  return String(values[`addresses.${at}.zone`] ?? "");
}
