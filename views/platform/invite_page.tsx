import { ErrorSummary, Field, fieldId, Select } from "~/views/_kit/field.tsx";
import { fieldOf, type FormState, summaryOf } from "~/views/_kit/form_state.ts";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { FieldSheet } from "~/views/_kit/record_fields.tsx";
import { Head, Sheet } from "~/views/_kit/sheet.tsx";
import type { Role } from "~/domain/platform/rights.ts";
import { AccessFields, type Choice } from "./user_parts.tsx";
import { platformWords } from "./text.ts";

export type InviteChoices = {
  roles: readonly Role[];
  regions: readonly Choice[];
  nodes: readonly Choice[];
  organisations: readonly Choice[];
};

type Props = {
  shell: Shell;
  form: FormState;
  choices: InviteChoices;
  /** A dealer's owner invites for the own dealer; there is nothing to choose. */
  ownDealer: boolean;
};

export function InvitePage({ shell, form, choices, ownDealer }: Props) {
  const { lang } = shell;
  const t = platformWords(lang);
  return (
    <Page {...shell} title={t.invite.title}>
      <Head title={t.invite.title} back={{ href: paths.users(), label: t.users }} />
      <form method="post" action={paths.users()} class="stack form">
        <ErrorSummary errors={summaryOf(form, fieldId)} lang={lang} />
        <Who form={form} lang={lang} />
        {!ownDealer && <Party form={form} organisations={choices.organisations} lang={lang} />}
        <Sheet title={t.page.access}>
          <div class="in stack">
            <AccessFields form={form} {...choices} lang={lang} />
            <p class="acts">
              <button type="submit" class="b go">{t.invite.send}</button>
            </p>
          </div>
        </Sheet>
      </form>
    </Page>
  );
}

function Who({ form, lang }: { form: FormState; lang: Shell["lang"] }) {
  const t = platformWords(lang).invite;
  return (
    <FieldSheet title={t.who}>
      <Field {...fieldOf(form, "name")} label={t.name} maxlength={60} required autofocus />
      <Field
        {...fieldOf(form, "login")}
        label={t.login}
        hint={t.loginHint}
        maxlength={60}
        required
        autocomplete="off"
      />
      <Select
        {...fieldOf(form, "language")}
        label={t.language}
        options={Object.entries(t.languages).map(([value, label]) => ({ value, label }))}
      />
    </FieldSheet>
  );
}

function Party(
  { form, organisations, lang }: {
    form: FormState;
    organisations: readonly Choice[];
    lang: Shell["lang"];
  },
) {
  const t = platformWords(lang).invite;
  return (
    <FieldSheet title={t.party}>
      <p class="note">{t.partyHint}</p>
      <Field {...fieldOf(form, "dealerCode")} label={t.dealerCode} maxlength={40} />
      <Select
        {...fieldOf(form, "organisationCode")}
        label={t.organisation}
        options={[...organisations]}
        empty="—"
      />
    </FieldSheet>
  );
}
