import { strict as assert } from "node:assert";
import {
  dealerClient,
  type Reach,
  type Resource,
  rights,
  type Role,
} from "~/domain/platform/rights.ts";
import { routes } from "~/routes/mod.ts";
import { noCellFor } from "./alone.ts";
import { Asker, wrongIn } from "./ask.ts";
import { type Cell, readExpected } from "./expected.ts";
import { tellsOf } from "./leaks.ts";
import { type Known, people } from "./principals.ts";
import { requests } from "./requests.ts";
import { World } from "./world.ts";

type Grant = { [resource: string]: { [action: string]: Reach } };

const rightOf = new Map(
  routes.map((
    { method, path, resource, action },
  ) => [`${method} ${path}`, `${resource}.${action}`]),
);
const cells = readExpected().filter(({ route }) => rightOf.has(route) && route in requests);

/** The grant a principal of the matrix lives by, and how another is put in its place. */
function grantOf(known: Known): { grant: Grant; put: (grant: Grant) => void } {
  const role: Role = people[known].role;
  if (known !== "dealer_client") {
    return { grant: rights[role] as Grant, put: (grant) => void (rights[role] = grant) };
  }
  const grant = { ...dealerClient } as Grant;
  return { grant, put: (changed) => void Object.assign(dealerClient, changed) };
}

/** The cells of routes that ask for the right; some rights are asked for inside other routes only. */
function candidates(known: Known, right: string, isWider: boolean): Cell[] {
  const own = cells.filter(({ principal, expected }) => principal === known && expected !== "401");
  const direct = own.filter(({ route }) => rightOf.get(route) === right);
  const telling = (cell: Cell) => isWider === /^(404|422)/.test(cell.expected) ? 0 : 1;
  const near = right.endsWith(".import") ? "/import" : `/${right.split(".")[0]}`;
  return direct.length > 0
    ? direct.toSorted((a, b) => telling(a) - telling(b))
    : own.filter(({ route }) => route.includes(near));
}

async function isNoticed(
  asker: Asker,
  known: Known,
  right: string,
  reach: Reach,
) {
  const [resource, action] = right.split(".") as [Resource, string];
  const { grant, put } = grantOf(known);
  put({ ...grant, [resource]: { ...grant[resource], [action]: reach } });
  try {
    for (const cell of candidates(known, right, reach !== "none")) {
      if (wrongIn(cell, await asker.askPlainly(cell)).length > 0) return true;
    }
    return false;
  } finally {
    put(grant);
  }
}

Deno.test("taking any right away, or letting it reach everything, breaks a cell", async () => {
  await using world = await World.plant();
  const asker = new Asker(world, tellsOf(world));
  const unnoticed: string[] = [];
  let mutants = 0;
  for (const known of Object.keys(people) as Known[]) {
    for (const [resource, actions] of Object.entries(grantOf(known).grant)) {
      for (const [action, reach] of Object.entries(actions)) {
        const right = `${resource}.${action}`;
        const changed: Reach[] = reach === "all" ? ["none"] : ["none", "all"];
        for (const other of changed) {
          mutants++;
          if (!await isNoticed(asker, known, right, other)) {
            unnoticed.push(`${known} ${right} ${other}`);
          }
        }
      }
    }
  }
  assert.deepEqual(unnoticed.filter((name) => !noCellFor.some(([what]) => what.test(name))), []);
  console.log(`${mutants} rights changed, ${asker.sent} requests`);
});
