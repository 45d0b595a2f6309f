import { html } from "~/routes/_entry/answer.ts";
import { route } from "~/routes/_entry/route.ts";
import { KitPage } from "~/views/_kit/kit_page.tsx";

/** Every component in every state, for whoever composes pages. */
export const kit = route({
  method: "GET",
  path: "/_kit",
  resource: "kit",
  action: "read",
  handle: (ctx) => html(<KitPage {...ctx.shell} reading={{ lang: ctx.lang, now: ctx.now }} />),
});
