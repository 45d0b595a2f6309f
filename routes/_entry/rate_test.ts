import assert from "node:assert/strict";
import { addUser, browser, ownForm, signIn, type TestHouse, testHouse } from "./testing.ts";

/** No share grows while a test runs, however slow the machine. */
const standing = () => 0;

const denials = ({ engine }: TestHouse) =>
  engine.read.all<{ user_id: string | null }>("select user_id from denial", [])
    .map(({ user_id }) => user_id);

async function counted(times: number, ask: () => Response | Promise<Response>) {
  const counts: Record<number, number> = {};
  for (let i = 0; i < times; i++) {
    const { status, body } = await ask();
    await body?.cancel();
    counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
}

const from = (hostname: string) => ({ remoteAddr: { hostname } });
const foreign = (house: TestHouse, address: string, headers: Record<string, string> = {}) => () =>
  house.app.request("/preference", { method: "POST", headers }, from(address));

Deno.test("a stranger's refused requests cost no row and end at the limit of the network", async () => {
  await using house = await testHouse({ shareMs: standing });
  const flood = await counted(700, foreign(house, "203.0.113.7"));
  assert.deepEqual(Object.keys(flood), ["403", "429"]);
  const neighbour = await foreign(house, "203.0.113.200")();
  assert.equal(neighbour.status, 429);
  assert.ok(Number(neighbour.headers.get("retry-after")) >= 1);
  assert.equal((await foreign(house, "198.51.100.1")()).status, 403, "another network");
  const unsigned = () => house.app.request("/me", {}, from("192.0.2.1"));
  assert.deepEqual(Object.keys(await counted(700, unsigned)), ["303", "429"]);
  const api = () => house.app.request("/api/v1/orders", { method: "POST" }, from("198.51.101.1"));
  assert.deepEqual(Object.keys(await counted(700, api)), ["401", "429"]);
  assert.deepEqual(denials(house), []);
});

Deno.test("a known user's forbidden request is noted, and their share bounds how many", async () => {
  await using house = await testHouse({ shareMs: standing });
  const userId = await addUser(house, { login: "wangjing", roles: ["sales"] });
  const seat = await signIn(house, "wangjing");
  assert.equal((await seat.get("/system")).status, 403);
  assert.deepEqual(denials(house), [userId]);
  const flood = await counted(150, () => seat.get("/system"));
  assert.ok(flood[429]! > 0, JSON.stringify(flood));
  assert.equal(denials(house).length, 1 + flood[403]!);
});

Deno.test("a foreign page spends the share of its network, not that of the user whose cookie it rides on", async () => {
  await using house = await testHouse({ shareMs: standing });
  await addUser(house, { login: "wangjing", roles: ["sales"] });
  const { cookie } = await signIn(house, "wangjing");
  const ridden = { ...ownForm, "sec-fetch-site": "cross-site", cookie };
  await counted(500, foreign(house, "203.0.113.7", ridden));
  assert.equal((await browser(house, cookie).get("/me")).status, 200);
  assert.deepEqual(denials(house), []);
});
