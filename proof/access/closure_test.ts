import { strict as assert } from "node:assert";
import { ownForm } from "~/routes/_entry/testing.ts";
import { routes } from "~/routes/mod.ts";
import { Asker } from "./ask.ts";
import { closureCases } from "./closure_cases.ts";
import { tellsOf } from "./leaks.ts";
import { requests } from "./requests.ts";
import { mayChange } from "./watch.ts";
import { World } from "./world.ts";

const known = new Set(routes.map(({ method, path }) => `${method} ${path}`));

/** A refused submission keeps what was typed, in the asker's own draft. */
const mayKeep = (route: string) =>
  route === "POST /order/pad/submission"
    ? [...mayChange, "order_draft", "audit", "outbox"]
    : mayChange;

Deno.test("what a request names besides its own thing is somebody else's: refused, and nothing has changed", async () => {
  await using world = await World.plant();
  const asker = new Asker(world, tellsOf(world));
  const wrong: string[] = [];
  for (const { asker: who, route, swaps, expected, ask } of closureCases) {
    assert.ok(known.has(route), route);
    const { status, changed, leaks } = await asker.send(route, ask(world.things[who]), who);
    const name = `${route} ${who} with ${swaps}`;
    if (status !== expected.replace("=", "")) wrong.push(`${name}: ${status}, not ${expected}`);
    wrong.push(
      ...changed.filter((table) => !mayKeep(route).includes(table)).map((t) =>
        `${name}: changed ${t}`
      ),
      ...leaks.map((leak) => `${name}: shows ${leak}`),
    );
  }
  assert.deepEqual(wrong, []);
  console.log(`${closureCases.length} swaps`);
});

Deno.test("an owner who invites with another dealer's code invites to the own dealer", async () => {
  await using world = await World.plant();
  const { own, other_dealer_same_region: b } = world.things.dealer_owner;
  const { form } = requests["POST /user"]!(own, "dealer_owner");
  await world.request("/user", {
    method: "POST",
    headers: { ...ownForm, cookie: world.planting.principals.dealer_owner.cookie },
    body: new URLSearchParams({ ...form, dealerCode: b.dealer.code } as Record<string, string>)
      .toString(),
  });
  assert.deepEqual(
    world.engine.read.all("select dealer_id from app_user where login = 'new.person'", []),
    [{ dealer_id: own.dealer.id }],
  );
});
