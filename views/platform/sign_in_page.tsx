import { Door } from "~/views/_kit/door.tsx";
import { Field } from "~/views/_kit/field.tsx";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Message } from "~/views/_kit/message.tsx";
import { paths } from "~/views/_kit/paths.ts";
import type { Role } from "~/domain/platform/rights.ts";
import { platformWords } from "./text.ts";

export type Sample = { login: string; password: string; role: Role; name: string };

export type SignInState = {
  login: string;
  /** Where to go afterwards: a path of ours. */
  back: string;
  refused?: boolean;
  waitSeconds?: number;
  passwordIsSet?: boolean;
  samples: readonly Sample[];
};

export function SignInPage({ shell, state }: { shell: Shell; state: SignInState }) {
  const { lang, brand, here } = shell;
  const t = platformWords(lang).door;
  const { login, back, samples } = state;
  return (
    <Page {...shell} title={t.signIn} bare>
      <Door
        brand={brand}
        action={paths.signIn()}
        title={t.signIn}
        lang={lang}
        here={here}
        help={samples.length > 0 ? <Samples samples={samples} lang={lang} /> : t.noAccount}
      >
        <Outcome state={state} lang={lang} />
        <Field
          label={t.login}
          name="login"
          value={login}
          autocomplete="username"
          maxlength={60}
          required
          autofocus={login === ""}
        />
        <Field
          label={t.password}
          name="password"
          type="password"
          autocomplete="current-password"
          maxlength={200}
          required
          autofocus={login !== ""}
        />
        {back !== "/" && <input type="hidden" name="back" value={back} />}
        <button type="submit" class="b go w">{t.signIn}</button>
      </Door>
    </Page>
  );
}

function Outcome({ state, lang }: { state: SignInState; lang: Shell["lang"] }) {
  const t = platformWords(lang).door;
  if (state.waitSeconds) return <Message tone="warn" fact={t.wait(state.waitSeconds)} alert />;
  if (state.refused) return <Message tone="bad" fact={t.refused} alert />;
  return state.passwordIsSet ? <Message tone="ok" fact={t.passwordIsSet} /> : null;
}

/** Each name is a button of the same form: one click signs in, with or without scripts. */
function Samples({ samples, lang }: { samples: readonly Sample[]; lang: Shell["lang"] }) {
  const t = platformWords(lang);
  return (
    <>
      <p>{t.door.samples(samples[0]!.password)}</p>
      <ul class="docs">
        {samples.map(({ login, name, role }) => (
          <li>
            <button type="submit" class="link" name="sample" value={login} formnovalidate>
              {login}
            </button>
            <span class="q nw">{t.door.sample(name, t.role[role])}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
