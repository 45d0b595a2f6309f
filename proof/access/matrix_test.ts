import { strict as assert } from "node:assert";
import { routes } from "~/routes/mod.ts";
import { Asker, wrongIn } from "./ask.ts";
import { type Cell, missing, nameOf, readExpected } from "./expected.ts";
import { tellsOf } from "./leaks.ts";
import { requests } from "./requests.ts";
import { digests } from "./watch.ts";
import { World } from "./world.ts";

const cells = readExpected();
const known = new Set(routes.map(({ method, path }) => `${method} ${path}`));

const isAskable = ({ route }: Cell) => known.has(route) && route in requests;

Deno.test("every route has rows in expected.csv for every principal, and a request to ask with", () => {
  const forgotten = missing(routes, cells).map(({ method, path, principals }) =>
    `${method} ${path}: ${principals.join(" ")}`
  );
  assert.deepEqual(
    forgotten,
    [],
    "deno run -A proof/access/missing.ts prints the lines to fill in",
  );
  assert.deepEqual([...known].filter((route) => !(route in requests)), []);
});

Deno.test("expected.csv and the requests name no route that is not there", () => {
  const gone = [...cells.map(({ route }) => route), ...Object.keys(requests)]
    .filter((route) => !known.has(route));
  assert.deepEqual([...new Set(gone)], []);
});

Deno.test("every principal meets every route about everybody's things as expected.csv says", async () => {
  await using world = await World.plant();
  const before = digests(world.engine.writer.connection);
  const asker = new Asker(world, tellsOf(world));
  const wrong: string[] = [];
  for (const cell of cells.filter(isAskable)) {
    const found = wrongIn(cell, await asker.ask(cell));
    if (found.length > 0) wrong.push(`${nameOf(cell)}: ${[...new Set(found)].join("; ")}`);
  }
  assert.deepEqual(wrong, []);
  assert.deepEqual(digests(world.engine.writer.connection), before);
  console.log(`${known.size} routes, ${cells.length} cells, ${asker.sent} requests`);
});
