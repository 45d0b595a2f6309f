import { z } from "zod";
import { listSessions, listTokens } from "~/db/platform/credentials.ts";
import { loadUserPage } from "~/db/platform/user_list.ts";
import { loadUser } from "~/db/platform/users.ts";
import { Secret } from "~/domain/_kernel/secret.ts";
import { issueToken, revokeToken } from "~/domain/platform/issue_token.ts";
import { endSessions } from "~/domain/platform/session.ts";
import { changePassword } from "~/domain/platform/set_password.ts";
import { goTo, html } from "~/routes/_entry/answer.ts";
import type { AnyCtx } from "~/routes/_entry/context.ts";
import type { BadInput } from "~/routes/_entry/errors.ts";
import { refusedForm, stoppedForm } from "~/routes/_entry/form_state.ts";
import { route } from "~/routes/_entry/route.ts";
import { newToken } from "~/routes/_entry/session.ts";
import { type FormState, freshForm } from "~/views/_kit/form_state.ts";
import { paths } from "~/views/_kit/paths.ts";
import { MePage, type MePageProps } from "~/views/platform/me_page.tsx";
import { texts } from "~/views/text.ts";
import { NewPassword } from "./password_form.ts";
import { takeTurn } from "./throttle.ts";
import { TooMany } from "~/routes/_entry/errors.ts";
import { TokenName } from "./user_forms.ts";
import { loadTokenFacts } from "./user.tsx";

type Shown = Partial<Pick<MePageProps, "password" | "token" | "notice" | "once">>;

const own = { resource: "self", action: "edit" } as const;

async function showMe(ctx: AnyCtx, shown: Shown = {}, status = 200): Promise<Response> {
  const { lang, now, principal } = ctx;
  const { userId, credential } = principal;
  const reader = ctx.readerFor("self", "read");
  const page = await loadUserPage(reader, userId);
  return html(
    <MePage
      shell={ctx.shell}
      reading={{ lang, now }}
      me={{ ...page, party: lang === "zh" ? page.partyZh : page.partyEn }}
      sessions={listSessions(reader, userId).map((row) => ({
        ...row,
        isThis: row.id === credential.id,
      }))}
      tokens={listTokens(reader, userId)}
      password={shown.password ?? freshForm()}
      token={shown.token ?? freshForm()}
      notice={shown.notice}
      once={shown.once}
    />,
    status,
  );
}

export const me = route({
  method: "GET",
  path: "/me",
  resource: "self",
  action: "read",
  query: z.object({ changed: z.string().optional() }),
  handle: (ctx) => {
    const words = texts(ctx.lang).platform.me.changed;
    return showMe(ctx, ctx.query.changed ? { notice: { tone: "ok", words } } : {});
  },
});

const PasswordChange = z.object({ current: z.string().min(1).max(200) }).and(NewPassword);

/** A password is the one thing that is not given back as it was typed. */
function emptied(input: BadInput, lang: AnyCtx["lang"]): FormState {
  return { ...stoppedForm(input, lang), values: {} };
}

export const myPassword = route({
  method: "POST",
  path: "/me/password",
  ...own,
  form: PasswordChange,
  limitBytes: 16 * 1024,
  refill: (ctx, input) => showMe(ctx, { password: emptied(input, ctx.lang) }, 422),
  handle: async (ctx) => {
    const { form, principal, house, lang } = ctx;
    const { userId, credential, login } = principal;
    const waitSeconds = await takeTurn(ctx, login);
    if (waitSeconds > 0) throw new TooMany(waitSeconds);
    const stored = loadUser(ctx.reader, userId).passwordHash;
    const isRight = await house.passwords.verify(form.current, stored?.reveal() ?? null);
    const verified = isRight ? stored : null;
    const passwordHash = new Secret(isRight ? await house.passwords.hash(form.password) : "");
    const decision = await ctx.act({
      load: (facts) => loadUser(facts, userId),
      decide: (user) =>
        changePassword(user, { verified, passwordHash, keepSession: credential.id }),
    });
    if (decision.ok) return goTo(ctx, `${paths.me()}?changed=1`);
    const words = texts(lang).platform.refused;
    return await showMe(ctx, { password: refusedForm({}, decision.refusals, words, lang) }, 422);
  },
});

export const mySessionEnd = route({
  method: "POST",
  path: "/me/session/:session/end",
  ...own,
  handle: async (ctx) => {
    const { params, principal: { userId } } = ctx;
    await ctx.act({
      load: (facts) => listSessions(facts, userId).filter(({ id }) => id === params.session),
      decide: (found) => endSessions(found.map(({ id }) => ({ id, userId })), "revoked"),
    });
    return goTo(ctx, paths.me());
  },
});

export const myToken = route({
  method: "POST",
  path: "/me/token",
  ...own,
  form: TokenName,
  refill: (ctx, input) => showMe(ctx, { token: stoppedForm(input, ctx.lang) }, 422),
  handle: async (ctx) => {
    const { principal, lang, form } = ctx;
    const { token: value, hash: tokenHash } = newToken(ctx.engine.seams);
    const name = form.tokenName;
    const decision = await ctx.act({
      load: (facts) => loadTokenFacts(facts, principal.userId),
      decide: (facts, by) => issueToken(facts, { name, tokenHash }, principal, by),
    });
    if (decision.ok) return await showMe(ctx, { once: { kind: "token", name, value } });
    const words = texts(lang).platform.refused;
    const token = refusedForm(form, decision.refusals, words, lang);
    const notice = token.general ? { tone: "bad" as const, words: token.general } : undefined;
    return await showMe(ctx, { token, notice }, 422);
  },
});

export const myTokenRevocation = route({
  method: "POST",
  path: "/me/token/:token/revocation",
  ...own,
  handle: async (ctx) => {
    const { params, principal: { userId } } = ctx;
    await ctx.act({
      load: (facts) => loadTokenFacts(facts, userId),
      decide: (facts) => revokeToken(facts, params.token),
    });
    return goTo(ctx, paths.me());
  },
});
