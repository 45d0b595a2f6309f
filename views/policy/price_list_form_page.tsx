import { Field, type Option, Select } from "~/views/_kit/field.tsx";
import { fieldOf } from "~/views/_kit/form_state.ts";
import { paths } from "~/views/_kit/paths.ts";
import { CodeAndNames, FieldSheet, PeriodFields } from "~/views/_kit/record_fields.tsx";
import { MasterFormPage, type MasterFormProps } from "~/views/_kit/record_form.tsx";
import { policyWords } from "./text.ts";

type Props = MasterFormProps & { organisations: Option[]; regions: Option[] };

export function PriceListFormPage(props: Props) {
  const { shell, form, existing, organisations, regions } = props;
  const t = policyWords(shell.lang).price;
  const { fields, hints } = t;
  return (
    <MasterFormPage
      {...props}
      words={{ new: t.new, edit: t.editTitle, create: t.create, save: t.save }}
      list={{ href: paths.priceLists(), label: t.title }}
      at={paths.priceList}
      hasPage
    >
      <FieldSheet title={t.sections.what}>
        <CodeAndNames {...{ form, fields, hints }} isNew={!existing} />
        <Field {...fieldOf(form, "currency")} label={fields.currency} maxlength={3} required />
      </FieldSheet>
      <FieldSheet title={t.sections.scope}>
        <p class="note">{hints.scope}</p>
        <Select
          {...fieldOf(form, "organisationCode")}
          label={fields.organisation}
          options={organisations}
          empty={t.allOf}
        />
        <Select
          {...fieldOf(form, "regionCode")}
          label={fields.region}
          hint={hints.region}
          options={regions}
          empty={t.allOf}
        />
        <Field {...fieldOf(form, "channel")} label={fields.channel} hint={hints.channel} />
        <Field {...fieldOf(form, "grade")} label={fields.grade} hint={hints.grade} />
        <Field {...fieldOf(form, "dealerCode")} label={fields.dealer} hint={hints.dealer} />
      </FieldSheet>
      <FieldSheet title={t.sections.when}>
        <PeriodFields {...{ form, fields, hints }} />
      </FieldSheet>
    </MasterFormPage>
  );
}
