import { NotFound } from "~/routes/_entry/errors.ts";
import { route } from "~/routes/_entry/route.ts";
import { asset as find } from "~/views/_assets/serve.ts";

/** A built file under its fingerprinted name, kept by the browser for a year. */
export const asset = route({
  method: "GET",
  path: "/assets/:file",
  resource: "door",
  action: "enter",
  handle: ({ params, request }) => {
    const found = find(params.file, request.headers.get("accept-encoding") ?? "");
    if (!found) throw new NotFound("asset");
    return new Response(found.body, { headers: found.headers });
  },
});
