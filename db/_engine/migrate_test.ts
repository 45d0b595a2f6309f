import assert from "node:assert/strict";
import { openEngine } from "./engine.ts";
import { migrate, type Migration, readMigrations, SchemaTooNew, schemaVersion } from "./migrate.ts";
import { type Connection, openWriter } from "./native.ts";
import { testEngine } from "./testing.ts";

const now = "2026-03-02T00:00:00.000Z";

const first: Migration = { number: 1, name: "0001_a", sql: "create table a (x integer) strict;" };
const second: Migration = {
  number: 2,
  name: "0002_b",
  sql: "create table b (x integer) strict; insert into a (x) values (1);",
};
const broken: Migration = {
  number: 3,
  name: "0003_c",
  sql:
    "create table c (x integer) strict; insert into a (x) values (2); insert into nowhere values (1);",
};
const mended: Migration = { ...broken, sql: "create table c (x integer) strict;" };

async function onFile(use: (connection: Connection, path: string) => void): Promise<void> {
  const folder = await Deno.makeTempDir();
  const connection = openWriter(`${folder}/m.db`);
  try {
    use(connection, `${folder}/m.db`);
  } finally {
    connection.close();
    await Deno.remove(folder, { recursive: true });
  }
}

const tables = (connection: Connection) =>
  connection.all<{ name: string }>("select name from sqlite_schema where type = 'table' order by 1")
    .map(({ name }) => name);

Deno.test("migrate() goes forward from wherever the database stands, once", () =>
  onFile((connection) => {
    assert.equal(migrate(connection, now, { migrations: [first] }), 1);
    assert.equal(migrate(connection, now, { migrations: [first, second] }), 1);
    assert.equal(migrate(connection, now, { migrations: [first, second] }), 0);
    assert.deepEqual(tables(connection), ["a", "b", "schema_migration"]);
    assert.deepEqual(connection.all("select x from a"), [{ x: 1 }]);
    assert.deepEqual(connection.all("select * from schema_migration"), [
      { number: 1, name: "0001_a", at: now },
      { number: 2, name: "0002_b", at: now },
    ]);
  }));

Deno.test("migrate() leaves nothing half done by a migration that fails, and resumes at it", () =>
  onFile((connection) => {
    const failing = () => migrate(connection, now, { migrations: [first, second, broken] });
    assert.throws(failing, /0003_c failed/);
    assert.throws(failing, /0003_c failed/);
    assert.equal(connection.inTransaction, false);
    assert.equal(schemaVersion(connection), 2);
    assert.deepEqual(tables(connection), ["a", "b", "schema_migration"]);
    assert.deepEqual(connection.all("select x from a"), [{ x: 1 }]);
    assert.equal(migrate(connection, now, { migrations: [first, second, mended] }), 1);
    assert.deepEqual(tables(connection), ["a", "b", "c", "schema_migration"]);
  }));

Deno.test("migrate() refuses a database that is newer than the program, untouched", () =>
  onFile((connection) => {
    migrate(connection, now, { migrations: [first, second] });
    assert.throws(
      () => migrate(connection, now, { migrations: [first] }),
      (error: unknown) =>
        error instanceof SchemaTooNew &&
        /schema 2\) is newer than this program \(1\).*数据库结构是 2/.test(error.message),
    );
    assert.deepEqual(tables(connection), ["a", "b", "schema_migration"]);
  }));

Deno.test("migrate() calls for a backup once, before it first changes a database that holds something", () =>
  onFile((connection) => {
    const asked: { from: number; tables: string[] }[] = [];
    const beforeFirst = (from: number) => void asked.push({ from, tables: tables(connection) });
    migrate(connection, now, { migrations: [first], beforeFirst });
    assert.deepEqual(asked, []);
    migrate(connection, now, { migrations: [first, second, mended], beforeFirst });
    migrate(connection, now, { migrations: [first, second, mended], beforeFirst });
    assert.deepEqual(asked, [{ from: 1, tables: ["a", "schema_migration"] }]);
  }));

Deno.test("migrate() changes nothing when the backup before it fails", () =>
  onFile((connection) => {
    migrate(connection, now, { migrations: [first] });
    const beforeFirst = () => {
      throw new Error("no room for a backup");
    };
    assert.throws(
      () => migrate(connection, now, { migrations: [first, second], beforeFirst }),
      /no room/,
    );
    assert.deepEqual(tables(connection), ["a", "schema_migration"]);
  }));

Deno.test("openEngine() refuses a database of a newer program and lets go of the file", async () => {
  await using engine = await testEngine();
  const { path } = engine;
  engine.writer.connection.run(
    "insert into schema_migration (number, name, at) values (9999, 'future', ?)",
    [now],
  );
  await engine.close();
  assert.throws(() => openEngine({ path, writers: {} }), SchemaTooNew);
  const other = openWriter(path);
  other.exec("begin exclusive");
  other.close();
});

Deno.test("the migrations are numbered without gap or repeat and say in a sentence what they do", () => {
  const migrations = readMigrations();
  assert.deepEqual(migrations.map(({ number }) => number), migrations.map((_, i) => i + 1));
  for (const { name, sql } of migrations) {
    assert.match(name, /^\d{4}_[a-z]+_[a-z0-9_]+$/, name);
    assert.match(sql, /^-- .+\.\n/, name);
    for (const [, table, options] of sql.matchAll(/create table (\w+) \([\s\S]*?\n\)(.*);/g)) {
      assert.match(options!, /strict/, `${table} is not STRICT`);
    }
    assert.doesNotMatch(sql, /deferrable/i, name);
  }
});
