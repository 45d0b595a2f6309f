import { z } from "zod";
import { loadInviteFacts } from "~/db/platform/invite_facts.ts";
import { listPlaces } from "~/db/platform/places.ts";
import { listUsers } from "~/db/platform/user_list.ts";
import { inviteUser } from "~/domain/platform/invite_user.ts";
import { dealerRoles, roles } from "~/domain/platform/rights.ts";
import { html } from "~/routes/_entry/answer.ts";
import type { AnyCtx } from "~/routes/_entry/context.ts";
import { refusedForm, stoppedForm } from "~/routes/_entry/form_state.ts";
import { pageKeys, rowsAsked, shownPage } from "~/routes/_entry/list_page.ts";
import { route } from "~/routes/_entry/route.ts";
import { newToken } from "~/routes/_entry/session.ts";
import { type FormState, freshForm } from "~/views/_kit/form_state.ts";
import { paths } from "~/views/_kit/paths.ts";
import { InvitePage } from "~/views/platform/invite_page.tsx";
import { UserListPage } from "~/views/platform/user_list_page.tsx";
import { texts } from "~/views/text.ts";
import { linkOnce, showUser } from "./user_page.tsx";
import { Invitation } from "./user_forms.ts";
import { choicesFor } from "./user_words.ts";

const Query = z.object({
  q: z.string().trim().max(60).optional(),
  role: z.enum(roles).optional().catch(undefined),
  state: z.enum(["invited", "active", "disabled"]).optional().catch(undefined),
  ...pageKeys,
});

export const userList = route({
  method: "GET",
  path: "/user",
  resource: "user",
  action: "read",
  query: Query,
  handle: async (ctx) => {
    const { lang, principal } = ctx;
    const { after, before, ...filter } = ctx.query;
    const { rows, ...pages } = shownPage(
      await listUsers(ctx.reader, { ...ctx.query, limit: rowsAsked }),
      {
        after,
        before,
        keyOf: ({ login }) => login,
        to: (key) => paths.users({ ...filter, ...key }),
      },
    );
    return html(
      <UserListPage
        shell={ctx.shell}
        reading={{ lang, now: ctx.now }}
        rows={rows.map((row) => ({ ...row, party: lang === "zh" ? row.partyZh : row.partyEn }))}
        filter={filter}
        roleOptions={principal.dealerId ? dealerRoles : roles}
        {...pages}
        mayInvite={ctx.may("user", "edit")}
      />,
    );
  },
});

function invitePage(ctx: AnyCtx, form: FormState, status = 200): Response {
  const places = listPlaces(ctx.engine.asSystem("places a user can be bound to are no secret"));
  const ownDealer = ctx.principal.dealerId !== null;
  const party = ownDealer ? "dealer" : "any";
  const choices = choicesFor(ctx.lang, ctx.principal, places, party);
  return html(<InvitePage shell={ctx.shell} {...{ form, choices, ownDealer }} />, status);
}

export const newUser = route({
  method: "GET",
  path: "/user/new",
  resource: "user",
  action: "edit",
  handle: (ctx) => invitePage(ctx, freshForm({ language: ctx.lang })),
});

export const invite = route({
  method: "POST",
  path: "/user",
  resource: "user",
  action: "edit",
  form: Invitation,
  refill: (ctx, input) => invitePage(ctx, stoppedForm(input, ctx.lang), 422),
  handle: async (ctx) => {
    const { form, principal, lang } = ctx;
    const { token, hash: tokenHash } = newToken(ctx.engine.seams);
    const decision = await ctx.act({
      load: (facts) => loadInviteFacts(facts, form, principal.dealerId),
      decide: (facts, by) => inviteUser(facts, { ...form, tokenHash }, principal, by),
    });
    if (!decision.ok) {
      const words = texts(lang).platform.refused;
      return invitePage(ctx, refusedForm(form, decision.refusals, words, lang), 422);
    }
    const [{ subject, name, link }] = decision.events as [typeof decision.events[number]];
    const t = texts(lang).platform.once;
    const words = link ? t.invited(name) : `${t.invited(name)} ${t.program}`;
    const once = link ? linkOnce(ctx, name, link, token) : undefined;
    return await showUser(ctx, subject, { notice: { tone: "ok", words }, once });
  },
});
