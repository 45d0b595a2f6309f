import { strict as assert } from "node:assert";
import { skus } from "~/db/dispatch/testing.ts";
import { loadOrder } from "~/db/order/orders.ts";
import type { OrderId } from "~/domain/_kernel/id.ts";
import { stageOf } from "~/domain/order/order.ts";
import { type DispatchHouse, dispatchHouse } from "./testing.ts";

async function routed(house: DispatchHouse) {
  const order = await house.world.order([{ sku: skus.water, quantity: 10 }]);
  return { ...order, version: String(versionOf(house, order.id)) };
}

function orderOf({ engine }: DispatchHouse, id: OrderId) {
  return loadOrder(engine.asSystem("a test looks"), id);
}
const versionOf = (house: DispatchHouse, id: OrderId) => orderOf(house, id).version;
const stage = (house: DispatchHouse, id: OrderId) => stageOf(orderOf(house, id));

Deno.test("GET /order/:id/routing says why from there, to scale, node by node", async () => {
  await using house = await dispatchHouse();
  const { number, id } = await routed(house);
  const browser = await house.as("sales");
  const page = await (await browser.get(`/order/${number}/routing`)).text();
  assert.match(page, /为什么从徐州仓发/);
  assert.match(page, /徐州仓一次发齐，03-04 周三能到，费用最低。没有更省的排法。/);
  assert.match(page, /第二省的是南京仓，多 ¥3\.00。/);
  assert.match(page, /aria-label="下界 96\.90，选用 96\.90，差 0\.00"/);
  assert.match(page, /多 6\.00/);
  assert.equal((await browser.get(`/order/${id}/routing`)).status, 200);
});

Deno.test("GET /order/:id/routing keeps our costs from dealers, and other regions' orders from sales", async () => {
  await using house = await dispatchHouse();
  const { number } = await routed(house);
  const south = await house.world.order([{ sku: skus.water, quantity: 1 }], { dealer: "D440101" });
  assert.equal((await (await house.as("buyer")).get(`/order/${number}/routing`)).status, 403);
  assert.equal((await (await house.as("sales")).get(`/order/${south.number}/routing`)).status, 404);
});

Deno.test("POST /order/:id/routing-override sends it from elsewhere, with the reason kept", async () => {
  await using house = await dispatchHouse();
  const { number, id, version } = await routed(house);
  const browser = await house.as("sales");
  const reply = await browser.post(`/order/${number}/routing-override`, {
    version,
    node: "HF01",
    reason: "客户要求和上一单同批到",
  });
  assert.equal(reply.status, 303);
  assert.equal(reply.headers.get("location"), `/order/${number}`);
  const page = await (await browser.get(`/order/${number}/routing`)).text();
  assert.match(page, /王静 改由合肥仓发：客户要求和上一单同批到。系统排的是徐州仓，少花 ¥6\.00。/);
  assert.match(page, /系统排的/);
  assert.match(page, /排过 2 次/);
  assert.deepEqual(
    house.world.fulfilments(id).map(({ state }) => state),
    ["void", "planned"],
  );
  assert.deepEqual(house.engine.broken(), []);
});

const overrides = [
  {
    when: "a node of another pool",
    form: { node: "GZ01" },
    status: 422,
    says: /没有编码为 GZ01 的仓/,
  },
  {
    when: "a node that has too little",
    form: { node: "NJ01" },
    quantity: 41,
    status: 422,
    says: /NJ01 的 W550 只有 960，这单要 984/,
  },
  { when: "no reason", form: { reason: " " }, status: 422, says: /这里要填/ },
  { when: "a stale version", form: { version: "1" }, status: 409, says: /别人刚改过/ },
];

