import { exists, settleFolder } from "~/db/_engine/backup.ts";
import { openEngine } from "~/db/_engine/engine.ts";
import { writers } from "~/db/writers.ts";
import { growBeside, type Growing, removeDatabase } from "./grow_beside.ts";
import { isEmpty, type Seeded } from "./seed_world.ts";

/**
 * Makes the database at `path` from a named world, or leaves it alone when anything was ever done in
 * it. The world grows beside it and takes its place when it is whole.
 */
export async function seedFile(growing: Growing): Promise<Seeded> {
  const { path } = growing;
  if (!await isFree(path)) return { ok: false, reason: "not_empty" };
  const whole = await growBeside(growing);
  removeDatabase(path);
  Deno.renameSync(whole, path);
  settleFolder(path);
  return { ok: true };
}

async function isFree(path: string): Promise<boolean> {
  if (!exists(path)) return true;
  const engine = openEngine({ path, writers });
  const free = isEmpty(engine);
  await engine.close();
  return free;
}
