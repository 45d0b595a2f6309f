import assert from "node:assert/strict";
import { accept } from "~/domain/_kernel/decision.ts";
import { backup, BackupRefused, digestOf, writeBackup } from "./backup.ts";
import { soundBooks } from "./books_fixture.ts";
import { checkAudit, checkInvariants } from "./check_worker.ts";
import { openEngine } from "./engine.ts";
import { FolderTaken, lockFolder } from "./lock.ts";
import { migrate, type Migration, readMigrations, SchemaTooNew } from "./migrate.ts";
import { openWriter } from "./native.ts";
import { restore } from "./restore.ts";
import { type TestEngine, testEngine } from "./testing.ts";

type Noted = { type: "Noted"; subject: string };

const writers = {
  Noted: (tx: import("./tx.ts").Tx, { subject }: { subject: string }, { at }: { at: string }) =>
    tx.insert("upkeep", { kind: "noted", at, ok: 1, detail: subject }),
};

const note = (engine: TestEngine, subject: string) =>
  engine.transact<null, Noted, never>({
    action: "note",
    author: engine.author,
    scope: { kind: "none" },
    load: () => null,
    decide: () => accept({ type: "Noted", subject }),
  });

const noted = (path: string) => {
  const connection = openWriter(path);
  const rows = connection.all<{ detail: string }>(
    "select detail from upkeep where kind = 'noted' order by id",
  );
  connection.close();
  return rows.map(({ detail }) => detail);
};

const upkeep = (engine: TestEngine, kind: string) =>
  engine.read.all<{ ok: number; detail: string }>(
    "select ok, detail from upkeep where kind = ? order by id",
    [kind],
  ).map(({ ok, detail }) => ({ ok, detail: JSON.parse(detail) as unknown }));

/** Flips one bit of one byte. */
async function damage(file: string, at: number): Promise<void> {
  const bytes = await Deno.readFile(file);
  bytes[at]! ^= 1;
  await Deno.writeFile(file, bytes);
}

/** As a program that knew only these migrations left it. */
function writeOlder(file: string, migrations: Migration[]): void {
  const connection = openWriter(file);
  migrate(connection, now, { migrations });
  connection.run("insert into upkeep (kind, at, ok, detail) values ('noted', ?, 1, 'old')", [now]);
  connection.exec("pragma wal_checkpoint(truncate)");
  connection.close();
}

async function sign(file: string): Promise<void> {
  await Deno.writeTextFile(`${file}.sha256`, `${digestOf(file)}  x\n`);
}

const now = "2026-03-03T00:00:00.000Z";

Deno.test("backup() made while writing is whole, restores, and serves on", async () => {
  await using engine = await testEngine({ writers });
  await soundBooks(engine);
  await note(engine, "0");
  const file = `${engine.folder}/copy.db`;
  let written = 1;
  let busy = true;
  const writing = (async () => {
    while (busy) await Promise.all([1, 2, 3].map(() => note(engine, String(written++))));
  })();
  const report = await backup(engine, file);
  const writtenMeanwhile = written;
  busy = false;
  await writing;
  assert.deepEqual(report.faults, []);
  assert.equal(report.sha256, digestOf(file));
  assert.equal(report.bytes, (await Deno.stat(file)).size);
  assert.ok(writtenMeanwhile > 10, "nothing was written during the backup");
  assert.deepEqual(upkeep(engine, "backup"), [{ ok: 1, detail: report }]);

  const folder = `${engine.folder}/other`;
  const database = `${folder}/quanyu.db`;
  assert.deepEqual(await restore({ from: file, folder, database, now }), {
    kept: null,
    migrated: 0,
  });
  const inCopy = noted(database);
  assert.deepEqual(inCopy, inCopy.map((_, i) => String(i)));
  assert.ok(inCopy.length >= 1 && inCopy.length <= writtenMeanwhile);
  const restored = openEngine({ path: database, writers, seams: engine.seams });
  assert.deepEqual(await checkInvariants(restored), []);
  assert.deepEqual((await checkAudit(restored)).broken, []);
  await restored.close();
});

Deno.test("backup() does not overwrite a file, and says so in upkeep", async () => {
  await using engine = await testEngine();
  const file = `${engine.folder}/copy.db`;
  await Deno.writeTextFile(file, "precious");
  await assert.rejects(backup(engine, file), /exists already/);
  assert.equal(await Deno.readTextFile(file), "precious");
  assert.equal(upkeep(engine, "backup")[0]!.ok, 0);
});

Deno.test("writeBackup() makes the copy and its digest for our own eyes only", async () => {
  await using engine = await testEngine();
  const file = `${engine.folder}/copy.db`;
  await Deno.writeTextFile(`${file}.sha256`, "left by somebody", { mode: 0o644 });
  writeBackup({ path: engine.path, file });
  for (const made of [file, `${file}.sha256`]) {
    assert.equal((await Deno.stat(made)).mode! & 0o777, 0o600, made);
  }
});

Deno.test("backup() of unsound books is kept and names what is wrong", async () => {
  await using engine = await testEngine();
  await soundBooks(engine);
  engine.writer.connection.exec("update pool_stock set on_hand = on_hand + 1");
  const file = `${engine.folder}/copy.db`;
  const report = await backup(engine, file);
  assert.deepEqual(report.faults, ["pool_stock_is_its_nodes: 2"]);
  assert.equal(upkeep(engine, "backup")[0]!.ok, 0);
  const elsewhere = `${engine.folder}/other`;
  await assert.rejects(
    restore({ from: file, folder: elsewhere, database: `${elsewhere}/quanyu.db`, now }),
    /pool_stock_is_its_nodes: 2/,
  );
});

