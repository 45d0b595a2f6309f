import { strict as assert } from "node:assert";
import { dealers, skus } from "~/db/dispatch/testing.ts";
import { limitBuyers } from "~/db/order/testing.ts";
import { type OrderHouse, orderHouse } from "./testing.ts";

const { dingshun, hengfeng, baichuan } = dealers;
const cases = (quantity: number) => [{ sku: skus.water, quantity }];

/** Numbers of the rows on a page of the list. */
function numbersIn(html: string): string[] {
  return [...html.matchAll(/<td class="c-[a-z]+" ?><a href="\/order\/(SO-[\d-]+)">/g)].map((
    [, number],
  ) => number!);
}

async function listed(house: OrderHouse, person: Parameters<OrderHouse["as"]>[0], query = "") {
  const reply = await (await house.as(person)).get(`/order${query}`);
  assert.equal(reply.status, 200);
  const text = await reply.text();
  return { text, numbers: numbersIn(text) };
}

/** Three orders of the east, one of the south, a day apart. */
async function someOrders(house: OrderHouse) {
  const { world, clock } = house;
  const first = await world.order(cases(1));
  clock.advance(24 * 3_600_000);
  const second = await world.order(cases(2), { dealer: hengfeng });
  const third = await world.order(cases(3), { dealer: baichuan });
  clock.advance(24 * 3_600_000);
  const fourth = await world.order(cases(4));
  await world.release(fourth.id);
  return [first, second, third, fourth].map(({ number }) => number) as [
    string,
    string,
    string,
    string,
  ];
}

Deno.test("GET /order shows each person the orders in their sight, newest first", async () => {
  await using house = await orderHouse();
  const [first, second, third, fourth] = await someOrders(house);
  assert.deepEqual((await listed(house, "operator")).numbers, [fourth, third, second, first]);
  assert.deepEqual((await listed(house, "sales")).numbers, [fourth, second, first]);
  assert.deepEqual((await listed(house, "finance")).numbers, [fourth, second, first]);
  assert.deepEqual((await listed(house, "south")).numbers, [third]);
  assert.deepEqual((await listed(house, "buyer")).numbers, [fourth, first]);
  assert.deepEqual((await listed(house, "stranger")).numbers, [second]);
  assert.deepEqual((await listed(house, "xuzhou")).numbers, [fourth, second, first]);
  assert.deepEqual((await listed(house, "nanjing")).numbers, []);
});

Deno.test("GET /order filters by view, stage, dealer and day, each in the URL", async () => {
  await using house = await orderHouse();
  const [first, second, third, fourth] = await someOrders(house);
  const found = async (query: string) => (await listed(house, "operator", query)).numbers;
  assert.deepEqual(await found("?view=picking"), [fourth]);
  assert.deepEqual(await found("?view=to_pick"), [third, second, first]);
  assert.deepEqual(await found("?stage=released"), [fourth]);
  assert.deepEqual(await found("?stage=completed"), []);
  assert.deepEqual(await found(`?dealer=${hengfeng}`), [second]);
  assert.deepEqual(await found(`?dealer=${dingshun}&view=to_pick`), [first]);
  assert.deepEqual(await found("?dealer=D999999"), []);
  assert.deepEqual(await found("?from=2026-03-03"), [fourth, third, second]);
  assert.deepEqual(await found("?to=2026-03-02"), [first]);
  assert.deepEqual(await found("?from=2026-03-03&to=2026-03-03&view=to_pick"), [third, second]);
  assert.deepEqual(await found("?view=nonsense&from=someday"), [fourth, third, second, first]);
});

Deno.test("GET /order finds by number, last digits, the customer's own number and the dealer's name", async () => {
  await using house = await orderHouse();
  const [first, second, third, fourth] = await someOrders(house);
  const own = await house.api("POST", "/api/v1/orders", {
    externalNumber: "PO-7781",
    lines: cases(1),
  }, { by: "dealer" });
  assert.equal(own.status, 201);
  const fifth = (await own.json()).number;
  const found = async (q: string, person: "operator" | "buyer" = "operator", more = "") =>
    (await listed(house, person, `?q=${encodeURIComponent(q)}${more}`)).numbers;
  assert.deepEqual(await found(second), [second]);
  assert.deepEqual(await found("3"), [third]);
  assert.deepEqual(await found("SO-2026-000"), [fifth, fourth, third, second, first]);
  assert.deepEqual(await found("PO-7781"), [fifth]);
  assert.deepEqual(await found("恒丰"), [second]);
  assert.deepEqual(await found("gzbcfs"), [third]);
  assert.deepEqual(await found(baichuan), [third]);
  assert.deepEqual(await found("SO-2026-000", "operator", "&view=picking"), [fourth]);
  assert.deepEqual(await found(second, "buyer"), []);
  assert.deepEqual(await found("SO-2026-000", "buyer"), [fifth, fourth, first]);
  assert.deepEqual(await found("没有这个"), []);
});

