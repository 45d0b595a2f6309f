import { z } from "zod";
import { loadUser } from "~/db/platform/users.ts";
import { chooseLanguage } from "~/domain/platform/choose_language.ts";
import { goTo } from "~/routes/_entry/answer.ts";
import { ownPath } from "~/routes/_entry/back.ts";
import type { Ctx } from "~/routes/_entry/context.ts";
import { route } from "~/routes/_entry/route.ts";

const yearSeconds = 365 * 24 * 3600;

const Preference = z.object({
  back: z.string().max(2000).optional(),
  lang: z.enum(["zh", "en"]).optional(),
  theme: z.enum(["light", "dark", "system"]).optional(),
  rows: z.enum(["tight", "normal", "loose"]).optional(),
  keys: z.enum(["on", "off"]).optional(),
});

/** What the pages look like in this browser; the language is also remembered for the person. */
export const preference = route({
  method: "POST",
  path: "/preference",
  resource: "door",
  action: "enter",
  form: Preference,
  limitBytes: 16 * 1024,
  handle: async (ctx) => {
    const { back, ...chosen } = ctx.form;
    if (chosen.lang) await rememberLanguage(ctx, chosen.lang);
    const reply = goTo(ctx, ownPath(back));
    for (const [name, value] of Object.entries(chosen)) {
      if (value) reply.headers.append("set-cookie", cookieFor(name, value));
    }
    return reply;
  },
});

function cookieFor(name: string, value: string): string {
  return `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${yearSeconds}`;
}

async function rememberLanguage(
  ctx: Ctx<unknown, unknown, unknown, unknown>,
  language: "zh" | "en",
): Promise<void> {
  if (!ctx.may("self", "edit")) return;
  const { userId } = ctx.principal;
  await ctx.engine.transact({
    action: "self.edit",
    author: ctx.author,
    scope: { kind: "own", userId, dealerId: ctx.principal.dealerId ?? "" },
    load: (facts) => loadUser(facts, userId),
    decide: (user) => chooseLanguage(user, language),
  });
}
