import { strict as assert } from "node:assert";
import { routes } from "~/routes/mod.ts";
import { Asker } from "./ask.ts";
import { nameOf, readExpected } from "./expected.ts";
import { tellsOf } from "./leaks.ts";
import { type Ask, requests } from "./requests.ts";
import { World } from "./world.ts";

const known = new Set(routes.map(({ method, path }) => `${method} ${path}`));
const hidden = readExpected().filter(({ route, relation, expected }) =>
  known.has(route) && route in requests && relation !== null && expected === "404"
);

/** The same request about a thing that nobody has: a name of the same shape. */
function aboutNothing(ask: Ask): Ask {
  const none = (value: string) =>
    /^[0-9A-Z]{26}$/.test(value)
      ? "7" + value.slice(1)
      : value.replace(/[^-]+$/, (tail) => "9".repeat(tail.length));
  const path = Object.entries(ask.path ?? {}).map(([name, value]) => [name, none(value)]);
  return { ...ask, path: Object.fromEntries(path) };
}

/** What was asked for may stand in the answer; what is made for each answer is left out. */
function withoutNames(text: string, ask: Ask): string {
  let plain = text;
  for (const value of Object.values(ask.path ?? {})) {
    plain = plain.replaceAll(value, "…").replaceAll(encodeURIComponent(value), "…");
  }
  return plain.replace(/[0-9A-HJKMNP-TV-Z]{26}/g, "ID");
}

Deno.test("not yours and not there are answered alike, to the letter", async () => {
  await using world = await World.plant();
  const asker = new Asker(world, tellsOf(world));
  const told: string[] = [];
  let compared = 0;
  for (const cell of hidden) {
    const { route, principal, relation } = cell;
    const ask = requests[route]!(asker.thing(principal, relation), principal);
    if (!ask.path) continue;
    const nothing = aboutNothing(ask);
    const [theirs, nobodys] = [
      await asker.send(route, ask, principal),
      await asker.send(route, nothing, principal),
    ];
    compared++;
    const alike = theirs.status === nobodys.status &&
      withoutNames(theirs.text, ask) === withoutNames(nobodys.text, nothing);
    if (!alike) told.push(`${nameOf(cell)}: ${theirs.status} and ${nobodys.status}`);
  }
  assert.deepEqual(told, []);
  console.log(`${compared} pairs`);
});
