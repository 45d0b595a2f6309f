import { strict as assert } from "node:assert";
import { dealers, skus } from "~/db/dispatch/testing.ts";
import { grantCredit, limitBuyers } from "~/db/order/testing.ts";
import { type Browser, signIn } from "~/routes/_entry/testing.ts";
import { type OrderHouse, orderHouse } from "./testing.ts";

const fragment = { "hx-request": "true" };

/** Placed by the dealer's buyer on the pad's path: above the buyer's limit, and over the credit limit. */
async function waiting(house: OrderHouse, { limit = 0, creditMinor = 20_000_000 } = {}) {
  const { world } = house;
  await limitBuyers(world.planter, limit);
  await grantCredit(world.planter, { limitMinor: creditMinor, overLimit: "approve" });
  const userId = house.engine.read.all<{ id: string }>(
    "select id from app_user where login = 'buyer'",
    [],
  )[0]!.id;
  const buyer = { userId, name: "周敏", onBehalfOf: null };
  const { number } = await world.planter.as(buyer).order(
    { channel: "portal", lines: [{ sku: skus.water, quantity: 10 }] },
    { dealer: { code: dealers.dingshun }, mayDiscount: false, boundByDealerLimit: true },
  );
  return number;
}

function statusOf(house: OrderHouse, number: string) {
  return house.engine.read.all<{ stage: string; awaiting: string | null; version: number }>(
    "select stage, awaiting, version from sales_order where number = ?",
    [number],
  )[0]!;
}

const decide = (browser: Browser, number: string, what: string, fields: Record<string, string>) =>
  browser.post(`/order/${number}/${what}`, { version: "1", reason: "", ...fields });

Deno.test("an order passes the dealer's gate, then ours, and both are told in words", async () => {
  await using house = await orderHouse();
  const number = await waiting(house, { creditMinor: 10_000 });
  const approver = await house.also("approver");
  const inbox = await (await approver.get("/approval")).text();
  assert.match(inbox, new RegExp(number));
  assert.match(inbox, /合计 ¥264.00，超过订货员限额 ¥0.00/);
  assert.doesNotMatch(await (await (await house.as("sales")).get("/approval")).text(), /SO-2026/);

  const page = await decide(approver, number, "approval", { reason: "按计划补货" });
  assert.equal(page.status, 303);
  assert.equal(page.headers.get("location"), `/order/${number}`);
  assert.deepEqual(statusOf(house, number), {
    stage: "awaiting_approval",
    awaiting: "company",
    version: 2,
  });

  const sales = await house.as("sales");
  assert.match(await (await sales.get("/approval")).text(), /超出信用额度 ¥164.00/);
  assert.equal((await decide(sales, number, "approval", { version: "2" })).status, 303);
  assert.equal(statusOf(house, number).stage, "unrouted");
  await house.world.relay.wake();
  const shown = await (await sales.get(`/order/${number}`)).text();
  assert.match(shown, /按计划补货/);
  assert.match(shown, /系统 排到徐州仓/);
  assert.deepEqual(await house.engine.broken(), []);
});

Deno.test("a discount above the organisation's limit waits for one of ours who did not agree it", async () => {
  await using house = await orderHouse();
  const discount = { discountBasisPoints: 1_250, discountReason: "年框" };
  const body = {
    dealer: dealers.dingshun,
    lines: [{ sku: skus.water, quantity: 10, ...discount }],
  };
  const placed = await (await house.api("POST", "/api/v1/orders", body)).json();
  const { number } = placed;
  assert.deepEqual([placed.status, placed.awaiting], ["awaiting_approval", "company"]);
  const sales = await house.as("sales");
  const why = /1 行的议定折扣超过上限 10%，最高 12\.5%（W550）/;
  assert.match(await (await sales.get("/approval")).text(), why);
  const page = await (await sales.get(`/order/${number}`)).text();
  assert.match(page, why);
  assert.match(page, /送厂家审，1 行的议定折扣超过上限 10%/);
  const userId = house.engine.read.all<{ id: string }>(
    "select id from app_user where login = 'sales'",
    [],
  )[0]!.id;
  const own = await house.world.planter.as({ userId, name: "王静", onBehalfOf: null }).order(
    { channel: "staff", lines: body.lines },
    { dealer: { code: dealers.dingshun }, mayDiscount: true, boundByDealerLimit: false },
  );
  const barred = await decide(sales, own.number, "approval", {});
  assert.equal(barred.status, 422);
  assert.match(await barred.text(), /这单是你下的，要别人来审/);
  assert.equal((await decide(sales, number, "approval", {})).status, 303);
  assert.equal(statusOf(house, number).stage, "unrouted");
  await house.world.relay.wake();
  assert.deepEqual(await house.engine.broken(), []);
});

