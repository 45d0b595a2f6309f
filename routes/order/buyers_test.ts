import { strict as assert } from "node:assert";
import { organisations } from "~/db/channel/organisations.ts";
import { findPartnerRecord, partners } from "~/db/channel/partner_records.ts";
import { regions } from "~/db/channel/regions.ts";
import { dealers, skus } from "~/db/dispatch/testing.ts";
import { odd } from "~/db/order/testing.ts";
import { creditAccounts } from "~/db/policy/credit_accounts.ts";
import { priceLists } from "~/db/policy/price_lists.ts";
import type { Planter } from "~/db/seed/planter.ts";
import { dayOf } from "~/domain/_kernel/period.ts";
import type { Partner } from "~/domain/channel/partner.ts";
import type { PriceList } from "~/domain/policy/price/price_list.ts";
import { type OrderHouse, orderHouse } from "./testing.ts";

const lines = [{ sku: skus.water, quantity: 2 }];
const shop = "S-2001";
type Errors = { errors: { code: string; pointer: string; detail: string }[] };

async function change(planter: Planter, code: string, over: Partial<Partner>): Promise<void> {
  const { record } = findPartnerRecord(planter.engine.asSystem("a test changes a partner"), code)!;
  await planter.put(partners as typeof partners & { also?: undefined }, [{ ...record, ...over }]);
}

/** A shop like the dealer: with the same pool, its own address and a credit account. */
async function openShop(planter: Planter, over: Partial<Partner> = {}): Promise<void> {
  const { record } = findPartnerRecord(
    planter.engine.asSystem("a test copies a dealer"),
    dealers.dingshun,
  )!;
  const own = { code: shop, kind: "store" as const, nameZh: "云龙便利店", nameEn: "Yunlong" };
  await planter.put(partners as typeof partners & { also?: undefined }, [
    { ...record, ...own, grade: null, ...over },
  ]);
}

async function giveCredit(planter: Planter, code: string): Promise<void> {
  const limit = { amountMinor: 1_000_000, currency: "CNY" };
  await planter.put(creditAccounts, [
    { code, limit, termDays: 7, overLimit: "block" as const, overdue: "ignore" as const },
  ]);
}

async function addList(
  planter: Planter,
  over: Partial<PriceList> & { code: string },
  price: string,
  sku: string = skus.water,
): Promise<void> {
  const validFrom = "2026-01-01T00:00:00.000Z";
  await planter.put(priceLists, [{
    nameZh: over.code,
    nameEn: over.code,
    currency: "CNY",
    organisationCode: null,
    channel: null,
    regionCode: null,
    grade: null,
    dealerCode: null,
    validFrom,
    validUntil: null,
    ...over,
  }]);
  await planter.prices(over.code, [
    { sku, unit: "箱", minQuantity: 1, validFrom, validUntil: null, price },
  ]);
}

/** What the pad carries hidden, as a browser would send it back. */
function hidden(page: string): Record<string, string> {
  const inputs = page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map(([, name, value]) => [name!, value!]));
}

const placed = async (house: OrderHouse, body: object, by: "erp" | "dealer" = "erp") => {
  const reply = await house.api("POST", "/api/v1/orders", { lines, ...body }, { by });
  return { ...await reply.json(), status: reply.status };
};

Deno.test("a store with a pool, an address and credit orders like a dealer, for itself and through us", async () => {
  await using house = await orderHouse();
  const { planter } = house.world;
  await openShop(planter);
  const none = await placed(house, { dealer: shop });
  assert.equal(none.errors[0].code, "credit_account_missing");
  await giveCredit(planter, shop);
  const order = await placed(house, { dealer: shop, channel: "store" });
  assert.equal(order.status, 201, JSON.stringify(order));
  const told = await (await house.api("GET", `/api/v1/orders/${order.number}`)).json();
  assert.deepEqual([told.dealer, told.channel], [shop, "store"]);
  const sales = await house.as("sales");
  const found = await (await sales.get("/dealer-chooser?q=yunlong")).text();
  assert.ok(found.includes(shop), "sales finds the shop to order for");
  const pad = hidden(await (await sales.get(`/order/pad?dealer=${shop}`)).text());
  assert.equal(pad.dealer, shop);
  const account = await house.api("GET", `/api/v1/dealers/${shop}/account`);
  assert.equal(account.status, 200);
  assert.deepEqual(house.engine.broken(), []);
});

