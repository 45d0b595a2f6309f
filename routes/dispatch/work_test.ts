import { strict as assert } from "node:assert";
import { skus } from "~/db/dispatch/testing.ts";
import { type DispatchHouse, dispatchHouse, type Person } from "./testing.ts";

async function listed(house: DispatchHouse, person: Person, query = ""): Promise<string[]> {
  const page = await (await (await house.as(person)).get(`/fulfilment${query}`)).text();
  return [...page.matchAll(/href="\/fulfilment\/(PK-[\d-]+)"/g)].map(([, number]) => number!);
}

/** Water over 徐州仓 and 南京仓: one part each, so each warehouse has work of its own. */
async function split(house: DispatchHouse) {
  const { world } = house;
  const { id, number } = await world.order([
    { sku: skus.tea, quantity: 4 },
    { sku: skus.family, quantity: 4 },
  ]);
  await world.release(id);
  return { id, number, parts: world.fulfilments(id).map((part) => part.number) };
}

Deno.test("GET /fulfilment lists a warehouse's own work, and all of it for the house", async () => {
  await using house = await dispatchHouse();
  const { parts } = await split(house);
  const [nanjing, xuzhou] = parts;
  assert.deepEqual(await listed(house, "xuzhou"), [xuzhou]);
  assert.deepEqual(await listed(house, "nanjing"), [nanjing]);
  assert.deepEqual(await listed(house, "operator"), parts);
  assert.deepEqual(await listed(house, "sales"), parts);
  assert.equal((await (await house.as("buyer")).get("/fulfilment")).status, 403);
});

Deno.test("GET /fulfilment has a view for each state, the oldest work first", async () => {
  await using house = await dispatchHouse();
  const { parts } = await split(house);
  const later = await house.world.order([{ sku: skus.tea, quantity: 1 }]);
  const [planned] = house.world.fulfilments(later.id);
  await house.world.ship(parts[1]!, [{ lineNo: 1, quantity: 1 }]);
  await house.world.ship(parts[0]!);
  assert.deepEqual(await listed(house, "operator", "?state=planned"), [planned!.number]);
  assert.deepEqual(await listed(house, "operator", "?state=part_shipped"), [parts[1]]);
  assert.deepEqual(await listed(house, "operator", "?state=shipped"), [parts[0]]);
  assert.deepEqual(await listed(house, "operator", "?state=all"), [
    planned!.number,
    parts[1],
    parts[0],
  ]);
});

Deno.test("GET /fulfilment is narrowed by node and by the promised day", async () => {
  await using house = await dispatchHouse();
  const { parts } = await split(house);
  assert.deepEqual(await listed(house, "operator", "?node=NJ01"), [parts[0]]);
  assert.deepEqual(await listed(house, "operator", "?due=2026-03-04"), parts);
  assert.deepEqual(await listed(house, "operator", "?due=2026-03-03"), []);
  assert.deepEqual(await listed(house, "operator", "?due=yesterday"), parts);
});

Deno.test("GET /fulfilment pages by key in both directions", async () => {
  await using house = await dispatchHouse();
  const orders = 53;
  for (let i = 0; i < orders; i++) {
    await house.world.planter.order(
      { channel: "portal", lines: [{ sku: skus.tea, quantity: 1 }] },
      { dealer: { code: "D320301" }, mayDiscount: false, boundByDealerLimit: false },
    );
  }
  await house.world.relay.wake();
  const browser = await house.as("operator");
  const first = await (await browser.get("/fulfilment?state=planned")).text();
  const next = /rel="next" href="([^"]+)"/.exec(first)![1]!.replaceAll("&amp;", "&");
  const rest = await (await browser.get(next)).text();
  const numbers = (page: string) => [...page.matchAll(/href="\/fulfilment\/(PK-[\d-]+)"/g)].length;
  assert.deepEqual([numbers(first), numbers(rest)], [50, orders - 50]);
  const back = /rel="prev" href="([^"]+)"/.exec(rest)![1]!.replaceAll("&amp;", "&");
  const again = await (await browser.get(back)).text();
  assert.equal(numbers(again), 50);
  assert.doesNotMatch(again, /rel="prev"/);
});

Deno.test("a scanned number opens its page; an order's number lists its parts", async () => {
  await using house = await dispatchHouse();
  const { number, parts } = await split(house);
  const shipment = await house.world.ship(parts[1]!);
  const browser = await house.as("operator");
  const goes = async (q: string) =>
    (await browser.get(`/fulfilment?q=${encodeURIComponent(q)}`)).headers.get("location");
  assert.equal(await goes(parts[0]!), `/fulfilment/${parts[0]}`);
  assert.equal(await goes(` ${parts[0]!.toLowerCase()} `), `/fulfilment/${parts[0]}`);
  assert.equal(await goes(shipment), `/shipment/${shipment}`);
  assert.deepEqual((await listed(house, "operator", `?q=${number}`)).sort(), [...parts].sort());
  const missed = await (await browser.get("/fulfilment?q=PK-2026-999999")).text();
  assert.match(missed, /找不到 PK-2026-999999/);
});

Deno.test("a scanned number of another warehouse is not here", async () => {
  await using house = await dispatchHouse();
  const { parts } = await split(house);
  const page = await (await (await house.as("xuzhou")).get(`/fulfilment?q=${parts[0]}`)).text();
  assert.match(page, /找不到/);
});

Deno.test("GET /fulfilment/export is a stamped file of what is in sight", async () => {
  await using house = await dispatchHouse();
  const { parts } = await split(house);
  const reply = await (await house.as("xuzhou")).get("/fulfilment/export?state=all");
  const file = await reply.text();
  assert.match(reply.headers.get("content-type")!, /text\/csv/);
  assert.match(file, new RegExp(`${parts[1]},`));
  assert.doesNotMatch(file, new RegExp(parts[0]!));
  assert.match(file, /徐州仓管/);
  assert.equal((await (await house.as("sales")).get("/fulfilment/export")).status, 403);
});
