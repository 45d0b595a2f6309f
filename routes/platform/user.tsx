import { z } from "zod";
import { listSessions, listTokens } from "~/db/platform/credentials.ts";
import { findPlaces } from "~/db/platform/places.ts";
import { countActiveOperators, loadUser } from "~/db/platform/users.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import { type Decision, type RefusalBase, refuse } from "~/domain/_kernel/decision.ts";
import type { UserDisabled, UserEnabled } from "~/domain/platform/events.ts";
import { changeAccess } from "~/domain/platform/change_access.ts";
import { disableUser, enableUser, type StateRefusal } from "~/domain/platform/disable_user.ts";
import { issueLink } from "~/domain/platform/issue_link.ts";
import { issueToken, revokeToken } from "~/domain/platform/issue_token.ts";
import { endSessions } from "~/domain/platform/session.ts";
import { checkManageable } from "~/domain/platform/access_rules.ts";
import { goTo, statusOf } from "~/routes/_entry/answer.ts";
import { refusedForm, stoppedForm } from "~/routes/_entry/form_state.ts";
import { type RefusedWords, wordsOf } from "~/routes/_entry/problem.ts";
import { route } from "~/routes/_entry/route.ts";
import { newToken } from "~/routes/_entry/session.ts";
import type { Lang } from "~/views/_kit/text.ts";
import { paths } from "~/views/_kit/paths.ts";
import { texts } from "~/views/text.ts";
import { Access, TokenName } from "./user_forms.ts";
import { linkOnce, showUser } from "./user_page.tsx";

const editing = { resource: "user", action: "edit" } as const;

/** Why not, in one sentence on top of the page. */
export function refusedNotice<Refusal extends RefusalBase>(
  refusals: readonly (Refusal | { reason: "changed_meanwhile" })[],
  words: RefusedWords<Refusal>,
  lang: Lang,
): { tone: "bad"; words: string } {
  return {
    tone: "bad",
    words: refusals.map((refusal) => wordsOf(refusal, words, lang)).join(" "),
  };
}

export const user = route({
  method: "GET",
  path: "/user/:id",
  resource: "user",
  action: "read",
  query: z.object({ saved: z.string().optional() }),
  handle: (ctx) => {
    const { saved } = texts(ctx.lang).platform.page;
    const notice = ctx.query.saved ? { tone: "ok" as const, words: saved } : undefined;
    return showUser(ctx, ctx.params.id, { notice });
  },
});

const AccessForm = Access.extend({ version: z.coerce.number().int() });

export const userAccess = route({
  method: "POST",
  path: "/user/:id/access",
  ...editing,
  form: AccessForm,
  refill: (ctx, input) =>
    showUser(ctx, ctx.params.id, { access: stoppedForm(input, ctx.lang), status: 422 }),
  handle: async (ctx) => {
    const { form, params, principal, lang } = ctx;
    const decision = await ctx.act({
      load: (facts) => ({
        user: loadUser(facts, params.id),
        activeOperators: countActiveOperators(facts),
        ...findPlaces(facts.asSystem("codes are no secret"), form),
      }),
      decide: (facts) => changeAccess(facts, form, principal),
    });
    if (decision.ok) return goTo(ctx, `${paths.user(params.id)}?saved=1`);
    const words = texts(lang).platform.refused;
    const access = refusedForm(form, decision.refusals, words, lang);
    const notice = access.general ? { tone: "bad" as const, words: access.general } : undefined;
    return await showUser(ctx, params.id, { access, notice, status: statusOf(decision.refusals) });
  },
});

export const userState = route({
  method: "POST",
  path: "/user/:id/state",
  ...editing,
  form: z.object({ state: z.enum(["active", "disabled"]) }),
  handle: async (ctx) => {
    const { form, params, principal, lang } = ctx;
    const decision = await ctx.act({
      load: (facts) => ({
        user: loadUser(facts, params.id),
        activeOperators: countActiveOperators(facts),
      }),
      decide: (facts): Decision<UserDisabled | UserEnabled, StateRefusal> =>
        form.state === "disabled" ? disableUser(facts, principal) : enableUser(facts, principal),
    });
    if (decision.ok) return goTo(ctx, paths.user(params.id));
    const notice = refusedNotice(decision.refusals, texts(lang).platform.refused, lang);
    return await showUser(ctx, params.id, { notice, status: 422 });
  },
});