Deno.test("POST /order/:number/approval in the list answers with the decided row, or the whole list", async () => {
  await using house = await orderHouse();
  const approver = await house.also("approver");
  const first = await waiting(house);
  const htmx = await house.app.request(`/order/${first}/approval`, {
    method: "POST",
    body: "version=1&reason=&from=list",
    headers: {
      cookie: approver.cookie,
      "content-type": "application/x-www-form-urlencoded",
      "sec-fetch-site": "same-origin",
      ...fragment,
    },
  }, { remoteAddr: { hostname: "203.0.113.7" } });
  assert.equal(htmx.status, 200);
  assert.match(await htmx.text(), new RegExp(`^<p id="approval-${first}".*${first} 已通过`));
  const second = await waiting(house);
  const plain = await decide(approver, second, "approval", { from: "list" });
  assert.equal(plain.status, 200);
  const text = await plain.text();
  assert.match(text, new RegExp(`${second} 已通过`));
  assert.match(text, /没有要审的/);
});

Deno.test("POST /order/:number/rejection needs a reason and gives stock and credit back", async () => {
  await using house = await orderHouse();
  const number = await waiting(house);
  const approver = await house.also("approver");
  const without = await decide(approver, number, "rejection", { reason: " " });
  assert.equal(without.status, 422);
  assert.match(await without.text(), /aria-invalid="true"/);
  assert.equal(
    (await decide(approver, number, "rejection", { reason: "额度留给元旦" })).status,
    303,
  );
  assert.equal(statusOf(house, number).stage, "rejected");
  const shown = await (await (await house.as("buyer")).get(`/order/${number}`)).text();
  assert.match(shown, /丁总 退回：额度留给元旦/);
  const [credit] = house.engine.read.all<{ used: number }>(
    "select open_order_minor as used from credit_account a join partner p on p.id = a.dealer_id where p.code = ?",
    [dealers.dingshun],
  );
  assert.equal(credit!.used, 0);
  assert.deepEqual(await house.engine.broken(), []);
});

Deno.test("a decision on a stale version comes back with what was typed", async () => {
  await using house = await orderHouse();
  const number = await waiting(house);
  const approver = await house.also("approver");
  const stale = await decide(approver, number, "rejection", { version: "7", reason: "价格没谈好" });
  assert.equal(stale.status, 409);
  const text = await stale.text();
  assert.match(text, /value="价格没谈好"/);
  assert.match(text, /name="version" value="1"/);
  assert.match(text, /别人刚改过/);
  const inList = await decide(approver, number, "rejection", {
    version: "7",
    reason: "价格没谈好",
    from: "list",
  });
  assert.equal(inList.status, 409);
  assert.match(await inList.text(), /value="价格没谈好"/);
});

Deno.test("who placed it, who is at the other gate and who has none cannot approve", async () => {
  await using house = await orderHouse();
  const number = await waiting(house);
  assert.equal((await decide(await house.as("buyer"), number, "approval", {})).status, 403);
  assert.equal((await (await house.as("buyer")).get("/approval")).status, 403);
  assert.equal((await decide(await house.as("xuzhou"), number, "approval", {})).status, 403);
  const ours = await decide(await house.as("sales"), number, "approval", {});
  assert.equal(ours.status, 422);
  assert.match(await ours.text(), /先等经销商自己审/);

  const { userId } = house.engine.read.all<{ userId: string }>(
    "select id as userId from app_user where login = 'owner'",
    [],
  )[0]!;
  const owner = { userId, name: "鼎顺老板", onBehalfOf: null };
  const own = await house.world.planter.as(owner).order(
    { channel: "portal", lines: [{ sku: skus.water, quantity: 10 }] },
    { dealer: { code: dealers.dingshun }, mayDiscount: false, boundByDealerLimit: true },
  );
  const self = await decide(await house.as("owner"), own.number, "approval", {});
  assert.equal(self.status, 422);
  assert.match(await self.text(), /这单是你下的，要别人来审/);
});

Deno.test("approving after the hold ran out names what is gone, or holds the stock again", async () => {
  await using house = await orderHouse();
  const { world } = house;
  const number = await waiting(house);
  const before = await (await (await house.also("approver")).get(`/order/${number}`)).text();
  assert.match(before, /库存锁到 03-05 10:00，过时释放。/);
  house.clock.advance(73 * 3_600_000);
  const { number: taker } = await world.order([{ sku: skus.water, quantity: 335 }], {
    dealer: dealers.hengfeng,
  });
  const approver = await signIn(house, "approver");
  assert.match(
    await (await approver.get(`/order/${number}`)).text(),
    /库存已释放，通过审核时再锁。/,
  );
  const gone = await decide(approver, number, "approval", { reason: "同意" });
  assert.equal(gone.status, 422);
  const text = await gone.text();
  assert.match(text, /锁货到期后 W550 被订走了：要 240，只剩 120/);
  assert.match(text, /value="同意"/);
  const operator = await signIn(house, "operator");
  const { version } = statusOf(house, taker);
  await operator.post(`/order/${taker}/cancellation`, {
    version: String(version),
    because: "让货",
  });
  assert.equal((await decide(approver, number, "approval", {})).status, 303);
  assert.match(await (await approver.get(`/order/${number}`)).text(), /重新锁货/);
  await world.relay.wake();
  assert.deepEqual(await house.engine.broken(), []);
});

