import assert from "node:assert/strict";
import { Connection } from "~/db/_engine/native.ts";
import { seedFile } from "./seed_file.ts";

const quiet = { print: () => {}, hashPassword: () => Promise.resolve("$scrypt$for-tests") };

async function folder() {
  const path = await Deno.makeTempDir({ prefix: "quanyu-seed-" });
  return {
    database: `${path}/quanyu.db`,
    names: () => [...Deno.readDirSync(path)].map(({ name }) => name).sort(),
    [Symbol.asyncDispose]: () => Deno.remove(path, { recursive: true }),
  };
}

function skusIn(path: string): number {
  const connection = new Connection(path);
  const found = connection.all("select 1 from sku").length;
  connection.close();
  return found;
}

Deno.test("seedFile() puts a whole world in place and leaves nothing beside it", async () => {
  await using home = await folder();
  const { database: path } = home;
  assert.deepEqual(await seedFile({ path, world: "tiny", ...quiet }), { ok: true });
  assert.deepEqual(home.names(), ["quanyu.db"]);
  assert.equal(skusIn(path), 6);
});

Deno.test("seedFile() begins anew after a seed that was killed", async () => {
  await using home = await folder();
  const { database: path } = home;
  await Deno.writeTextFile(`${path}.seeding`, "half a world");
  await Deno.writeTextFile(`${path}.seeding-wal`, "and its log");
  assert.deepEqual(await seedFile({ path, world: "tiny", ...quiet }), { ok: true });
  assert.deepEqual(home.names(), ["quanyu.db"]);
});

Deno.test("seedFile() does not touch a database with data, nor hashes a password for it", async () => {
  await using home = await folder();
  const { database: path } = home;
  await seedFile({ path, world: "tiny", ...quiet });
  const hashPassword = () => Promise.reject(new Error("not needed"));
  const again = await seedFile({ path, world: "tiny", ...quiet, hashPassword });
  assert.deepEqual(again, { ok: false, reason: "not_empty" });
  assert.equal(skusIn(path), 6);
});
