import { backup } from "~/db/_engine/backup.ts";
import type { Engine } from "~/db/_engine/engine.ts";
import { dayOf } from "~/domain/_kernel/period.ts";

const kept = 14;

/** One copy a day beside the database, checked as it is made; the oldest go after a fortnight. */
export async function backUpDaily(engine: Engine, folder: string): Promise<void> {
  await Deno.mkdir(folder, { recursive: true, mode: 0o700 });
  const file = `${folder}/quanyu-${dayOf(engine.seams.now())}.db`;
  if (await missing(file)) await backup(engine, file);
  await dropOldest(folder);
}

async function missing(file: string): Promise<boolean> {
  try {
    await Deno.lstat(file);
    return false;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return true;
    throw error;
  }
}

async function dropOldest(folder: string): Promise<void> {
  const names: string[] = [];
  for await (const { name } of Deno.readDir(folder)) {
    if (/^quanyu-\d{4}-\d{2}-\d{2}\.db$/.test(name)) names.push(name);
  }
  for (const name of names.sort().slice(0, -kept)) {
    await Deno.remove(`${folder}/${name}`);
    await Deno.remove(`${folder}/${name}.sha256`);
  }
}
