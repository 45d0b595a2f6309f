import { strict as assert } from "node:assert";
import { inspectFile } from "~/db/_engine/backup.ts";
import { migrate, readMigrations, schemaVersion } from "~/db/_engine/migrate.ts";
import { openWriter } from "~/db/_engine/native.ts";
import { proofFolder } from "~/proof/_kit/folder.ts";
import { Started } from "~/proof/_kit/started.ts";

const versionOf = (file: string) => {
  const connection = openWriter(file);
  try {
    return schemaVersion(connection);
  } finally {
    connection.close();
  }
};

const copiesIn = (folder: string) =>
  [...Deno.readDirSync(folder)].map(({ name }) => name)
    .filter((name) => /^before-\d+-\d+\.db$/.test(name));

Deno.test("a newer program keeps a copy of the older database before it brings it forward, once", async () => {
  await using place = await proofFolder();
  const { folder } = place;
  const [newest, ...older] = readMigrations().reverse();
  const from = older[0]!.number;
  const connection = openWriter(`${folder}/quanyu.db`);
  migrate(connection, "2026-01-01T00:00:00.000Z", { migrations: older.reverse() });
  connection.close();
  await (await Started.start(folder)).stop();
  assert.equal(versionOf(`${folder}/quanyu.db`), newest!.number);
  const copies = copiesIn(`${folder}/backups`);
  assert.equal(copies.length, 1);
  const copy = `${folder}/backups/${copies[0]}`;
  assert.deepEqual(inspectFile(copy, { checked: false }), []);
  assert.equal(versionOf(copy), from);
  await (await Started.start(folder)).stop();
  assert.equal(copiesIn(`${folder}/backups`).length, 1, "nothing was migrated the second time");
});
