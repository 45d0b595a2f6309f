import type { Child } from "hono/jsx";
import type { Actions, Resource } from "~/domain/platform/rights.ts";
import { html } from "~/routes/_entry/answer.ts";
import type { HomeCtx, HomePart } from "~/routes/_entry/home_part.ts";
import { homeParts } from "~/routes/home_parts.ts";
import { route } from "~/routes/_entry/route.ts";
import type { TodoLink } from "~/views/_kit/rows.tsx";
import { named } from "~/views/_kit/named.ts";
import { HomePage } from "~/views/platform/home_page.tsx";
import { roleWords } from "~/views/platform/user_parts.tsx";

export const home = route({
  method: "GET",
  path: "/",
  resource: "home",
  action: "read",
  handle: async (ctx) => {
    const { principal, lang, shell } = ctx;
    const { todo, work, facts } = await gather(ctx, homeParts);
    const { dealerName } = principal;
    const name = dealerName ? named(dealerName, lang) : principal.name;
    const words = roleWords(principal.roles, lang);
    const sub = dealerName ? `${principal.name} ${words}` : words;
    return html(<HomePage {...{ shell, name, sub, todo, work, facts }} />);
  },
});

async function gather(ctx: HomeCtx, parts: readonly HomePart[]) {
  const home = { todo: [] as TodoLink[], work: [] as Child[], facts: [] as Child[] };
  for (const part of parts) {
    const { resource, action, side } = part as {
      resource: Resource;
      side?: string;
      action: string;
    };
    const isFor = !side || side === ctx.shell.side;
    if (!isFor || !ctx.may(resource, action as Actions[Resource])) continue;
    if (part.kind === "todo") {
      home.todo.push(...await part.links(ctx));
    } else {
      const sheet = await part.sheet(ctx);
      if (sheet) home[part.kind].push(sheet);
    }
  }
  return home;
}
