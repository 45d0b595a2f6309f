import { findLink } from "~/db/platform/credentials.ts";
import { findUser } from "~/db/platform/users.ts";
import { sha256 } from "~/db/_engine/digest.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import { Secret } from "~/domain/_kernel/secret.ts";
import type { LinkPurpose } from "~/domain/platform/events.ts";
import {
  closedLink,
  type LinkRefusal,
  setPasswordByLink,
  type SetPasswordFacts,
} from "~/domain/platform/set_password.ts";
import type { User } from "~/domain/platform/user.ts";
import { goTo, html } from "~/routes/_entry/answer.ts";
import type { Ctx } from "~/routes/_entry/context.ts";
import type { BadInput } from "~/routes/_entry/errors.ts";
import { stoppedForm } from "~/routes/_entry/form_state.ts";
import { type Route, route } from "~/routes/_entry/route.ts";
import { moment } from "~/views/_kit/date.tsx";
import { type FormState, freshForm } from "~/views/_kit/form_state.ts";
import { paths, withQuery } from "~/views/_kit/paths.ts";
import { ClosedLinkPage, SetPasswordPage } from "~/views/platform/set_password_page.tsx";
import { texts } from "~/views/text.ts";
import { NewPassword } from "./password_form.ts";

type Knock = Ctx<{ token: string }, unknown, unknown, unknown>;

function factsOf(reader: Reader, hash: string): SetPasswordFacts {
  const link = findLink(reader, hash);
  return { link, user: link && findUser(reader, link.userId) };
}

/** Two addresses, so that a link made for one purpose opens nothing of the other. */
function linkRoutes(purpose: LinkPurpose, path: "/invitation/:token" | "/password-reset/:token") {
  const open = (ctx: Knock): { user: User } | { closed: LinkRefusal } => {
    const reader = ctx.engine.asSystem("the link itself is the right");
    const facts = factsOf(reader, sha256(ctx.params.token));
    const closed = closedLink(facts, purpose, ctx.now);
    return closed ? { closed } : { user: facts.user! };
  };

  const page = (ctx: Knock, form: FormState, status = 200): Response => {
    const opened = open(ctx);
    if ("closed" in opened) return closedPage(ctx, opened.closed);
    const { name, login } = opened.user;
    return html(
      <SetPasswordPage shell={ctx.shell} purpose={purpose} who={{ name, login }} form={form} />,
      status,
    );
  };

  const ask = route({
    method: "GET",
    path,
    resource: "door",
    action: "enter",
    handle: (ctx) => page(ctx, freshForm()),
  });

  const set = route({
    method: "POST",
    path,
    resource: "door",
    action: "enter",
    form: NewPassword,
    limitBytes: 16 * 1024,
    refill: (ctx, input) => page(ctx, emptied(input, ctx.lang), 422),
    handle: async (ctx) => {
      const opened = open(ctx);
      if ("closed" in opened) return closedPage(ctx, opened.closed);
      const { id: userId, name } = opened.user;
      const passwordHash = new Secret(await ctx.house.passwords.hash(ctx.form.password));
      const hash = sha256(ctx.params.token);
      const decision = await ctx.engine.transact({
        action: `user.${purpose}`,
        author: { userId, name, onBehalfOf: null },
        scope: { kind: "all" },
        load: (facts) => factsOf(facts, hash),
        decide: (facts, by) =>
          setPasswordByLink(facts, { purpose, linkHash: new Secret(hash), passwordHash }, by),
      });
      if (decision.ok) return goTo(ctx, withQuery(paths.signIn(), { set: 1 }));
      const [refusal] = decision.refusals;
      return closedPage(
        ctx,
        refusal.reason === "changed_meanwhile" ? { reason: "link_used" } : refusal,
      );
    },
  });

  return [ask, set];
}

/** A password is the one thing that is not given back as it was typed. */
function emptied(input: BadInput, lang: Knock["lang"]): FormState {
  return { ...stoppedForm(input, lang), values: {} };
}

function closedPage(ctx: Knock, refusal: LinkRefusal): Response {
  const words = texts(ctx.lang).platform.door.linkRefused;
  const reading = { lang: ctx.lang, now: ctx.now };
  const why = refusal.reason === "link_expired"
    ? words.link_expired({ expiredAt: moment(refusal.expiredAt, reading) })
    : words[refusal.reason]();
  return html(<ClosedLinkPage shell={ctx.shell} why={why} />, 404);
}

export const oneTimeLinks: Route[] = [
  ...linkRoutes("invitation", "/invitation/:token"),
  ...linkRoutes("reset", "/password-reset/:token"),
];
