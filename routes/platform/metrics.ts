import { Forbidden, SignInNeeded } from "~/routes/_entry/errors.ts";
import { route } from "~/routes/_entry/route.ts";

/**
 * For a Prometheus on this machine, or for whoever may look after the system: the names of routes
 * and the pace of the business are nobody else's.
 */
export const metrics = route({
  method: "GET",
  path: "/metrics",
  resource: "door",
  action: "enter",
  handle: (ctx) => {
    const { house, client, visitor } = ctx;
    if (!client.isNear && !visitor) throw new SignInNeeded();
    if (!client.isNear && !ctx.may("system", "read")) throw new Forbidden("system.read");
    return new Response(house.metrics.text(), {
      headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8" },
    });
  },
});
