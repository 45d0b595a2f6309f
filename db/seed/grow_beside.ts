import { exists, settle } from "~/db/_engine/backup.ts";
import { openEngine } from "~/db/_engine/engine.ts";
import type { Seams } from "~/db/_engine/seams.ts";
import { writers } from "~/db/writers.ts";
import { seedWorld } from "./seed_world.ts";
import type { Planting, WorldName } from "./worlds.ts";

export type Growing = Omit<Planting, "passwordHash"> & {
  path: string;
  world: WorldName;
  /** Asked only where there is something to seed: a hash takes a tenth of a second. */
  hashPassword: () => Promise<string>;
  seams?: Seams;
};

/**
 * Grows a world in a file beside the database at `path` and answers the file that holds it whole: a
 * seed that was killed has done nothing, and its commits need not wait for the disk.
 */
export async function growBeside(
  { path, world, hashPassword, seams, ...planting }: Growing,
): Promise<string> {
  const [growing, whole] = [`${path}.seeding`, `${path}.seeded`];
  removeDatabase(growing);
  removeDatabase(whole);
  const engine = openEngine({ path: growing, writers, seams });
  const { connection } = engine.writer;
  connection.exec("pragma synchronous = off");
  await seedWorld(engine, world, { ...planting, passwordHash: await hashPassword() });
  connection.run("vacuum into ?", [whole]);
  await engine.close();
  removeDatabase(growing);
  settle(whole);
  return whole;
}

export function removeDatabase(path: string): void {
  [path, `${path}-wal`, `${path}-shm`].filter(exists).forEach((file) => Deno.removeSync(file));
}