Deno.test("writeBackup() leaves no half file where the copy cannot be made", async () => {
  await using engine = await testEngine();
  assert.throws(() => writeBackup({ path: engine.path, file: `${engine.folder}/nowhere/copy.db` }));
  const names = [...Deno.readDirSync(engine.folder)].map(({ name }) => name).sort();
  assert.deepEqual(names.filter((name) => !name.startsWith("quanyu.db")), []);
});

/** A folder with a database that holds "old", a backup of it that holds "old", and then "new". */
async function withBackup() {
  const engine = await testEngine({ writers });
  await note(engine, "old");
  const file = `${engine.folder}/copy.db`;
  writeBackup({ path: engine.path, file });
  await note(engine, "new");
  await engine.close();
  const { folder, path: database } = engine;
  return {
    folder,
    file,
    database,
    restoring: () => restore({ from: file, folder, database, now }),
    [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
  };
}

Deno.test("restore() puts the copy in place and keeps the old files, openable", async () => {
  await using s = await withBackup();
  const { kept } = await s.restoring();
  assert.deepEqual(noted(s.database), ["old"]);
  assert.deepEqual(noted(kept!), ["old", "new"]);
  assert.equal(kept, `${s.database}.before-20260303000000000`);
});

Deno.test("restore() demands that no server runs on the folder", async () => {
  await using s = await withBackup();
  using _server = await lockFolder(s.folder);
  await assert.rejects(s.restoring(), FolderTaken);
  assert.deepEqual(noted(s.database), ["old", "new"]);
});

const harm: Record<string, (file: string) => Promise<void>> = {
  "one flipped bit in the middle of a page": (file) => damage(file, 4096 * 3 + 2000),
  "one flipped bit in the last byte": async (file) =>
    await damage(file, (await Deno.stat(file)).size - 1),
  "cut at a page": (file) => Deno.truncate(file, 4096 * 5),
  "cut within a page": (file) => Deno.truncate(file, 4096 * 5 + 100),
  "emptied": (file) => Deno.truncate(file, 0),
  "without its digest": (file) => Deno.remove(`${file}.sha256`),
  "gone": (file) => Deno.remove(file),
  "cut at a page, and signed anew": async (file) => {
    await Deno.truncate(file, 4096 * 5);
    await sign(file);
  },
  "no database at all, and signed": async (file) => {
    await Deno.writeTextFile(file, "a letter".repeat(2000));
    await sign(file);
  },
  "with a damaged page header, and signed anew": async (file) => {
    await damage(file, 4096 * 3 + 3);
    await sign(file);
  },
};

Deno.test.each(Object.entries(harm))(
  "restore() refuses a backup %s and touches nothing",
  async (_, harm) => {
    await using s = await withBackup();
    await harm(s.file);
    await assert.rejects(s.restoring(), BackupRefused);
    assert.deepEqual(noted(s.database), ["old", "new"]);
    const left = [...Deno.readDirSync(s.folder)].map(({ name }) => name)
      .filter((name) => /restoring|before/.test(name));
    assert.deepEqual(left, []);
  },
);

Deno.test("restore() refuses a backup whose audit chain was tampered with, though it is signed", async () => {
  await using s = await withBackup();
  const connection = openWriter(s.file);
  connection.exec("update audit set user_name = 'somebody'; pragma wal_checkpoint(truncate)");
  connection.close();
  await sign(s.file);
  await assert.rejects(s.restoring(), /audit 1: its own fields were changed/);
  assert.deepEqual(noted(s.database), ["old", "new"]);
});

Deno.test("restore() refuses a backup of a newer program", async () => {
  await using s = await withBackup();
  const connection = openWriter(s.file);
  connection.exec(`insert into schema_migration values (9999, 'future', '');
    pragma wal_checkpoint(truncate)`);
  connection.close();
  await sign(s.file);
  await assert.rejects(s.restoring(), SchemaTooNew);
});

Deno.test("restore() brings a backup of an older program forward, then checks it", async () => {
  await using s = await withBackup();
  await Deno.remove(s.file);
  writeOlder(s.file, readMigrations().slice(0, 7));
  await sign(s.file);
  const { migrated } = await s.restoring();
  assert.equal(migrated, readMigrations().length - 7);
  assert.deepEqual(noted(s.database), ["old"]);
});

Deno.test("checkInvariants() names what is broken and notes it in upkeep", async () => {
  await using engine = await testEngine();
  await soundBooks(engine);
  assert.deepEqual(await checkInvariants(engine), []);
  engine.writer.connection.exec("update pool_stock set on_hand = on_hand + 1 where pool_id = 'P'");
  const [finding] = await checkInvariants(engine);
  assert.equal(finding!.name, "pool_stock_is_its_nodes");
  assert.deepEqual(upkeep(engine, "invariants").map(({ ok }) => ok), [1, 0]);
  assert.match(JSON.stringify(upkeep(engine, "invariants")[1]!.detail), /pool_stock_is_its_nodes/);
});

Deno.test("checkAudit() remembers the head it saw, so that a chain cut later is found", async () => {
  await using engine = await testEngine({ writers });
  for (const subject of ["1", "2", "3"]) await note(engine, subject);
  assert.deepEqual((await checkAudit(engine)).broken, []);
  engine.writer.connection.exec("delete from outbox; delete from audit where seq > 1");
  assert.deepEqual((await checkAudit(engine)).broken, [
    { seq: 3, why: "the rows up to this one are gone" },
  ]);
  assert.deepEqual(upkeep(engine, "audit").map(({ ok }) => ok), [1, 0]);
});

Deno.test("an error in the worker reaches the caller", async () => {
  await using engine = await testEngine();
  engine.writer.connection.exec("alter table pool_stock rename to pool_stock_gone");
  await assert.rejects(checkInvariants(engine), /no such table/);
});
