import type { Reading } from "~/views/_kit/date.tsx";
import { ErrorSummary, Field, fieldId } from "~/views/_kit/field.tsx";
import { fieldOf, type FormState, summaryOf } from "~/views/_kit/form_state.ts";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Message } from "~/views/_kit/message.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Duo, Head, In, Sheet } from "~/views/_kit/sheet.tsx";
import { Sum } from "~/views/_kit/sum.tsx";
import { Seg } from "~/views/_kit/top_bar.tsx";
import type { Role } from "~/domain/platform/rights.ts";
import {
  type Once,
  OnceSheet,
  roleWords,
  type SessionLine,
  Sessions,
  type TokenLine,
  Tokens,
} from "./user_parts.tsx";
import { platformWords } from "./text.ts";

export type MePageProps = {
  shell: Shell;
  reading: Reading;
  me: { name: string; login: string; roles: readonly Role[]; party: string | null };
  sessions: readonly SessionLine[];
  tokens: readonly TokenLine[];
  password: FormState;
  token: FormState;
  notice?: { tone: "bad" | "ok"; words: string };
  once?: Once;
};

export function MePage(props: MePageProps) {
  const { shell, reading, me, sessions, tokens, token, notice, once } = props;
  const { lang } = shell;
  const t = platformWords(lang);
  const tokenPaths = { issue: paths.myToken(), revoke: (id: string) => paths.myToken(id) };
  return (
    <Page {...shell} title={t.me.title}>
      <Head title={me.name} sub={roleWords(me.roles, lang)} />
      {notice && <Message tone={notice.tone} fact={notice.words} alert />}
      <Duo aside={<Aside {...props} />}>
        {once && <OnceSheet once={once} lang={lang} />}
        <Sheet id="sessions" title={t.me.sessions}>
          <In>
            <Sessions sessions={sessions} endPath={paths.mySession} reading={reading} />
          </In>
        </Sheet>
        <PasswordSheet {...props} />
        <Sheet id="tokens" title={t.me.tokens} aside={t.me.tokensHint}>
          <div class="in stack">
            <Tokens tokens={tokens} paths={tokenPaths} form={token} reading={reading} />
          </div>
        </Sheet>
      </Duo>
    </Page>
  );
}

function PasswordSheet({ shell, password, me }: MePageProps) {
  const { lang } = shell;
  const t = platformWords(lang);
  const field = (name: string) => ({ ...fieldOf(password, name), value: "", maxlength: 200 });
  return (
    <Sheet id="password" title={t.me.password}>
      <form method="post" action={paths.myPassword()} class="in">
        <ErrorSummary errors={summaryOf(password, fieldId)} lang={lang} />
        <div class="set cols">
          <Field
            {...field("current")}
            label={t.me.current}
            type="password"
            autocomplete="current-password"
            required
          />
          <Field
            {...field("password")}
            label={t.door.newPassword}
            hint={t.door.passwordHint}
            type="password"
            autocomplete="new-password"
            required
          />
          <Field
            {...field("again")}
            label={t.door.again}
            type="password"
            autocomplete="new-password"
            required
          />
        </div>
        <input type="hidden" name="username" value={me.login} autocomplete="username" />
        <p class="acts">
          <button type="submit" class="b go">{t.me.change}</button>
        </p>
      </form>
    </Sheet>
  );
}

function Aside({ shell, me }: MePageProps) {
  const t = platformWords(shell.lang);
  const { lang, keys = true } = shell;
  return (
    <>
      <Sheet title={t.page.facts}>
        <In>
          <Sum
            note
            lines={[
              { label: t.page.loginName, value: me.login },
              { label: t.page.party, value: me.party ?? t.list.house },
            ]}
          />
        </In>
      </Sheet>
      <Sheet title={t.me.language}>
        <form method="post" action={paths.preference()} class="in">
          <input type="hidden" name="back" value={paths.me()} />
          <Seg
            label={t.page.language}
            name="lang"
            value={lang}
            options={Object.entries(t.invite.languages)}
          />
          <p>{t.me.keys}</p>
          <Seg
            label={t.me.keys}
            name="keys"
            value={keys ? "on" : "off"}
            options={[["on", t.me.on], ["off", t.me.off]]}
          />
        </form>
      </Sheet>
    </>
  );
}
