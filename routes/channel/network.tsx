import { z } from "zod";
import { levelCounts, networkAt } from "~/db/channel/network_view.ts";
import { dayOf, plusDays, plusMs, startOfDay } from "~/domain/_kernel/period.ts";
import { html } from "~/routes/_entry/answer.ts";
import { route } from "~/routes/_entry/route.ts";
import { Day } from "~/routes/_entry/shapes.ts";
import { NetworkPage } from "~/views/channel/network_page.tsx";

/** The network by level, as it stands at the end of a day; of today as it stands now. */
export const network = route({
  method: "GET",
  path: "/partner/network",
  resource: "partner",
  action: "read",
  query: z.object({ on: Day.optional().catch(undefined) }),
  handle: (ctx) => {
    const { reader, lang, now } = ctx;
    const today = dayOf(now);
    const day = ctx.query.on ?? today;
    const at = day === today ? now : plusMs(startOfDay(plusDays(day, 1)), -1);
    const members = networkAt(reader, at);
    return html(
      <NetworkPage
        shell={ctx.shell}
        reading={{ lang, now }}
        day={day}
        members={members}
        levels={levelCounts(members)}
      />,
    );
  },
});
