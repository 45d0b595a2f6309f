import { ErrorSummary, Field, fieldId } from "~/views/_kit/field.tsx";
import { fieldOf, type FormState, summaryOf } from "~/views/_kit/form_state.ts";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Message } from "~/views/_kit/message.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Head, Sheet } from "~/views/_kit/sheet.tsx";
import { TermFields } from "./credit_page.tsx";
import { policyWords } from "./text.ts";

export function CreditNewPage({ shell, form }: { shell: Shell; form: FormState }) {
  const { lang } = shell;
  const t = policyWords(lang).credit;
  return (
    <Page {...shell} title={t.new}>
      <Head title={t.new} back={{ href: paths.credits(), label: t.title }} sub={t.termsNote} />
      <form class="form stack" method="post" action={paths.credits()}>
        {form.general && <Message tone="bad" fact={form.general} alert />}
        <ErrorSummary errors={summaryOf(form, fieldId)} lang={lang} />
        <Sheet label={t.terms}>
          <div class="in stack">
            <div class="set cols">
              <Field
                {...fieldOf(form, "code")}
                label={t.dealer}
                hint={t.dealerHint}
                required
              />
              <Field {...fieldOf(form, "currency")} label={t.currency} maxlength={3} required />
            </div>
            <TermFields form={form} lang={lang} />
          </div>
        </Sheet>
        <p class="acts">
          <button type="submit" class="b go">{t.create}</button>
        </p>
      </form>
    </Page>
  );
}
