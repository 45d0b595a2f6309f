import { json } from "~/routes/_entry/answer.ts";
import { route } from "~/routes/_entry/route.ts";

/** The process is alive. */
export const healthz = route({
  method: "GET",
  path: "/healthz",
  resource: "door",
  action: "enter",
  handle: () => json({ ok: true }),
});

/** It can serve: the database answers and its schema is this program's. */
export const readyz = route({
  method: "GET",
  path: "/readyz",
  resource: "door",
  action: "enter",
  handle: ({ engine }) => {
    engine.read.all("select max(number) as version from schema_migration", []);
    return json({ ok: true, waiting: engine.writer.waiting });
  },
});

export const version = route({
  method: "GET",
  path: "/version",
  resource: "door",
  action: "enter",
  handle: ({ house }) => json({ version: house.version }),
});
