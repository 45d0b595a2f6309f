import type { Engine } from "~/db/_engine/engine.ts";
import { recordUpkeep } from "~/db/_engine/upkeep.ts";
import { dayMs, type Instant, plusMs } from "~/domain/_kernel/period.ts";

const rowsInUnit = 2000;

/** How long what has done its work is kept. */
export const keptDays = { idempotency: 30, outbox: 30, denial: 180, throttle: 1, upkeep: 400 };

/** Ids grow with time: what is older than the first young row is old, and no index by time is needed. */
const lastId = "9223372036854775807";

type Sweep = { name: string; sql: string; before: Instant };

function sweeps(now: Instant): Sweep[] {
  const ago = (days: number) => plusMs(now, -days * dayMs);
  return [
    {
      name: "session",
      sql:
        "delete from session where token_hash in (select token_hash from session where expires_at < ? limit ?)",
      before: now,
    },
    {
      name: "idempotency",
      sql: `delete from idempotency where id in (
        select id from idempotency where id < coalesce(
          (select id from idempotency where created_at >= ? order by id limit 1), ${lastId})
        order by id limit ?)`,
      before: ago(keptDays.idempotency),
    },
    {
      name: "outbox",
      sql: `delete from outbox where id in (
        select id from outbox where state = 'done' and id < coalesce(
          (select id from outbox where at >= ? order by id limit 1), ${lastId})
        order by id limit ?)`,
      before: ago(keptDays.outbox),
    },
    {
      name: "denial",
      sql:
        "delete from denial where id in (select id from denial where at < ? order by id limit ?)",
      before: ago(keptDays.denial),
    },
    {
      name: "login_throttle",
      sql:
        "delete from login_throttle where key in (select key from login_throttle where blocked_until < ? limit ?)",
      before: ago(keptDays.throttle),
    },
    {
      name: "upkeep",
      sql:
        "delete from upkeep where id in (select id from upkeep where at < ? order by id limit ?)",
      before: ago(keptDays.upkeep),
    },
  ];
}

/** Removes what is past its keeping time, a small batch a unit, so that nobody waits behind it. */
export async function purge(engine: Engine): Promise<Record<string, number>> {
  const removed: Record<string, number> = {};
  for (const { name, sql, before } of sweeps(engine.seams.now())) {
    removed[name] = 0;
    for (let changes = rowsInUnit; changes === rowsInUnit;) {
      ({ changes } = await engine.writer.write((tx) =>
        Promise.resolve(tx.run(sql, [before, rowsInUnit]))
      ));
      removed[name] += changes;
    }
  }
  await recordUpkeep(engine, "purge", true, removed);
  return removed;
}
