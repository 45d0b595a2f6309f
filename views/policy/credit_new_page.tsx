import { Field } from "~/views/_kit/field.tsx";
import { fieldOf, type FormState } from "~/views/_kit/form_state.ts";
import type { Shell } from "~/views/_kit/layout.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { RecordFormPage } from "~/views/_kit/record_form.tsx";
import { Sheet } from "~/views/_kit/sheet.tsx";
import { TermFields } from "./credit_page.tsx";
import { policyWords } from "./text.ts";

export function CreditNewPage({ shell, form }: { shell: Shell; form: FormState }) {
  const { lang } = shell;
  const t = policyWords(lang).credit;
  return (
    <RecordFormPage
      {...{ shell, form }}
      title={t.new}
      back={{ href: paths.credits(), label: t.title }}
      sub={t.termsNote}
      action={paths.credits()}
      submit={t.create}
    >
      <Sheet label={t.terms}>
        <div class="in stack">
          <div class="set cols">
            <Field {...fieldOf(form, "code")} label={t.dealer} hint={t.dealerHint} required />
            <Field {...fieldOf(form, "currency")} label={t.currency} maxlength={3} required />
          </div>
          <TermFields form={form} lang={lang} />
        </div>
      </Sheet>
    </RecordFormPage>
  );
}
