import { ErrorSummary, Field, fieldId, Guard, type Option, Select } from "~/views/_kit/field.tsx";
import { fieldOf, type FormState, summaryOf } from "~/views/_kit/form_state.ts";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Message } from "~/views/_kit/message.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Head, Sheet } from "~/views/_kit/sheet.tsx";
import { policyWords } from "./text.ts";

export type PriceListFormProps = {
  shell: Shell;
  form: FormState;
  list?: { code: string; name: string; version: number };
  organisations: Option[];
};

export function PriceListFormPage({ shell, form, list, organisations }: PriceListFormProps) {
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
      <form
        class="form stack"
        method="post"
        action={list ? paths.priceList(list.code) : paths.priceLists()}
      >
        {form.general && <Message tone="bad" fact={form.general} alert />}
        <ErrorSummary errors={summaryOf(form, fieldId)} lang={lang} />
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
        <Guard version={list?.version} />
        <p class="acts">
          <button type="submit" class="b go">{list ? t.save : t.create}</button>
        </p>
      </form>
    </Page>
  );
}
