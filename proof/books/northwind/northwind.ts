import { existsSync } from "node:fs";
import { openEngine } from "~/db/_engine/engine.ts";
import { testClock, testSeams } from "~/db/_engine/testing.ts";
import { writers } from "~/db/writers.ts";
import { startOfDay } from "~/domain/_kernel/period.ts";
import { proofFolder } from "~/proof/_kit/folder.ts";
import { type Figure, readFigures } from "./figures.ts";
import { compareOrders } from "./compare.ts";
import { openedOn, plantNorthwind } from "./plant.ts";
import { Replay } from "./replay.ts";
import { readSource } from "./source.ts";

export type Northwind = { figures: Figure[]; ordersPerSecond: number; seconds: number };

export const usualFolder = new URL("../../../../shared/data/northwind", import.meta.url).pathname;

export function hasBooks(folder: string): boolean {
  return existsSync(`${folder}/orders.csv`);
}

/** A wholesaler's two years in a fresh database, by the paths everybody uses. */
export async function replayNorthwind(folder: string): Promise<Northwind> {
  const source = await readSource(folder);
  await using place = await proofFolder();
  const clock = testClock(startOfDay(openedOn));
  const path = `${place.folder}/quanyu.db`;
  const engine = openEngine({ path, writers, seams: testSeams(clock) });
  const startedMs = performance.now();
  const employees = await plantNorthwind({ engine, folder: place.folder }, source);
  const plantedMs = performance.now();
  await new Replay(engine, clock, source, employees).run();
  const endedMs = performance.now();
  const figures = [...readFigures(engine), ...compareOrders(engine, source)];
  await engine.close();
  return {
    figures,
    ordersPerSecond: Math.round(source.orders.length / (endedMs - plantedMs) * 1000),
    seconds: Math.round((endedMs - startedMs) / 100) / 10,
  };
}

export const whereToFind =
  "SKIPPED: the Northwind books are not here. Northwind is Microsoft's sample database (MIT): " +
  "https://github.com/microsoft/sql-server-samples, samples/databases/northwind-pubs. Export " +
  "categories, customers, employees, order_details, orders, products, shippers and suppliers as " +
  "CSV in UTF-8 with their column names, then: deno task prove northwind FOLDER";

/** Prints what the database holds after the replay; throws when one figure is not what it was. */
export async function proveNorthwind(folder = usualFolder): Promise<unknown> {
  if (!hasBooks(folder)) {
    console.log(`${whereToFind} (looked in ${folder})`);
    return "skipped";
  }
  const { figures, ordersPerSecond, seconds } = await replayNorthwind(folder);
  for (const { name, value, wanted } of figures) {
    console.log(
      `${value === wanted ? "ok   " : "WRONG"} ${name}: ${value}${
        value === wanted ? "" : `, wanted ${wanted}`
      }`,
    );
  }
  console.log(`      orders per second: ${ordersPerSecond}`);
  const wrong = figures.filter(({ value, wanted }) => value !== wanted);
  if (wrong.length > 0) throw new Error(`${wrong.length} figures of Northwind are wrong`);
  return { ordersPerSecond, seconds };
}
