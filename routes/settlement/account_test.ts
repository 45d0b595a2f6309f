import { strict as assert } from "node:assert";
import { dealers, skus } from "~/db/dispatch/testing.ts";
import { type DispatchHouse, dispatchHouse, type Person } from "~/routes/dispatch/testing.ts";

/** 62.40 owed for one shipment of 茉莉花茶. */
async function owed(house: DispatchHouse, dealer: string = dealers.dingshun): Promise<string> {
  const { id } = await house.world.order([{ sku: skus.tea, quantity: 2 }], { dealer });
  await house.world.release(id);
  return await house.world.ship(house.world.fulfilments(id)[0]!.number);
}

async function read(house: DispatchHouse, person: Person, path: string): Promise<string> {
  return await (await (await house.as(person)).get(path)).text();
}

const dealersIn = (page: string) =>
  [...page.matchAll(/href="\/account\/(D\d+)/g)].map(([, code]) => code);

Deno.test("GET /account lists who owes what, each organisation its own dealers", async () => {
  await using house = await dispatchHouse();
  await owed(house);
  await owed(house, dealers.hengfeng);
  const page = await read(house, "finance", "/account");
  assert.deepEqual(dealersIn(page), [dealers.hengfeng, dealers.dingshun]);
  assert.match(page, /199,937\.60/);
  assert.deepEqual(dealersIn(await read(house, "south", "/account?view=all")), [dealers.baichuan]);
  assert.deepEqual(dealersIn(await read(house, "south", "/account")), []);
  assert.equal((await (await house.as("xuzhou")).get("/account")).status, 403);
});

Deno.test("GET /account has a view for what is overdue, and finds by name or pinyin", async () => {
  await using house = await dispatchHouse();
  await owed(house);
  house.clock.set("2026-04-01T02:00:00.000Z");
  await owed(house, dealers.hengfeng);
  assert.deepEqual(dealersIn(await read(house, "finance", "/account?view=overdue")), []);
  house.clock.set("2026-04-02T02:00:00.000Z");
  assert.deepEqual(dealersIn(await read(house, "finance", "/account?view=overdue")), [
    dealers.dingshun,
  ]);
  assert.deepEqual(dealersIn(await read(house, "finance", "/account?view=over_limit")), []);
  for (const q of ["鼎顺", "dingshun", "d320301"]) {
    assert.deepEqual(dealersIn(await read(house, "finance", `/account?view=all&q=${q}`)), [
      dealers.dingshun,
    ]);
  }
});

Deno.test("GET /account leads a dealer to the own account", async () => {
  await using house = await dispatchHouse();
  const reply = await (await house.as("buyer")).get("/account");
  assert.equal(reply.headers.get("location"), `/account/${dealers.dingshun}`);
});

Deno.test("GET /account/:dealer is a statement: opening, entries with their balance, closing", async () => {
  await using house = await dispatchHouse();
  await owed(house);
  house.clock.set("2026-03-20T02:00:00.000Z");
  const shipment = await owed(house);
  const receipt = await house.world.pay(5000, { reference: "ICBC 0320" });
  house.clock.set("2026-03-21T02:00:00.000Z");
  const page = await read(
    house,
    "buyer",
    `/account/${dealers.dingshun}?from=2026-03-20&to=2026-03-20`,
  );
  const entries = page.slice(page.indexOf('id="entries"'));
  const figures = [...entries.matchAll(/−?[\d,]+\.\d\d/g)].map(([figure]) => figure);
  assert.match(entries, new RegExp(shipment));
  assert.match(entries, new RegExp(receipt));
  assert.match(entries, /ICBC 0320/);
  const opening = "62.40";
  assert.equal(figures[0], opening);
  assert.ok(figures.includes("124.80"), figures.join());
  assert.ok(figures.includes("74.80"), figures.join());
});

Deno.test("GET /account/:dealer shows what is open with its age, and what may still be ordered", async () => {
  await using house = await dispatchHouse();
  await owed(house);
  const due = await read(house, "buyer", `/account/${dealers.dingshun}`);
  assert.match(due, /还有 30 天/);
  assert.match(due, /账期 30 天/);
  assert.match(due, /199,937\.60/);
  house.clock.set("2026-04-04T02:00:00.000Z");
  const late = await read(house, "buyer", `/account/${dealers.dingshun}`);
  assert.match(late, /逾期 3 天/);
  assert.match(late, /其中逾期/);
});

Deno.test("GET /account/:dealer: a sum paid ahead is a balance below zero, not a debt", async () => {
  await using house = await dispatchHouse();
  await house.world.pay(100_000);
  const page = await read(house, "finance", `/account/${dealers.dingshun}`);
  assert.match(page, /余额为负/);
  assert.match(page, /−¥1,000\.00/);
  assert.deepEqual(house.engine.broken(), []);
});

Deno.test("GET /account/:dealer mends a period that ends before it begins, and says so", async () => {
  await using house = await dispatchHouse();
  const path = `/account/${dealers.dingshun}?from=2026-03-20&to=2026-03-01`;
  assert.match(await read(house, "buyer", path), /起始日在结束日之后/);
  assert.equal((await (await house.as("buyer")).get(`${path}&from=soon`)).status, 200);
});

Deno.test("GET /account/:dealer of another dealer, region or organisation is not there", async () => {
  await using house = await dispatchHouse();
  await owed(house);
  for (const person of ["stranger", "south"] as const) {
    const reply = await (await house.as(person)).get(`/account/${dealers.dingshun}`);
    assert.equal(reply.status, 404);
    assert.doesNotMatch(await reply.text(), /鼎顺|62\.40/);
  }
  const reply = await (await house.as("sales")).get(`/account/${dealers.baichuan}`);
  assert.equal(reply.status, 404);
});

Deno.test("accounts and statements leave as stamped files, for those who may export", async () => {
  await using house = await dispatchHouse();
  await owed(house);
  await house.world.pay(5000);
  const list = await read(house, "finance", "/account/export?view=all");
  assert.match(list, /D320301,徐州鼎顺商贸,CNY,200000,0,12\.4,0,2026-04-01,陈会计/);
  assert.doesNotMatch(list, /D440101/);
  const statement = await read(house, "owner", `/account/${dealers.dingshun}/export`);
  assert.match(statement, /发货,SH-2026-000001,SO-2026-000001,62\.4,,62\.4,鼎顺老板/);
  assert.match(statement, /收款,RC-2026-000001,,,50,12\.4,/);
  const buyer = await house.as("buyer");
  assert.equal((await buyer.get(`/account/${dealers.dingshun}/export`)).status, 403);
  const foreign = await (await house.as("owner")).get(`/account/${dealers.hengfeng}/export`);
  assert.equal(foreign.status, 404);
});

Deno.test("GET /api/v1/dealers/{code}/account tells balance, credit and open items", async () => {
  await using house = await dispatchHouse();
  const shipment = await owed(house);
  const money = (amountMinor: number) => ({ amountMinor, currency: "CNY" });
  const at = `/api/v1/dealers/${dealers.dingshun}/account`;
  const reply = await house.api("GET", at, undefined, { by: "dealer" });
  assert.deepEqual(await reply.json(), {
    dealer: dealers.dingshun,
    currency: "CNY",
    receivable: money(6240),
    overdue: money(0),
    advance: money(0),
    openOrders: money(0),
    limit: money(20_000_000),
    available: money(19_993_760),
    openItems: [{
      shipment,
      order: "SO-2026-000001",
      dueOn: "2026-04-01",
      amount: money(6240),
      open: money(6240),
    }],
  });
  const foreign = `/api/v1/dealers/${dealers.hengfeng}/account`;
  assert.equal((await house.api("GET", foreign, undefined, { by: "dealer" })).status, 404);
  assert.equal((await house.api("GET", foreign)).status, 200);
});
