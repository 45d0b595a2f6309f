import { Field, type Option, Select } from "~/views/_kit/field.tsx";
import { fieldOf, type FormState } from "~/views/_kit/form_state.ts";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { RecordForm } from "~/views/_kit/record_form.tsx";
import { Head, Sheet } from "~/views/_kit/sheet.tsx";
import { policyWords } from "./text.ts";

export type PriceListFormProps = {
  shell: Shell;
  form: FormState;
  list?: { code: string; name: string; version: number; stale?: boolean };
  organisations: Option[];
  regions: Option[];
};

export function PriceListFormPage(props: PriceListFormProps) {
  const { shell, form, list, organisations, regions } = props;
  const { lang } = shell;
  const t = policyWords(lang).price;
  const { fields, hints } = t;
  const title = list ? t.editTitle(list.name) : t.new;
  const back = list
    ? { href: paths.priceList(list.code), label: list.name }
    : { href: paths.priceLists(), label: t.title };
  return (
    <Page {...shell} title={title}>
      <Head title={title} back={back} />
      <RecordForm
        action={list ? paths.priceList(list.code) : paths.priceLists()}
        form={form}
        version={list?.version}
        staleHref={list?.stale ? paths.editPriceList(list.code) : undefined}
        submit={list ? t.save : t.create}
        lang={lang}
      >
        <Sheet title={t.sections.what}>
          <div class="in set cols">
            {!list && (
              <Field {...fieldOf(form, "code")} label={fields.code} hint={hints.code} required />
            )}
            <Field {...fieldOf(form, "nameZh")} label={fields.nameZh} required />
            <Field {...fieldOf(form, "nameEn")} label={fields.nameEn} hint={hints.nameEn} />
            <Field {...fieldOf(form, "currency")} label={fields.currency} maxlength={3} required />
          </div>
        </Sheet>
        <Sheet title={t.sections.scope}>
          <div class="in set cols">
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
          </div>
        </Sheet>
        <Sheet title={t.sections.when}>
          <div class="in set cols">
            <Field
              {...fieldOf(form, "validFrom")}
              type="date"
              label={fields.validFrom}
              hint={hints.validFrom}
              required
            />
            <Field
              {...fieldOf(form, "validUntil")}
              type="date"
              label={fields.validUntil}
              hint={hints.validUntil}
            />
          </div>
        </Sheet>
      </RecordForm>
    </Page>
  );
}
