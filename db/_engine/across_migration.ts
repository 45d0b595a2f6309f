import assert from "node:assert/strict";
import { migrate, readMigrations } from "./migrate.ts";
import { type Connection, openWriter } from "./native.ts";

const now = "2026-03-02T00:00:00.000Z";

/** Takes a database as the migrations before this one left it through this one, and tells what it then holds. */
export async function acrossMigration(
  number: number,
  { fill, ask }: { fill: (connection: Connection) => void; ask: string },
): Promise<unknown[]> {
  const migrations = readMigrations();
  const folder = await Deno.makeTempDir({ prefix: "quanyu-test-" });
  const connection = openWriter(`${folder}/quanyu.db`);
  try {
    migrate(connection, now, { migrations: migrations.filter((one) => one.number < number) });
    fill(connection);
    migrate(connection, now, { migrations: migrations.filter((one) => one.number <= number) });
    assert.deepEqual(connection.all("pragma foreign_key_check"), []);
    return connection.all(ask);
  } finally {
    connection.close();
    await Deno.remove(folder, { recursive: true });
  }
}
