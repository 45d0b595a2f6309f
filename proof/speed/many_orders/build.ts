import { testEngine } from "~/db/_engine/testing.ts";
import { plantWorld } from "~/db/dispatch/testing.ts";
import { writers } from "~/db/writers.ts";
import { multiply } from "./multiply.ts";
import { plantPeople } from "./people.ts";
import { makeTemplates } from "./templates.ts";

/** Databases with so many orders each, alike in everything else; answers their paths. */
export async function buildManyOrders(
  folder: string,
  counts: readonly number[],
): Promise<string[]> {
  const seed = `${folder}/seed.db`;
  await using engine = await testEngine({ writers });
  const world = await plantWorld(engine);
  await plantPeople(engine, world.planter);
  const templates = await makeTemplates(engine, world);
  engine.writer.connection.exec(`vacuum into '${seed}'`);
  const paths: string[] = [];
  for (const count of counts) {
    const path = `${folder}/orders_${count}.db`;
    await Deno.copyFile(seed, path);
    multiply(path, count, templates);
    paths.push(path);
  }
  return paths;
}