export const userLink = route({
  method: "POST",
  path: "/user/:id/link",
  ...editing,
  handle: async (ctx) => {
    const { params, principal, lang } = ctx;
    const { token, hash } = newToken(ctx.engine.seams);
    const decision = await ctx.act({
      load: (facts) => loadUser(facts, params.id),
      decide: (user, by) => issueLink(user, hash, principal, by),
    });
    if (!decision.ok) {
      const notice = refusedNotice(decision.refusals, texts(lang).platform.refused, lang);
      return await showUser(ctx, params.id, { notice, status: 422 });
    }
    const { name } = loadUser(ctx.reader, params.id);
    const [{ link }] = decision.events as [typeof decision.events[number]];
    return await showUser(ctx, params.id, { once: linkOnce(ctx, name, link, token) });
  },
});

export const userSessionEnd = route({
  method: "POST",
  path: "/user/:id/session/:session/end",
  ...editing,
  handle: async (ctx) => {
    const { params, principal, lang } = ctx;
    const decision = await ctx.act({
      load: (facts) => {
        const user = loadUser(facts, params.id);
        const sessions = listSessions(facts, user.id).filter(({ id }) => id === params.session);
        return { user, sessions: sessions.map(({ id }) => ({ id, userId: user.id })) };
      },
      decide: ({ user, sessions }) => {
        const [beyond] = checkManageable(user, principal);
        return beyond ? refuse(beyond) : endSessions(sessions, "revoked");
      },
    });
    if (decision.ok) return goTo(ctx, paths.user(params.id));
    const notice = refusedNotice(decision.refusals, texts(lang).platform.refused, lang);
    return await showUser(ctx, params.id, { notice, status: 422 });
  },
});

export function loadTokenFacts(facts: Reader, userId: string) {
  return { user: loadUser(facts, userId), tokens: listTokens(facts, userId) };
}

export const userToken = route({
  method: "POST",
  path: "/user/:id/token",
  ...editing,
  form: TokenName,
  refill: (ctx, input) =>
    showUser(ctx, ctx.params.id, { token: stoppedForm(input, ctx.lang), status: 422 }),
  handle: async (ctx) => {
    const { params, principal, lang, form } = ctx;
    const { token: value, hash: tokenHash } = newToken(ctx.engine.seams);
    const name = form.tokenName;
    const decision = await ctx.act({
      load: (facts) => loadTokenFacts(facts, params.id),
      decide: (facts, by) => issueToken(facts, { name, tokenHash }, principal, by),
    });
    if (decision.ok) {
      return await showUser(ctx, params.id, { once: { kind: "token", name, value } });
    }
    const words = texts(lang).platform.refused;
    const token = refusedForm(form, decision.refusals, words, lang);
    const notice = token.general ? { tone: "bad" as const, words: token.general } : undefined;
    return await showUser(ctx, params.id, { token, notice, status: 422 });
  },
});

export const userTokenRevocation = route({
  method: "POST",
  path: "/user/:id/token/:token/revocation",
  ...editing,
  handle: async (ctx) => {
    const { params, principal, lang } = ctx;
    const decision = await ctx.act({
      load: (facts) => loadTokenFacts(facts, params.id),
      decide: (facts) => {
        const [beyond] = checkManageable(facts.user, principal);
        return beyond ? refuse(beyond) : revokeToken(facts, params.token);
      },
    });
    if (decision.ok) return goTo(ctx, paths.user(params.id));
    const notice = refusedNotice(decision.refusals, texts(lang).platform.refused, lang);
    return await showUser(ctx, params.id, { notice, status: 422 });
  },
});
