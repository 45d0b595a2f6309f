import { creditModes } from "~/domain/policy/credit/credit_terms.ts";
import type { CreditMovementRow, CreditRow } from "~/domain/policy/read_models.ts";
import type { Reading } from "~/views/_kit/date.tsx";
import { ErrorSummary, Field, fieldId, Guard, Select } from "~/views/_kit/field.tsx";
import { fieldOf, type FormState, summaryOf } from "~/views/_kit/form_state.ts";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Message } from "~/views/_kit/message.tsx";
import { Meter } from "~/views/_kit/meter.tsx";
import { Money, money } from "~/views/_kit/money.tsx";
import { named } from "~/views/_kit/named.ts";
import { count, percent } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Pairs } from "~/views/_kit/rows.tsx";
import { Duo, Head, Sheet, Stack } from "~/views/_kit/sheet.tsx";
import { Sum } from "~/views/_kit/sum.tsx";
import { CreditLedger } from "./credit_ledger.tsx";
import { freeMinor } from "./credit_list_page.tsx";
import { policyWords } from "./text.ts";

export type CreditPageProps = {
  shell: Shell;
  reading: Reading;
  account: CreditRow;
  movements: CreditMovementRow[];
  newer?: string;
  older?: string;
  /** Absent where the reader may not change the terms. */
  form?: FormState;
  isDealer: boolean;
};

export function CreditPage(props: CreditPageProps) {
  const { shell, account, isDealer, form } = props;
  const { lang } = shell;
  const t = policyWords(lang).credit;
  const name = named(account, lang);
  return (
    <Page {...shell} title={`${t.title} · ${name}`}>
      <Head
        title={name}
        back={isDealer ? undefined : { href: paths.credits(), label: t.title }}
        note={<span class="note">{t.title}</span>}
        sub={`${account.dealer} · ${account.currency}`}
      />
      <Stack>
        <Duo aside={<Use {...props} />}>
          {form ? <Terms {...props} form={form} /> : <TermsInWords {...props} />}
        </Duo>
        <CreditLedger {...props} />
      </Stack>
    </Page>
  );
}

function Use({ shell, account }: CreditPageProps) {
  const { lang } = shell;
  const t = policyWords(lang).credit;
  const { currency, limitMinor, openOrderMinor, receivableMinor, overdueMinor } = account;
  const used = openOrderMinor + receivableMinor;
  const free = freeMinor(account);
  const label = free < 0
    ? t.overBy(money(-free, { currency, mark: true }))
    : t.usedOf(percent(limitMinor > 0 ? Math.round((used * 10_000) / limitMinor) : 0));
  const figure = (minor: number) => <Money minor={minor} currency={currency} />;
  return (
    <Sheet title={t.used} aside={label}>
      <div class="in stack">
        <Meter had={Math.max(0, used)} whole={limitMinor} label={label} />
        <Sum
          lines={[
            { label: t.limit, value: figure(limitMinor) },
            { label: t.inOrders, value: figure(-openOrderMinor || 0) },
            { label: t.receivable, value: figure(-receivableMinor || 0) },
          ]}
          total={{
            label: t.available,
            value: <Money minor={free} currency={currency} mark />,
          }}
          after={overdueMinor > 0
            ? [{ label: t.overdueAmount, value: <span class="bad">{figure(overdueMinor)}</span> }]
            : []}
        />
      </div>
    </Sheet>
  );
}

function TermsInWords({ shell, account }: CreditPageProps) {
  const t = policyWords(shell.lang).credit;
  return (
    <Sheet title={t.terms}>
      <Pairs
        pairs={[
          { label: t.term, value: t.days(count(account.termDays)) },
          { label: t.overLimit, value: t.modes[account.overLimit] },
          { label: t.whenOverdue, value: t.modes[account.overdue] },
        ]}
      />
    </Sheet>
  );
}

function Terms({ shell, account, form }: CreditPageProps & { form: FormState }) {
  const { lang } = shell;
  const t = policyWords(lang).credit;
  return (
    <Sheet title={t.terms} aside={t.termsNote}>
      <form method="post" action={paths.credit(account.dealer)} class="in">
        {form.general && <Message tone="bad" fact={form.general} alert />}
        <ErrorSummary errors={summaryOf(form, fieldId)} lang={lang} />
        <input type="hidden" name="currency" value={account.currency} />
        <TermFields form={form} currency={account.currency} lang={lang} />
        <Guard version={account.version} />
        <p class="acts">
          <button type="submit" class="b go">{t.save}</button>
        </p>
      </form>
    </Sheet>
  );
}

type TermFieldsProps = { form: FormState; currency?: string; lang: Shell["lang"] };

export function TermFields({ form, currency, lang }: TermFieldsProps) {
  const t = policyWords(lang).credit;
  const modes = creditModes.map((mode) => ({ value: mode, label: t.modes[mode] }));
  return (
    <div class="set cols">
      <Field
        {...fieldOf(form, "limit")}
        label={currency ? `${t.limit}/${currency}` : t.limit}
        hint={t.limitHint}
        inputmode="decimal"
        required
      />
      <Field
        {...fieldOf(form, "termDays")}
        label={t.term}
        hint={t.termHint}
        inputmode="numeric"
        required
      />
      <Select {...fieldOf(form, "overLimit")} label={t.overLimit} options={modes} />
      <Select {...fieldOf(form, "overdue")} label={t.whenOverdue} options={modes} />
    </div>
  );
}
