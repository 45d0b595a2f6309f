import assert from "node:assert/strict";
import { Connection } from "~/db/_engine/native.ts";
import { type TestEngine, testEngine } from "~/db/_engine/testing.ts";
import { categories } from "~/db/product/categories.ts";
import { writers } from "~/db/writers.ts";
import { Planter } from "./planter.ts";
import { seedEngine } from "./seed_engine.ts";
import { seedFile } from "./seed_file.ts";

const growing = {
  world: "demo_en",
  orders: 40,
  print: () => {},
  hashPassword: () => Promise.resolve("$scrypt$for-tests"),
} as const;

const names = ({ folder }: TestEngine) =>
  [...Deno.readDirSync(folder)].map(({ name }) => name).filter((name) => /seed/.test(name));

Deno.test("seedEngine() brings in the same world as seedFile(), whole, while the engine serves", async () => {
  await using engine = await testEngine({ writers });
  await using other = await testEngine({ writers });
  let commits = 0;
  engine.writer.hooks.committed = () => commits += 1;
  assert.deepEqual(await seedEngine(engine, growing), { ok: true });
  assert.equal(commits, 1, "all of it or nothing");
  assert.deepEqual(engine.broken(), []);
  assert.deepEqual(engine.read.all("pragma foreign_key_check", []), []);
  assert.deepEqual(names(engine), []);

  const path = `${other.folder}/other.db`;
  await seedFile({ ...growing, path, seams: other.seams });
  const file = new Connection(path);
  const tables = file.all<{ name: string }>(
    "select name from sqlite_master where type = 'table' and name <> 'schema_migration'",
  );
  let rows = 0;
  for (const { name } of tables) {
    const inFile = file.all(`select * from "${name}"`);
    rows += inFile.length;
    assert.deepEqual(engine.read.all(`select * from "${name}"`, []), inFile, name);
  }
  file.close();
  assert.ok(rows > 1000);
});

Deno.test("seedEngine() leaves a house alone in which anything was done, also while it grew", async () => {
  await using engine = await testEngine({ writers });
  const category = { code: "A", nameZh: "水", nameEn: "Water", parentCode: null };
  const late = {
    ...growing,
    hashPassword: () => new Planter(engine).put(categories, [category]).then(() => ""),
  };
  assert.deepEqual(await seedEngine(engine, late), { ok: false, reason: "not_empty" });
  const hashPassword = () => Promise.reject(new Error("not needed"));
  assert.deepEqual(await seedEngine(engine, { ...growing, hashPassword }), {
    ok: false,
    reason: "not_empty",
  });
  assert.deepEqual(engine.read.all("select code from category", []), [{ code: "A" }]);
  assert.deepEqual(names(engine), []);
});

Deno.test("two seeds at once: the second finds what the first has made", async () => {
  await using engine = await testEngine({ writers });
  const both = await Promise.all([seedEngine(engine, growing), seedEngine(engine, growing)]);
  assert.deepEqual(both.map(({ ok }) => ok), [true, false]);
});
