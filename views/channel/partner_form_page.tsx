import { partnerFunctions, type PartnerKind } from "~/domain/channel/partner.ts";
import { Checkbox, Fieldset } from "~/views/_kit/choice.tsx";
import { Field, type Option, Select } from "~/views/_kit/field.tsx";
import { fieldOf, isChosen } from "~/views/_kit/form_state.ts";
import { paths } from "~/views/_kit/paths.ts";
import { CodeAndNames, FieldSheet } from "~/views/_kit/record_fields.tsx";
import { MasterFormPage, type MasterFormProps } from "~/views/_kit/record_form.tsx";
import { AddressSheets } from "./partner_form_addresses.tsx";
import { channelWords } from "./text.ts";

type Props = MasterFormProps & {
  kind: PartnerKind;
  organisations: Option[];
  regions: Option[];
  pools: Option[];
  showsPhone: boolean;
};

export function PartnerFormPage(props: Props) {
  const { shell, form, kind, showsPhone } = props;
  const t = channelWords(shell.lang);
  return (
    <MasterFormPage
      {...props}
      words={{ new: t.newOf[kind], edit: t.editTitle, create: t.createOf[kind], save: t.save }}
      list={{ href: paths.partners({ kind }), label: t.partners }}
      create={paths.partners()}
      at={paths.partner}
      hasPage
    >
      <input type="hidden" name="kind" value={kind} />
      <Who {...props} />
      <Where {...props} />
      <Does {...props} />
      <AddressSheets form={form} showsPhone={showsPhone} lang={shell.lang} />
    </MasterFormPage>
  );
}

function Who({ shell, form, existing, showsPhone }: Props) {
  const t = channelWords(shell.lang);
  const { fields, hints } = t;
  const states = (["active", "suspended"] as const)
    .map((value) => ({ value, label: t.states[value] }));
  return (
    <FieldSheet title={t.sections.who}>
      <CodeAndNames {...{ form, fields, hints }} isNew={!existing} />
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
    </FieldSheet>
  );
}

function Where({ shell, form, kind, organisations, regions, pools }: Props) {
  const t = channelWords(shell.lang);
  const { fields, hints } = t;
  const hasParent = kind === "dealer" || kind === "store";
  return (
    <FieldSheet title={t.sections.where}>
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
    </FieldSheet>
  );
}

function Does({ shell, form }: Props) {
  const t = channelWords(shell.lang);
  const { fields, hints } = t;
  return (
    <FieldSheet title={t.sections.does}>
      <Fieldset legend={fields.functions} id="functions" hint={hints.functions} columns>
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
    </FieldSheet>
  );
}
