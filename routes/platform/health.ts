import { readMigrations } from "~/db/_engine/migrate.ts";
import { json } from "~/routes/_entry/answer.ts";
import { route } from "~/routes/_entry/route.ts";

const open = { resource: "door", action: "enter" } as const;

/** So many units in the queue are a second of work: new requests had better go elsewhere. */
const waitingAtMost = 2000;

let newest: number | undefined;

/** The files do not change while the process lives. */
function newestMigration(): number {
  return newest ??= readMigrations().at(-1)?.number ?? 0;
}

/** The process is alive. */
export const healthz = route({
  method: "GET",
  path: "/healthz",
  ...open,
  handle: () => json({ ok: true }),
});

/**
 * It can serve: the database answers, its schema is this program's, the writer keeps up, and (`queue`,
 * from main.ts) the relay moves: with Deno KV or by its sweep, whatever single events are parked.
 */
export const readyz = route({
  method: "GET",
  path: "/readyz",
  ...open,
  handle: ({ engine, house }) => {
    const [row] = engine.read.all<{ version: number }>(
      "select max(number) as version from schema_migration",
      [],
    );
    const checks = {
      database: row !== undefined,
      migrations: row?.version === newestMigration(),
      writer: engine.writer.waiting <= waitingAtMost,
      ...house.readiness.checks(),
    };
    const ok = Object.values(checks).every(Boolean);
    const retry = ok ? undefined : { "retry-after": "2" };
    return json({ ok, checks, waiting: engine.writer.waiting }, ok ? 200 : 503, retry);
  },
});

export const version = route({
  method: "GET",
  path: "/version",
  ...open,
  handle: ({ house }) => json({ version: house.version }),
});
