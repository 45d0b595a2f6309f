import type { Engine } from "~/db/_engine/engine.ts";
import { Connection } from "~/db/_engine/native.ts";
import type { Tx } from "~/db/_engine/tx.ts";
import type { Schema } from "~/db/schema.ts";
import { growBeside, type Growing, removeDatabase } from "./grow_beside.ts";
import { isEmpty, type Seeded } from "./seed_world.ts";

type Table = keyof Schema;

/** Two at once would grow in the same file. */
const turns = new WeakMap<Engine["writer"], Promise<unknown>>();

/**
 * Fills an engine that serves, when nothing was ever done in it. The world grows beside it, since the
 * relay must not do once more what the seed does itself, and comes in with one commit or not at all.
 */
export function seedEngine(
  engine: Engine,
  growing: Omit<Growing, "path" | "seams">,
): Promise<Seeded> {
  const before = turns.get(engine.writer) ?? Promise.resolve();
  const turn = before.then(() => fill(engine, growing));
  turns.set(engine.writer, turn.catch(() => {}));
  return turn;
}

async function fill(engine: Engine, growing: Omit<Growing, "path" | "seams">): Promise<Seeded> {
  if (!isEmpty(engine)) return { ok: false, reason: "not_empty" };
  const { path, seams } = engine;
  const whole = await growBeside({ ...growing, path, seams });
  const world = new Connection(whole);
  return await engine.writer.write((tx) => Promise.resolve(replaceAll(tx, world))).finally(() => {
    world.close();
    removeDatabase(whole);
  });
}

/** Somebody may have begun to work while the world grew: looked at once more in the same unit. */
function replaceAll(tx: Tx, world: Connection): Seeded {
  if (tx.all("select 1 from audit limit 1").length > 0) return { ok: false, reason: "not_empty" };
  tx.run("pragma defer_foreign_keys = on");
  for (const table of tablesOf(world)) {
    tx.run(`delete from "${table}"`);
    tx.insert(table, world.all(`select ${columnsOf(world, table)} from "${table}"`));
  }
  return { ok: true };
}

function tablesOf(world: Connection): Table[] {
  return world.all<{ name: Table }>(
    "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' " +
      "and name <> 'schema_migration'",
  ).map(({ name }) => name);
}

/** Those that are written: `table_info` leaves out what is computed. */
function columnsOf(world: Connection, table: Table): string {
  const columns = world.all<{ name: string }>(`pragma table_info("${table}")`);
  return columns.map(({ name }) => `"${name}"`).join(", ");
}
