import type { Connection } from "./native.ts";

/** An older program on a newer database; its words are for the person who started it. */
export class SchemaTooNew extends Error {
  override name = "SchemaTooNew";
  constructor(readonly found: number, readonly newest: number) {
    super(
      `The database (schema ${found}) is newer than this program (${newest}). Start the newer program. ` +
        `数据库结构是 ${found}，比这个程序（${newest}）新，请启动新版程序。`,
    );
  }
}

export type Migration = { number: number; name: string; sql: string };

const folder = new URL("../migrations/", import.meta.url);

export function readMigrations(): Migration[] {
  return [...Deno.readDirSync(folder)]
    .filter(({ name }) => name.endsWith(".sql"))
    .map(({ name }) => ({
      number: Number(name.slice(0, 4)),
      name: name.slice(0, -".sql".length),
      sql: Deno.readTextFileSync(new URL(name, folder)),
    }))
    .sort((a, b) => a.number - b.number);
}

/** The number of the newest migration the database has seen; 0 for an empty one. */
export function schemaVersion(connection: Connection): number {
  connection.exec(
    "create table if not exists schema_migration (number integer primary key, name text not null, at text not null) strict",
  );
  const [row] = connection.all<{ version: number | null }>(
    "select max(number) as version from schema_migration",
  );
  return row?.version ?? 0;
}

/**
 * Brings the database forward, each migration in a transaction of its own. A database that is newer
 * than this program is refused: an old program would write what the new one no longer understands.
 */
export function migrate(
  connection: Connection,
  now: string,
  { beforeFirst, migrations = readMigrations() }: {
    beforeFirst?: (from: number) => void;
    migrations?: Migration[];
  } = {},
): number {
  const from = schemaVersion(connection);
  const newest = migrations.at(-1)?.number ?? 0;
  if (from > newest) {
    throw new SchemaTooNew(from, newest);
  }
  const waiting = migrations.filter(({ number }) => number > from);
  if (waiting.length > 0 && from > 0) beforeFirst?.(from);
  for (const migration of waiting) apply(connection, migration, now);
  return waiting.length;
}

function apply(connection: Connection, { number, name, sql }: Migration, now: string): void {
  connection.exec("begin immediate");
  try {
    connection.exec(sql);
    connection.run("insert into schema_migration (number, name, at) values (?, ?, ?)", [
      number,
      name,
      now,
    ]);
    connection.exec("commit");
  } catch (error) {
    if (connection.inTransaction) connection.exec("rollback");
    throw new Error(`migration ${name} failed: ${error}`, { cause: error });
  }
}