Deno.test("a store without a pool is told so", async () => {
  await using house = await orderHouse();
  await openShop(house.world.planter, { poolCode: null });
  await giveCredit(house.world.planter, shop);
  const { status, errors } = await placed(house, { dealer: shop }) as { status: number } & Errors;
  assert.equal(status, 422);
  assert.deepEqual(errors.map(({ code, pointer }) => [code, pointer]), [
    ["dealer_without_pool", "/dealer"],
  ]);
});

Deno.test("our own client names the channel: it stands on the order and decides the price", async () => {
  await using house = await orderHouse();
  const { planter } = house.world;
  await addList(planter, { code: "TMALL", channel: "tmall" }, "25.00");
  const usual = await placed(house, { dealer: dealers.dingshun });
  assert.equal(usual.total.amountMinor, 5_280);
  const onTheWeb = await placed(house, { dealer: dealers.dingshun, channel: "Tmall" });
  assert.equal(onTheWeb.total.amountMinor, 5_000);
  const quoted = await house.api("POST", "/api/v1/quotes", {
    dealer: dealers.dingshun,
    channel: "tmall",
    lines,
  });
  const { total, lines: [line] } = await quoted.json();
  assert.equal(total.amountMinor, 5_000);
  assert.equal(line.won.list, "TMALL");
  const told = await (await house.api("GET", `/api/v1/orders/${onTheWeb.number}`)).json();
  assert.equal(told.channel, "tmall");
  const sales = await house.as("sales");
  const list = await (await sales.get("/order")).text();
  assert.match(list, /天猫/);
  assert.match(list, /接口/);
  assert.match(await (await sales.get(`/order/${onTheWeb.number}`)).text(), /天猫下单，ERP代客/);
  const file = await (await sales.get("/order/export")).text();
  assert.ok(file.includes("天猫"), "the file says the channel");
});

Deno.test("a dealer's own client stays on its channel, and a channel is a code", async () => {
  await using house = await orderHouse();
  await addList(house.world.planter, { code: "TMALL", channel: "tmall" }, "1.00");
  const refused = await placed(house, { channel: "tmall" }, "dealer");
  assert.equal(refused.status, 422);
  assert.deepEqual(
    refused.errors.map(({ code, pointer }: Errors["errors"][number]) => [code, pointer]),
    [["channel_not_yours", "/channel"]],
  );
  assert.equal((await placed(house, { channel: "api" }, "dealer")).status, 201);
  const shape = await placed(house, { dealer: dealers.dingshun, channel: "天 猫" });
  assert.deepEqual([shape.status, shape.errors[0].pointer], [422, "/channel"]);
  assert.match(shape.errors[0].detail, /渠道用小写字母/);
});

const functions = { sells: true, stocks: true, ships: false, settles: true, services: false };
const unfit: [name: string, over: Partial<Partner>, code: string, words: RegExp][] = [
  [
    "does not sell",
    { functions: { ...functions, sells: false } },
    "dealer_does_not_sell",
    /没有“卖货”职能/,
  ],
  [
    "does not settle",
    { functions: { ...functions, settles: false } },
    "dealer_does_not_settle",
    /没有“结算”职能/,
  ],
];

