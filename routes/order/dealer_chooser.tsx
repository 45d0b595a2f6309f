import { z } from "zod";
import { searchPartners } from "~/db/channel/partners.ts";
import { html } from "~/routes/_entry/answer.ts";
import { route } from "~/routes/_entry/route.ts";
import { ChooserPage } from "~/views/order/chooser_page.tsx";

const shownAtMost = 20;

/** Ours name the dealer they order for; only those in reach of that right, and that sell, are found. */
export const dealerChooser = route({
  method: "GET",
  path: "/dealer-chooser",
  resource: "order",
  action: "place_on_behalf",
  query: z.object({ q: z.string().trim().max(100).default("") }),
  handle: (ctx) => {
    const { q } = ctx.query;
    const dealers = searchPartners(ctx.reader, q, shownAtMost)
      .filter(({ functions }) => functions.sells);
    return html(<ChooserPage shell={ctx.shell} q={q} dealers={dealers} />);
  },
});