Deno.test("GET /order pages by key, forth and back, and keeps the filter in its links", async () => {
  await using house = await orderHouse();
  const numbers: string[] = [];
  for (let i = 0; i < 52; i++) {
    house.clock.advance(1000);
    numbers.unshift(
      (await house.world.planter.order(
        { channel: "portal", lines: cases(1) },
        { dealer: { code: dingshun }, mayDiscount: false, boundByDealerLimit: false },
      )).number,
    );
  }
  const first = await listed(house, "operator", `?dealer=${dingshun}`);
  assert.deepEqual(first.numbers, numbers.slice(0, 50));
  const older = /rel="next" href="\/order([^"]+)"/.exec(first.text)![1]!.replaceAll("&amp;", "&");
  assert.match(older, /dealer=D320301/);
  const second = await listed(house, "operator", older);
  assert.deepEqual(second.numbers, numbers.slice(50));
  const newer = /rel="prev" href="\/order([^"]+)"/.exec(second.text)![1]!.replaceAll("&amp;", "&");
  assert.deepEqual((await listed(house, "operator", newer)).numbers, numbers.slice(0, 50));
});

Deno.test("GET /order counts the views that mean work, and names the filter that finds nothing", async () => {
  await using house = await orderHouse();
  await someOrders(house);
  const { text } = await listed(house, "sales");
  assert.match(text, /待配货<i ?>2<\/i>/);
  assert.match(text, /配货中<i ?>1<\/i>/);
  const nothing = await listed(house, "sales", "?view=to_approve&dealer=D320301");
  assert.match(nothing.text, /现在只看：待审核，经销商编码：D320301。/);
  const english = await (await house.as("sales")).get("/order?stage=completed", {
    cookie: `${(await house.as("sales")).cookie}; lang=en`,
  });
  assert.match(await english.text(), /You are looking only at: Status: Completed/);
});

Deno.test("GET /order/export streams the filtered list with who took it and when", async () => {
  await using house = await orderHouse();
  const [first, second] = await someOrders(house);
  const reply = await (await house.as("sales")).get("/order/export?view=to_pick");
  assert.equal(reply.headers.get("content-type"), "text/csv; charset=utf-8");
  const [head, ...lines] = (await reply.text()).trim().split("\r\n");
  assert.match(head!, /^\ufeff?单号,外部单号,经销商编码,经销商,渠道,数量,金额,币种/);
  assert.deepEqual(lines.map((line) => line.split(",")[0]), [second, first]);
  assert.match(lines[1]!, /D320301,徐州鼎顺商贸,订货平台,1 箱,26.4,CNY,徐州仓/);
  assert.match(lines[0]!, /王静 \(sales\)/);
  assert.equal((await (await house.as("xuzhou")).get("/order/export")).status, 403);
});

Deno.test("GET /api/v1/orders pages by cursor and hides what is not in sight", async () => {
  await using house = await orderHouse();
  const [first, second, , fourth] = await someOrders(house);
  const page = await house.api("GET", "/api/v1/orders?limit=1", undefined, { by: "dealer" });
  const { items } = await page.json();
  assert.deepEqual(items.map(({ number }: { number: string }) => number), [fourth]);
  assert.deepEqual(items[0].total, { amountMinor: 10_560, currency: "CNY" });
  const [, next] = /^<([^>]+)>; rel="next"$/.exec(page.headers.get("link")!)!;
  const rest = await house.api("GET", next!, undefined, { by: "dealer" });
  assert.equal(rest.headers.get("link"), null);
  assert.deepEqual((await rest.json()).items.map(({ number }: { number: string }) => number), [
    first,
  ]);
  const other = await house.api("GET", `/api/v1/orders/${second}`, undefined, { by: "dealer" });
  const none = await house.api("GET", "/api/v1/orders/SO-2026-999999", undefined, { by: "dealer" });
  assert.equal(other.status, 404);
  assert.deepEqual(await other.json(), await none.json());
});

Deno.test("another dealer's order number is not there, on any path", async () => {
  await using house = await orderHouse();
  await limitBuyers(house.world.planter, 0);
  const { number } = await house.world.order(cases(1), { dealer: hengfeng });
  const buyer = await house.as("buyer");
  const fields = { version: "1", because: "试试", reason: "试试" };
  assert.equal((await buyer.get(`/order/${number}`)).status, 404);
  assert.equal((await buyer.get(`/order/${number}/cancellation`)).status, 404);
  assert.equal((await buyer.post(`/order/${number}/cancellation`, fields)).status, 404);
  assert.equal(
    (await (await house.also("approver")).post(`/order/${number}/approval`, fields)).status,
    404,
  );
  assert.equal(
    (await (await house.also("southsales")).post(`/order/${number}/approval`, fields)).status,
    404,
  );
  const cancelled = await house.api("POST", `/api/v1/orders/${number}/cancellation`, {
    because: "试试",
  }, { by: "dealer" });
  assert.equal(cancelled.status, 404);
});
