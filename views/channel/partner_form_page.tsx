import { partnerFunctions, type PartnerKind } from "~/domain/channel/partner.ts";
import { Checkbox, Fieldset } from "~/views/_kit/choice.tsx";
import { Field, type Option, Select } from "~/views/_kit/field.tsx";
import { fieldOf, type FormState, isChosen } from "~/views/_kit/form_state.ts";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { RecordForm } from "~/views/_kit/record_form.tsx";
import { Head, Sheet } from "~/views/_kit/sheet.tsx";
import { CodeAndNames } from "~/views/_kit/tree_record.tsx";
import { nameLabels } from "./channel_parts.tsx";
import { AddressSheets } from "./partner_form_addresses.tsx";
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
        <AddressSheets form={form} showsPhone={props.showsPhone} lang={lang} />
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
        <Fieldset legend={fields.functions} id="functions" hint={hints.functions}>
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
