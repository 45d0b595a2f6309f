import type { Reading } from "~/views/_kit/date.tsx";
import { moment } from "~/views/_kit/date.tsx";
import { ErrorSummary, Field, fieldId, Guard } from "~/views/_kit/field.tsx";
import { fieldOf, type FormState, summaryOf } from "~/views/_kit/form_state.ts";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Message } from "~/views/_kit/message.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Duo, Head, In, Sheet } from "~/views/_kit/sheet.tsx";
import { Sum } from "~/views/_kit/sum.tsx";
import type { LinkPurpose } from "~/domain/platform/events.ts";
import type { Role } from "~/domain/platform/rights.ts";
import type { UserState } from "~/domain/platform/user.ts";
import type { InviteChoices } from "./invite_page.tsx";
import {
  AccessFields,
  type Once,
  OnceSheet,
  roleWords,
  type SessionLine,
  Sessions,
  type TokenLine,
  Tokens,
  UserStatus,
} from "./user_parts.tsx";
import { platformWords } from "./text.ts";

export type UserView = {
  id: string;
  login: string;
  name: string;
  state: UserState;
  roles: readonly Role[];
  party: string | null;
  language: "zh" | "en";
  createdAt: string;
  version: number;
  linkPurpose: LinkPurpose;
  isProgram: boolean;
  mayHaveTokens: boolean;
};

export type UserPageProps = {
  shell: Shell;
  reading: Reading;
  user: UserView;
  isYou: boolean;
  mayEdit: boolean;
  access: FormState;
  token: FormState;
  choices: InviteChoices;
  sessions: readonly SessionLine[];
  tokens: readonly TokenLine[];
  /** What was just done, or refused. */
  notice?: { tone: "bad" | "ok"; words: string };
  once?: Once;
};

export function UserPage(props: UserPageProps) {
  const { shell, user, isYou, mayEdit, notice, once } = props;
  const { lang } = shell;
  const t = platformWords(lang);
  return (
    <Page {...shell} title={user.name}>
      <Head
        title={user.name}
        back={{ href: paths.users(), label: t.users }}
        status={<UserStatus state={user.state} lang={lang} />}
        note={isYou && <span class="note">{t.page.you}</span>}
        sub={roleWords(user.roles, lang)}
      />
      {notice && <Message tone={notice.tone} fact={notice.words} alert />}
      <Duo aside={<Aside {...props} />}>
        {once && <OnceSheet once={once} lang={lang} />}
        {mayEdit && <AccessSheet {...props} />}
        <SessionSheet {...props} />
        {(user.mayHaveTokens || props.tokens.length > 0) && <TokenSheet {...props} />}
      </Duo>
    </Page>
  );
}

function AccessSheet({ shell, user, access, choices }: UserPageProps) {
  const { lang } = shell;
  const t = platformWords(lang);
  return (
    <Sheet id="access" title={t.page.access}>
      <form method="post" action={paths.userAccess(user.id)} class="in">
        <ErrorSummary errors={summaryOf(access, fieldId)} lang={lang} />
        <Field {...fieldOf(access, "name")} label={t.invite.name} maxlength={60} required />
        <AccessFields form={access} {...choices} lang={lang} />
        <Guard version={user.version} />
        <p class="acts">
          <button type="submit" class="b go">{t.page.save}</button>
        </p>
      </form>
    </Sheet>
  );
}

function SessionSheet({ shell, user, mayEdit, sessions, reading }: UserPageProps) {
  const t = platformWords(shell.lang);
  return (
    <Sheet id="sessions" title={t.page.sessions}>
      <In>
        <Sessions
          sessions={sessions}
          endPath={mayEdit ? (id) => paths.userSession(user.id, id) : undefined}
          reading={reading}
        />
      </In>
    </Sheet>
  );
}

function TokenSheet({ shell, user, mayEdit, tokens, token, reading }: UserPageProps) {
  const t = platformWords(shell.lang);
  const tokenPaths = {
    issue: paths.userToken(user.id),
    revoke: (id: string) => paths.userToken(user.id, id),
  };
  return (
    <Sheet id="tokens" title={t.page.tokens}>
      <div class="in stack">
        <Tokens
          tokens={tokens}
          paths={mayEdit && user.mayHaveTokens ? tokenPaths : undefined}
          form={token}
          reading={reading}
        />
      </div>
    </Sheet>
  );
}

function Aside(props: UserPageProps) {
  const { shell, user, reading, mayEdit, isYou } = props;
  const t = platformWords(shell.lang);
  const canLink = mayEdit && user.state !== "disabled" && !user.isProgram;
  return (
    <>
      <Sheet title={t.page.facts}>
        <In>
          <Sum
            note
            lines={[
              { label: t.page.loginName, value: user.login },
              { label: t.page.party, value: user.party ?? t.list.house },
              { label: t.page.language, value: t.invite.languages[user.language] },
              { label: t.page.created, value: moment(user.createdAt, reading) },
            ]}
          />
        </In>
      </Sheet>
      {canLink && (
        <Sheet title={t.page.link}>
          <form method="post" action={paths.userLink(user.id)} class="in">
            <p class="note">{t.page.linkHint}</p>
            <button type="submit" class="b">{t.page.issueLink[user.linkPurpose]}</button>
          </form>
        </Sheet>
      )}
      {mayEdit && !isYou && <StateSheet {...props} />}
    </>
  );
}

function StateSheet({ shell, user }: UserPageProps) {
  const t = platformWords(shell.lang).page;
  const isDisabled = user.state === "disabled";
  return (
    <Sheet title={isDisabled ? t.enable : t.disable}>
      <form method="post" action={paths.userState(user.id)} class="in">
        {!isDisabled && <p class="note">{t.disableWhat}</p>}
        <input type="hidden" name="state" value={isDisabled ? "active" : "disabled"} />
        <button type="submit" class="b">
          {isDisabled ? t.enable : t.disableTitle(user.name)}
        </button>
      </form>
    </Sheet>
  );
}