Deno.test("POST /order/:number/cancellation asks why, cancels the whole order, and only we stop a picking one", async () => {
  await using house = await orderHouse();
  const { world } = house;
  const buyer = await house.as("buyer");
  const { number } = await world.order([{ sku: skus.water, quantity: 3 }]);
  const ask = await buyer.get(`/order/${number}/cancellation`);
  assert.match(await ask.text(), /整张单作废/);
  const version = String(statusOf(house, number).version);
  const silent = await buyer.post(`/order/${number}/cancellation`, { version, because: "" });
  assert.equal(silent.status, 422);
  const done = await buyer.post(`/order/${number}/cancellation`, { version, because: "下错了" });
  assert.equal(done.status, 303);
  assert.equal(statusOf(house, number).stage, "cancelled");
  assert.match(await (await buyer.get(`/order/${number}`)).text(), /周敏 取消订单：下错了/);

  const picked = await world.order([{ sku: skus.water, quantity: 3 }]);
  await world.release(picked.id);
  const now = String(statusOf(house, picked.number).version);
  const late = await buyer.post(`/order/${picked.number}/cancellation`, {
    version: now,
    because: "不要了",
  });
  assert.equal(late.status, 422);
  const text = await late.text();
  assert.match(text, /仓库已经在配货/);
  assert.match(text, /value="不要了"/);
  const sales = await house.as("sales");
  const stale = await sales.post(`/order/${picked.number}/cancellation`, {
    version: "1",
    because: "客户不要了",
  });
  assert.equal(stale.status, 409);
  assert.match(await stale.text(), /value="客户不要了"/);
  const ours = await sales.post(`/order/${picked.number}/cancellation`, {
    version: now,
    because: "客户不要了",
  });
  assert.equal(ours.status, 303);
  assert.equal(statusOf(house, picked.number).stage, "cancelled");
  await world.relay.wake();
  assert.deepEqual(await house.engine.broken(), []);
});

Deno.test("the rest of a part-shipped order is cancelled, what left stays", async () => {
  await using house = await orderHouse();
  const { world } = house;
  const { id, number } = await world.order([{ sku: skus.water, quantity: 10 }]);
  await world.release(id);
  const [part] = world.fulfilments(id);
  await world.ship(part!.number, [{ lineNo: 1, quantity: 24 }]);
  const sales = await house.as("sales");
  assert.match(await (await sales.get(`/order/${number}`)).text(), /取消没发的/);
  const version = String(statusOf(house, number).version);
  const done = await sales.post(`/order/${number}/cancellation`, { version, because: "缺货" });
  assert.equal(done.status, 303);
  assert.equal(statusOf(house, number).stage, "shipped");
  const shown = await (await sales.get(`/order/${number}`)).text();
  assert.match(shown, /已取消[\s\S]*?−237\.60[\s\S]*?应付[\s\S]*?¥26\.40/);
  const { total, cancelled, payable } = await (await house.api("GET", `/api/v1/orders/${number}`))
    .json();
  assert.deepEqual(
    [total, cancelled, payable].map(({ amountMinor }) => amountMinor),
    [26_400, 23_760, 2_640],
  );
  await world.relay.wake();
  assert.deepEqual(await house.engine.broken(), []);
});

Deno.test("POST /api/v1/orders/:number/approval and cancellation answer how the order stands", async () => {
  await using house = await orderHouse();
  const number = await waiting(house);
  const cancel = (body: object, key: string, lang: "zh" | "en" = "zh") =>
    house.api("POST", `/api/v1/orders/${number}/cancellation`, body, { by: "dealer", key, lang });
  const stale = await cancel({ because: "下错了", version: 9 }, "cancel-1-0000", "en");
  assert.equal(stale.status, 412);
  assert.match((await stale.json()).detail, /Somebody changed it/);
  const done = await cancel({ because: "下错了", version: 1 }, "cancel-2-0000");
  assert.deepEqual(await done.json(), { number, version: 2, status: "cancelled", awaiting: null });
  const same = await cancel({ because: "下错了", version: 1 }, "cancel-2-0000");
  assert.equal(same.status, 200);
  assert.equal(same.headers.get("idempotent-replayed"), "true");
  const other = await cancel({ because: "改主意了", version: 1 }, "cancel-2-0000");
  assert.equal(other.status, 422);
  assert.equal((await other.json()).title, "idempotency_key_reused");
  const again = await cancel({ because: "再来一次" }, "cancel-3-0000");
  assert.equal(again.status, 422);
  assert.match((await again.json()).detail, /订单现在是“已取消”，不能取消/);
  const approve = await house.api("POST", `/api/v1/orders/${number}/approval`, {
    decision: "approve",
  }, { by: "dealer" });
  assert.equal(approve.status, 403);
  const mute = await house.api("POST", `/api/v1/orders/${number}/approval`, { decision: "reject" });
  assert.equal(mute.status, 422);
});