Deno.test.each(overrides)(
  "POST /order/:id/routing-override refuses $when and keeps what was typed",
  async ({ form, quantity = 10, status, says }) => {
    await using house = await dispatchHouse();
    const { number, id } = await house.world.order([{ sku: skus.water, quantity }]);
    const version = String(versionOf(house, id));
    const typed = { version, node: "HF01", reason: "分批到货", ...form };
    const reply = await (await house.as("sales")).post(`/order/${number}/routing-override`, typed);
    const page = await reply.text();
    assert.equal(reply.status, status);
    assert.match(page, says);
    assert.match(page, /<details class="in cut" open/);
    assert.ok(page.includes(`value="${typed.reason}"`));
    assert.equal(house.world.fulfilments(id).filter(({ state }) => state === "void").length, 0);
  },
);

Deno.test("POST /order/:id/routing-override is not for a warehouse", async () => {
  await using house = await dispatchHouse();
  const { number, version } = await routed(house);
  const form = { version, node: "HF01", reason: "离得近" };
  assert.equal(
    (await (await house.as("xuzhou")).post(`/order/${number}/routing-override`, form)).status,
    403,
  );
});

Deno.test("POST /order/:id/routing routes again what had no stock", async () => {
  await using house = await dispatchHouse();
  const { world } = house;
  const { number, id } = await world.order([{ sku: skus.tea, quantity: 5 }]);
  const browser = await house.as("sales");
  const again = await browser.post(`/order/${number}/routing`);
  assert.equal(again.status, 200);
  assert.match(await again.text(), /没有还没排仓的货，不用再排/);
  assert.equal(world.fulfilments(id).length, 1);
  await world.release(id);
  await world.ship(world.fulfilments(id)[0]!.number);
  const gone = await browser.post(`/order/${number}/routing`);
  assert.equal(gone.status, 422);
  assert.match(await gone.text(), /订单现在是“在途”，不能排仓/);
});

Deno.test("POST /order/:id/release hands the parts to their warehouses", async () => {
  await using house = await dispatchHouse();
  const { number, id, version } = await routed(house);
  const browser = await house.as("sales");
  const stale = await browser.post(`/order/${number}/release`, { version: "1" });
  assert.equal(stale.status, 409);
  const reply = await browser.post(`/order/${number}/release`, { version });
  assert.equal(reply.headers.get("location"), `/order/${number}`);
  assert.equal(stage(house, id), "released");
  const twice = await browser.post(`/order/${number}/release`, {
    version: String(versionOf(house, id)),
  });
  assert.equal(twice.status, 422);
  assert.match(await twice.text(), /没有排好仓、等着下发的货/);
});

Deno.test("POST /order/:id/release by a warehouse releases its own part and goes back to it", async () => {
  await using house = await dispatchHouse();
  const { number, id } = await house.world.order([
    { sku: skus.tea, quantity: 4 },
    { sku: skus.family, quantity: 4 },
  ]);
  const [nanjing, xuzhou] = house.world.fulfilments(id);
  const back = `/fulfilment/${xuzhou!.number}`;
  const version = String(versionOf(house, id));
  const reply = await (await house.as("xuzhou")).post(`/order/${number}/release`, {
    version,
    back,
  });
  assert.equal(reply.headers.get("location"), back);
  const states = house.world.fulfilments(id).map((part) => [part.number, part.state]);
  assert.deepEqual(states, [[nanjing!.number, "planned"], [xuzhou!.number, "released"]]);
  assert.deepEqual(house.engine.broken(), []);
});

Deno.test("POST /order/:id/release never leads out of the house", async () => {
  await using house = await dispatchHouse();
  const { number, version } = await routed(house);
  const reply = await (await house.as("sales")).post(`/order/${number}/release`, {
    version,
    back: "https://elsewhere.example/",
  });
  assert.equal(reply.headers.get("location"), "/");
});

Deno.test("POST /order/:id/release is not for dealers or strangers", async () => {
  await using house = await dispatchHouse();
  const { number, version, id } = await routed(house);
  const at = `/order/${number}/release`;
  assert.equal((await (await house.as("buyer")).post(at, { version })).status, 403);
  assert.equal((await (await house.as("finance")).post(at, { version })).status, 403);
  assert.equal((await (await house.as("nanjing")).post(at, { version })).status, 404);
  assert.equal(stage(house, id), "routed");
});
