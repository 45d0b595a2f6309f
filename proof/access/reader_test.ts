import { strict as assert } from "node:assert";
import { opened, scopes } from "~/db/_engine/scope.ts";
import type { Schema } from "~/db/schema.ts";
import { tellsOf } from "./leaks.ts";
import { fillHouseTables, shownBeyond } from "./reader_cells.ts";
import { World } from "./world.ts";

Deno.test("a reader shows no reach a row of a tenant beyond it, and each table's rule is what hides it", async () => {
  await using world = await World.plant();
  await fillHouseTables(world.engine);
  const tells = tellsOf(world);
  const walled = (Object.keys(scopes) as (keyof Schema)[])
    .filter((table) => scopes[table] !== "public");
  const wrong: string[] = [];
  for (const table of walled) {
    wrong.push(...await shownBeyond(world, tells, table));
    opened.add(table);
    const shown = await shownBeyond(world, tells, table).finally(() => opened.delete(table));
    if (shown.length === 0) wrong.push(`opening ${table} shows nobody anything`);
  }
  assert.deepEqual(wrong, []);
});
