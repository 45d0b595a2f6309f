import { strict as assert } from "node:assert";
import { opened, scopes } from "~/db/_engine/scope.ts";
import type { Schema } from "~/db/schema.ts";
import { routes } from "~/routes/mod.ts";
import { notReadAlone } from "./alone.ts";
import { Asker, wrongIn } from "./ask.ts";
import { type Cell, nameOf, readExpected } from "./expected.ts";
import { type Tells, tellsOf } from "./leaks.ts";
import type { Known } from "./principals.ts";
import { fillHouseTables, shownBeyond } from "./reader_cells.ts";
import { requests } from "./requests.ts";
import { World } from "./world.ts";

type Table = keyof Schema;
type Pass = { touching: Map<string, Cell[]>; wrong: Set<string> };

const known = new Set(routes.map(({ method, path }) => `${method} ${path}`));
const tables = Object.keys(scopes) as Table[];
const walled = tables.filter((table) => scopes[table] !== "public");
/** Whose scope is no wall: they see all anyway, or get no further than the door. */
const unscoped = ["anonymous", "operator", "auditor"];

/** Not read alone, or the house's own, which nobody reads who does not see all. */
const isSecondLock = (table: Table) => scopes[table] === "system" || table in notReadAlone;

/** The first pass: which cells read which tables, and which are not as expected even now. */
async function firstPass(world: World, asker: Asker): Promise<Pass> {
  const pass: Pass = { touching: new Map(), wrong: new Set() };
  const cells = readExpected().filter(({ route, principal }) =>
    known.has(route) && route in requests && !unscoped.includes(principal)
  );
  for (const cell of cells) {
    world.meet(world.planting.principals[cell.principal as Known]);
    if (wrongIn(cell, await asker.askPlainly(cell)).length > 0) pass.wrong.add(nameOf(cell));
    for (const table of world.touched) {
      pass.touching.getOrInsertComputed(table, () => []).push(cell);
    }
  }
  return pass;
}

/** The first cell that is no longer as expected once everybody sees the whole table. */
async function firstBroken(asker: Asker, table: Table, { touching, wrong }: Pass) {
  opened.add(table);
  try {
    for (const cell of byPromise(touching.get(table) ?? [])) {
      if (wrong.has(nameOf(cell)) || isSecondLock(table) && !isRead(cell)) continue;
      const found = wrongIn(cell, await asker.askPlainly(cell));
      if (found.length > 0) return `${nameOf(cell)}: ${found[0]}`;
    }
    return null;
  } finally {
    opened.delete(table);
  }
}

const isRead = ({ route }: Cell) => route.startsWith("GET ");

/** Reading strangers' things is where a hole shows first. */
function byPromise(cells: readonly Cell[]): Cell[] {
  const promise = ({ route, relation, expected }: Cell) =>
    (route.startsWith("GET ") ? 4 : 0) + (expected === "404" ? 2 : 0) + (relation ? 0 : 1);
  const isTold = ({ route, expected }: Cell) =>
    route.startsWith("GET ") || /^(404|422)/.test(expected);
  return cells.filter((cell) => isTold(cell) && cell.expected !== "401" && cell.expected !== "403")
    .toSorted((a, b) => promise(b) - promise(a));
}

Deno.test("opening any table to everybody breaks a cell of the matrix, or one at the reader", async () => {
  await using world = await World.plant();
  const tells = tellsOf(world);
  const asker = new Asker(world, tells);
  const pass = await firstPass(world, asker);
  const survived: string[] = [];
  for (const table of walled) {
    const isAlone = isSecondLock(table);
    const broken = await firstBroken(asker, table, pass);
    if (isAlone && broken) survived.push(`${table} is read alone: ${broken}`);
    if (isAlone) await fillHouseTables(world.engine);
    const told = broken ?? (isAlone ? await firstShown(world, tells, table) : null);
    if (!told) survived.push(table);
    console.log(`${table.padEnd(20)} ${told ?? "nobody noticed"}`);
    if (isAlone) await world.restore();
  }
  assert.deepEqual(survived, [], "opened and nobody noticed, or noticed though listed in alone.ts");
  console.log(`${walled.length} tables opened, ${asker.sent} requests`);
});

async function firstShown(world: World, tells: Tells, table: Table): Promise<string | null> {
  opened.add(table);
  const shown = await shownBeyond(world, tells, table).finally(() => opened.delete(table));
  return shown[0] ?? null;
}
