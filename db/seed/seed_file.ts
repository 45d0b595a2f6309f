import { exists, settle, settleFolder } from "~/db/_engine/backup.ts";
import { openEngine } from "~/db/_engine/engine.ts";
import type { Seams } from "~/db/_engine/seams.ts";
import { writers } from "~/db/writers.ts";
import { isEmpty, type Seeded, seedWorld } from "./seed_world.ts";
import type { Planting, WorldName } from "./worlds.ts";

export type SeedFile = Omit<Planting, "passwordHash"> & {
  path: string;
  world: WorldName;
  /** Asked only where there is something to seed: a hash takes a tenth of a second. */
  hashPassword: () => Promise<string>;
  seams?: Seams;
};

/**
 * Makes the database at `path` from a named world, or leaves it alone when anything was ever done in
 * it. The world grows in a file beside it and a copy takes the place when it is whole: a seed that
 * was killed has done nothing, and its commits need not wait for the disk.
 */
export async function seedFile(
  { path, world, hashPassword, seams, ...planting }: SeedFile,
): Promise<Seeded> {
  if (!await isFree(path)) return { ok: false, reason: "not_empty" };
  const [growing, whole] = [`${path}.seeding`, `${path}.seeded`];
  removeDatabase(growing);
  removeDatabase(whole);
  const engine = openEngine({ path: growing, writers, seams });
  const { connection } = engine.writer;
  connection.exec("pragma synchronous = off");
  const seeded = await seedWorld(engine, world, {
    ...planting,
    passwordHash: await hashPassword(),
  });
  connection.run("vacuum into ?", [whole]);
  await engine.close();
  settle(whole);
  removeDatabase(path);
  Deno.renameSync(whole, path);
  settleFolder(path);
  removeDatabase(growing);
  return seeded;
}

async function isFree(path: string): Promise<boolean> {
  if (!exists(path)) return true;
  const engine = openEngine({ path, writers });
  const free = isEmpty(engine);
  await engine.close();
  return free;
}

function removeDatabase(path: string): void {
  [path, `${path}-wal`, `${path}-shm`].filter(exists).forEach((file) => Deno.removeSync(file));
}
