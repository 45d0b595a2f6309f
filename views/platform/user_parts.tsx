import { Checkbox, Fieldset } from "~/views/_kit/choice.tsx";
import { moment, type Reading, When } from "~/views/_kit/date.tsx";
import { Field } from "~/views/_kit/field.tsx";
import { fieldOf, type FormState, isChosen } from "~/views/_kit/form_state.ts";
import { In, Sheet } from "~/views/_kit/sheet.tsx";
import { Status } from "~/views/_kit/status.tsx";
import { kitWords, type Lang } from "~/views/_kit/text.ts";
import type { Role } from "~/domain/platform/rights.ts";
import type { UserState } from "~/domain/platform/user.ts";
import { platformWords } from "./text.ts";

const stages = { invited: "p1", active: "p4", disabled: "void" } as const;

export function UserStatus({ state, lang }: { state: UserState; lang: Lang }) {
  return <Status stage={stages[state]}>{platformWords(lang).state[state]}</Status>;
}

export function roleWords(roles: readonly Role[], lang: Lang): string {
  const t = platformWords(lang);
  return roles.map((role) => t.role[role]).join(kitWords(lang).listComma);
}

/** A choice of several: regions or nodes by their codes. */
export type Choice = { value: string; label: string };

type AccessFieldsProps = {
  form: FormState;
  roles: readonly Role[];
  regions: readonly Choice[];
  nodes: readonly Choice[];
  lang: Lang;
};

/** Roles and the places they are bound to; a dealer's people are bound to nothing but the dealer. */
export function AccessFields({ form, roles, regions, nodes, lang }: AccessFieldsProps) {
  const t = platformWords(lang);
  return (
    <>
      <Fieldset legend={t.invite.roles} id="f-roles" error={form.errors.roles} columns>
        {roles.map((role) => (
          <Checkbox
            label={
              <>
                {t.role[role]}
                <small class="q">{t.roleHint[role]}</small>
              </>
            }
            name="roles[]"
            id={`f-role-${role}`}
            value={role}
            checked={isChosen(form, "roles", role)}
          />
        ))}
      </Fieldset>
      <Many
        legend={t.invite.regions}
        hint={t.invite.regionsHint}
        {...{ form, name: "regionCodes", choices: regions }}
      />
      <Many
        legend={t.invite.nodes}
        hint={t.invite.nodesHint}
        {...{ form, name: "nodeCodes", choices: nodes }}
      />
    </>
  );
}

type ManyProps = {
  legend: string;
  hint: string;
  form: FormState;
  name: string;
  choices: readonly Choice[];
};

function Many({ legend, hint, form, name, choices }: ManyProps) {
  if (choices.length === 0) return null;
  return (
    <Fieldset legend={legend} id={`f-${name}`} hint={hint} error={form.errors[name]} columns>
      {choices.map(({ value, label }) => (
        <Checkbox
          label={label}
          name={`${name}[]`}
          id={`f-${name}-${value}`}
          value={value}
          checked={isChosen(form, name, value)}
        />
      ))}
    </Fieldset>
  );
}

/** What is shown once and never again: a link or a token. */
export type Once =
  | { kind: "link"; name: string; value: string; until: string }
  | { kind: "token"; name: string; value: string };

export function OnceSheet({ once, lang }: { once: Once; lang: Lang }) {
  const t = platformWords(lang).once;
  const title = once.kind === "link" ? t.link(once.name) : t.token(once.name);
  const label = once.kind === "link" ? t.address : t.secret;
  const hint = once.kind === "link" ? t.linkHint(once.until) : t.tokenHint;
  return (
    <Sheet id="once" title={title}>
      <In>
        <Field label={label} name="once" value={once.value} hint={hint} readonly autofocus />
      </In>
    </Sheet>
  );
}

export type SessionLine = {
  id: string;
  createdAt: string;
  seenAt: string;
  address: string;
  agent: string;
  /** The one this page was asked with. */
  isThis?: boolean;
};

/** The devices somebody is signed in on, each with its way out. */
export function Sessions(
  { sessions, endPath, reading }: {
    sessions: readonly SessionLine[];
    /** Absent where the reader may not end them. */
    endPath?: (id: string) => string;
    reading: Reading;
  },
) {
  const t = platformWords(reading.lang);
  if (sessions.length === 0) return <p class="q">{t.page.noSessions}</p>;
  return (
    <ul class="docs">
      {sessions.map(({ id, createdAt, seenAt, address, agent, isThis }) => (
        <li>
          <span>
            {deviceOf(agent) ?? t.session.unknown} <span class="q">{address}</span>
            {isThis && <b>{` ${t.me.thisOne}`}</b>}
            <br />
            <small class="q">
              {t.session.since(moment(createdAt, reading))}
              {kitWords(reading.lang).comma}
              {t.session.seen(moment(seenAt, reading))}
            </small>
          </span>
          {endPath && !isThis && (
            <form method="post" action={endPath(id)}>
              <button type="submit" class="b s">{t.page.endSession}</button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Browser and system in two words; the rest of the header says nothing to a person. */
export function deviceOf(agent: string): string | null {
  const browser = /Edg\//.test(agent)
    ? "Edge"
    : /MicroMessenger/.test(agent)
    ? "微信"
    : /Firefox\//.test(agent)
    ? "Firefox"
    : /Chrome\//.test(agent)
    ? "Chrome"
    : /Safari\//.test(agent)
    ? "Safari"
    : null;
  const system = /Android/.test(agent)
    ? "Android"
    : /iPhone|iPad/.test(agent)
    ? "iOS"
    : /Windows/.test(agent)
    ? "Windows"
    : /Mac OS/.test(agent)
    ? "macOS"
    : /Linux/.test(agent)
    ? "Linux"
    : null;
  return browser && system ? `${browser} · ${system}` : browser ?? system;
}

export type TokenLine = { id: string; name: string; createdAt: string };

type TokensProps = {
  tokens: readonly TokenLine[];
  /** Absent where the reader may neither issue nor revoke. */
  paths?: { issue: string; revoke: (id: string) => string };
  form: FormState;
  reading: Reading;
};

export function Tokens({ tokens, paths, form, reading }: TokensProps) {
  const t = platformWords(reading.lang).token;
  return (
    <>
      {tokens.length === 0 ? <p class="q">{t.none}</p> : (
        <ul class="docs">
          {tokens.map(({ id, name, createdAt }) => (
            <li>
              <span>
                {name}{" "}
                <small class="q">
                  <When at={createdAt} as="moment" reading={reading} />
                </small>
              </span>
              {paths && (
                <form method="post" action={paths.revoke(id)}>
                  <button type="submit" class="b s">{t.revoke}</button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {paths && (
        <form method="post" action={paths.issue}>
          <Field
            {...fieldOf(form, "tokenName")}
            label={t.name}
            hint={t.nameHint}
            maxlength={60}
            required
            autocomplete="off"
            beside={<button type="submit" class="b">{t.issue}</button>}
          />
        </form>
      )}
    </>
  );
}
