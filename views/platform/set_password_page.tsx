import { Door } from "~/views/_kit/door.tsx";
import { Field } from "~/views/_kit/field.tsx";
import { fieldOf, type FormState } from "~/views/_kit/form_state.ts";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { paths } from "~/views/_kit/paths.ts";
import type { LinkPurpose } from "~/domain/platform/events.ts";
import { platformWords } from "./text.ts";

type Props = {
  shell: Shell;
  purpose: LinkPurpose;
  /** Whom the link was made for. */
  who: { name: string; login: string };
  form: FormState;
};

/** The end of an invitation or a reset: one form, once. It posts to the address it was opened at. */
export function SetPasswordPage({ shell, purpose, who, form }: Props) {
  const { lang, brand, here } = shell;
  const t = platformWords(lang).door;
  return (
    <Page {...shell} title={t[purpose].title} bare>
      <Door brand={brand} action={here} title={t[purpose].title} lang={lang} here={here}>
        <p>{t[purpose].what(who.name, who.login)}</p>
        <Field
          label={t.login}
          name="login"
          value={who.login}
          autocomplete="username"
          readonly
        />
        <Field
          {...fieldOf(form, "password")}
          value=""
          label={t.newPassword}
          hint={t.passwordHint}
          type="password"
          autocomplete="new-password"
          maxlength={200}
          required
          autofocus
        />
        <Field
          {...fieldOf(form, "again")}
          value=""
          label={t.again}
          type="password"
          autocomplete="new-password"
          maxlength={200}
          required
        />
        <button type="submit" class="b go w">{t.setPassword}</button>
      </Door>
    </Page>
  );
}

/** A link that was used, has expired or never was; nobody is told whose it would have been. */
export function ClosedLinkPage({ shell, why }: { shell: Shell; why: string }) {
  const t = platformWords(shell.lang).door;
  return (
    <Page {...shell} title={t.closed.title} bare>
      <section class="trouble">
        <p class="brand">{shell.brand.name}</p>
        <h1>{t.closed.title}</h1>
        <p>{why}</p>
        <p>{t.closed.way}</p>
        <p class="acts">
          <a class="b" href={paths.signIn()}>{t.signIn}</a>
        </p>
      </section>
    </Page>
  );
}