for (const [name, over, code, words] of unfit) {
  Deno.test(`a dealer that ${name} is refused by API, quote, pad and file`, async () => {
    await using house = await orderHouse();
    await change(house.world.planter, dealers.dingshun, over);
    const order = await placed(house, {}, "dealer");
    assert.deepEqual([order.status, order.errors[0].code], [422, code]);
    const quote = await house.api("POST", "/api/v1/quotes", { lines }, { by: "dealer" });
    const { placeable, errors } = await quote.json();
    assert.deepEqual([placeable, errors[0].code], [false, code]);
    const buyer = await house.as("buyer");
    const pad = hidden(await (await buyer.get("/order/pad")).text());
    const typed = { ...pad, "code.l1": skus.water, "unit.l1": "箱", "quantity.l1": "1" };
    const submitted = await buyer.post("/order/pad/submission", typed);
    assert.equal(submitted.status, 422);
    assert.match(await submitted.text(), words);
    const sales = await house.as("sales");
    const chosen = await (await sales.get(`/dealer-chooser?q=${dealers.dingshun}`)).text();
    assert.equal(chosen.includes("徐州鼎顺商贸"), over.functions!.sells, "offered who may order");
    assert.equal(house.engine.read.all("select 1 from sales_order", []).length, 0);
  });
}

Deno.test("an organisation that has ended takes no more orders, from its last day on", async () => {
  await using house = await orderHouse();
  const { planter } = house.world;
  const today = dayOf(house.engine.clock.now());
  const until = (validUntil: string) =>
    planter.put(organisations, [{
      code: "QY",
      nameZh: "清屿饮品",
      nameEn: "Qingyu Beverages",
      parentCode: null,
      discountLimitBasisPoints: 1_000,
      currency: "CNY",
      validFrom: "2026-01-01",
      validUntil,
    }]);
  await until("2099-01-01");
  assert.equal((await placed(house, {}, "dealer")).status, 201);
  await until(today);
  const late = await placed(house, {}, "dealer");
  assert.deepEqual([late.status, late.errors[0].code], [422, "organisation_not_in_force"]);
  assert.match(late.errors[0].detail, /QY/);
});

Deno.test("a price for a region holds in the regions below it, the nearer one first", async () => {
  await using house = await orderHouse();
  const { planter } = house.world;
  const js = { code: "HD-JS", nameZh: "江苏", nameEn: "Jiangsu", parentCode: "HD" };
  await planter.put(regions, [js]);
  await change(planter, dealers.dingshun, { regionCode: "HD-JS" });
  await addList(planter, { code: "EAST", regionCode: "HD" }, "25.00");
  await addList(planter, { code: "SOUTH", regionCode: "HN" }, "20.00");
  const total = async (dealer: string) =>
    (await placed(house, { dealer })).total.amountMinor as number;
  assert.equal(await total(dealers.dingshun), 5_000, "what holds in the east holds in Jiangsu");
  await addList(planter, { code: "JIANGSU", regionCode: "HD-JS" }, "24.00");
  assert.equal(await total(dealers.dingshun), 4_800, "the nearer region wins");
  assert.equal(await total(dealers.hengfeng), 5_000, "a buyer of the whole east is not in Jiangsu");
  const why = await (await (await house.as("operator")).get(
    `/price?dealer=${dealers.dingshun}&sku=${skus.water}&quantity=2`,
  )).text();
  assert.match(why, /24\.00\s*\/箱/);
  assert.match(why, /给别的区域的/);
  assert.match(why, /有更贴近这位买家的价/);
  const buyer = await house.as("buyer");
  const lists = await (await buyer.get("/price-list")).text();
  assert.ok(lists.includes("2026 价目表"), "what holds for everybody holds here");
  assert.ok(lists.includes("EAST") && lists.includes("JIANGSU") && !lists.includes("SOUTH"));
  assert.equal((await buyer.get("/price-list/SOUTH")).status, 404);
});

Deno.test("a price of another region hides no reason: what ran out here is told as run out", async () => {
  await using house = await orderHouse();
  await addList(house.world.planter, { code: "SOUTH", regionCode: "HN" }, "20.00", odd.expired);
  const { errors } = await placed(house, { lines: [{ sku: odd.expired, quantity: 1 }] }, "dealer");
  assert.equal(errors[0].code, "price_expired");
});
