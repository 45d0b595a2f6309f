import { strict as assert } from "node:assert";
import { seedWorld } from "~/db/seed/seed_world.ts";
import {
  type Browser,
  password,
  signIn,
  type TestHouse,
  testHouse,
} from "~/routes/_entry/testing.ts";

type Fields = Record<string, string>;

async function tinyHouse(): Promise<TestHouse> {
  const house = await testHouse();
  const passwordHash = await house.passwords.hash(password);
  await seedWorld(house.engine, "tiny", { passwordHash, print: () => {} });
  return house;
}

/** The fields of the pad as a browser would send them. */
function fieldsOf(page: string): Fields {
  const fields: Fields = {};
  const unescape = (text: string) => text.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  for (const [tag] of page.matchAll(/<input[^>]*>/g)) {
    const name = /\sname="([^"]*)"/.exec(tag)?.[1];
    if (name && !/type="(checkbox|search)"/.test(tag)) {
      fields[name] = unescape(/\svalue="([^"]*)"/.exec(tag)?.[1] ?? "");
    }
  }
  for (
    const [, name, options] of page.matchAll(/<select[^>]*\sname="([^"]*)"[^>]*>(.*?)<\/select>/gs)
  ) {
    fields[name!] = /<option value="([^"]*)"[^>]*selected/.exec(options!)?.[1] ?? "";
  }
  delete fields.back;
  return fields;
}

async function send(browser: Browser, path: string, fields: Fields) {
  const reply = await browser.post(path, fields);
  const text = await reply.text();
  return {
    status: reply.status,
    text,
    location: reply.headers.get("location"),
    fields: fieldsOf(text),
  };
}

async function open(browser: Browser, query = ""): Promise<Fields> {
  const reply = await browser.get(`/order/pad${query}`);
  assert.equal(reply.status, 200);
  return fieldsOf(await reply.text());
}

const total = (page: string) => /class="tot">(?:<[^>]*>)*¥([\d,.]+)/.exec(page)?.[1];

Deno.test("the pad adds by code, by pinyin choice and by paste, merges, and submits what it showed", async () => {
  await using house = await tinyHouse();
  const buyer = await signIn(house, "dingshun");
  let pad = await send(buyer, "/order/pad", { ...await open(buyer), add: "w-0550-24" });
  assert.match(pad.text, /天然矿泉水/);
  pad = await send(buyer, "/order/pad", { ...pad.fields, add: "shui" });
  assert.match(pad.text, /是哪一个/);
  pad = await send(buyer, "/order/pad", { ...pad.fields, pick: "S1-0400-24" });
  pad = await send(buyer, "/order/pad", { ...pad.fields, paste: "W-0550-24\t3\nW-4500-4, 2, 箱" });
  assert.deepEqual([pad.fields["quantity.l1"], pad.fields["quantity.l2"]], ["4", "1"]);
  const shown = total(pad.text);
  const done = await send(buyer, "/order/pad/submission", pad.fields);
  assert.equal(done.status, 303);
  const again = await send(buyer, "/order/pad/submission", pad.fields);
  assert.equal(again.location, done.location, "the same form again is the same order");
  const confirmation = await (await buyer.get(done.location!)).text();
  assert.equal(total(confirmation), shown, "what was foreseen is what was submitted");
  assert.equal(house.engine.read.all("select 1 from sales_order", []).length, 1);
  assert.equal(house.engine.read.all("select 1 from order_draft", []).length, 0);
  assert.deepEqual(house.engine.broken(), []);
});

Deno.test("what is wrong stands beside its line with a fix, in both languages, and a submit keeps what was typed", async () => {
  await using house = await tinyHouse();
  const buyer = await signIn(house, "dingshun");
  const cases: [typed: Fields, zh: RegExp, en: RegExp][] = [
    [{ "quantity.l1": "9999" }, /可订 1,260 箱.*改为 1,260/s, /1,260 箱 can be ordered/],
    [{ "quantity.l1": "0" }, /1 以上的整数，不是“0”.*改为 1/s, /whole number from 1, not “0”/],
    [{ "quantity.l1": "1.5" }, /1 以上的整数，不是“1.5”/, /whole number from 1, not “1.5”/],
    [{ "code.l1": "NOPE-1" }, /没有编码 NOPE-1/, /No product has the code NOPE-1/],
    [{ "unit.l1": "托" }, /不按“托”卖，可用：.*按箱订/s, /not sold by .?托/],
  ];
  const start = await send(buyer, "/order/pad", { ...await open(buyer), add: "W-0550-24" });
  let fields = start.fields;
  for (const [typed, zh, en] of cases) {
    const good = { "code.l1": "W-0550-24", "unit.l1": "箱", "quantity.l1": "1" };
    const refused = await send(buyer, "/order/pad/submission", { ...fields, ...good, ...typed });
    assert.equal(refused.status, 422, refused.text.slice(0, 200));
    assert.match(refused.text, zh);
    for (const [name, value] of Object.entries(typed)) {
      if (name !== "unit.l1") assert.equal(refused.fields[name], value, "nothing typed is lost");
    }
    fields = refused.fields;
    const english = { ...buyer, cookie: `${buyer.cookie}; lang=en` };
    const page =
      await (await house.app.request("/order/pad", { headers: { cookie: english.cookie } })).text();
    assert.match(page, en);
  }
  assert.equal(house.engine.read.all("select 1 from sales_order", []).length, 0);
});

Deno.test("two windows on one draft: the slower one is told, with its own text kept", async () => {
  await using house = await tinyHouse();
  const buyer = await signIn(house, "dingshun");
  const { fields } = await send(buyer, "/order/pad", { ...await open(buyer), add: "W-0550-24" });
  await send(buyer, "/order/pad", { ...fields, "quantity.l1": "5" });
  const slower = await send(buyer, "/order/pad/submission", { ...fields, "quantity.l1": "7" });
  assert.equal(slower.status, 409);
  assert.match(slower.text, /另一个窗口刚改过/);
  assert.equal(slower.fields["quantity.l1"], "7");
  assert.equal((await send(buyer, "/order/pad/submission", slower.fields)).status, 303);
});

Deno.test("a fragment brings only the rows that look different", async () => {
  await using house = await tinyHouse();
  const buyer = await signIn(house, "dingshun");
  const paste = "W-0550-24 1\nW-4500-4 1\nS1-0400-24 1";
  const { fields } = await send(buyer, "/order/pad", { ...await open(buyer), paste });
  const reply = await house.app.request("/order/pad", {
    method: "POST",
    headers: {
      cookie: buyer.cookie,
      "hx-request": "true",
      "sec-fetch-site": "same-origin",
      "content-type": "application/x-www-form-urlencoded",
    },
    body: String(new URLSearchParams({ ...fields, "quantity.l2": "2" })),
  });
  const text = await reply.text();
  assert.match(text, /hx-target="#line-l2"/);
  assert.doesNotMatch(text, /hx-target="#line-l1"|hx-target="#line-l3"|<html/);
});

Deno.test("another dealer's draft is not there, and a dealer gives no discount", async () => {
  await using house = await tinyHouse();
  const buyer = await signIn(house, "dingshun");
  const sales = await signIn(house, "wangjing");
  const theirs = await send(sales, "/order/pad", {
    ...await open(sales, "?dealer=D-1006"),
    add: "W-0550-24",
  });
  const mine = await open(buyer);
  const stolen = await send(buyer, "/order/pad", {
    ...mine,
    draft: theirs.fields.draft!,
    version: "1",
  });
  assert.equal(stolen.status, 404);
  const added = await send(buyer, "/order/pad", { ...mine, add: "W-0550-24" });
  const greedy = await send(buyer, "/order/pad/submission", {
    ...added.fields,
    "discount.l1": "10",
    discountReason: "老客户",
  });
  assert.equal(greedy.status, 422);
  assert.match(greedy.text, /你不能给折扣/);
});

Deno.test("sales orders for a dealer: both names on it, a discount with its reason, freight as typed", async () => {
  await using house = await tinyHouse();
  const sales = await signIn(house, "wangjing");
  const added = await send(sales, "/order/pad", {
    ...await open(sales, "?dealer=D-1001"),
    add: "W-0550-24",
  });
  const form = { ...added.fields, "quantity.l1": "10", "discount.l1": "5", freight: "12.50" };
  assert.match((await send(sales, "/order/pad/submission", form)).text, /给折扣要写原因/);
  const open2 = await open(sales, "?dealer=D-1001");
  assert.match(
    (await send(sales, "/order/pad/submission", { ...open2, freight: "一百" })).text,
    /运费要写成/,
  );
  const open3 = await open(sales, "?dealer=D-1001");
  const done = await send(sales, "/order/pad/submission", {
    ...open3,
    freight: "12.50",
    discountReason: "开业支持",
  });
  assert.equal(done.status, 303, done.text.slice(0, 300));
  const [order] = house.engine.read.all<Record<string, unknown>>(
    "select o.freight_minor, o.discount_minor, p.code, u.login from sales_order o join partner p on p.id = o.on_behalf_of join app_user u on u.id = o.placed_by",
    [],
  );
  assert.equal(order?.code, "D-1001");
  assert.equal(order?.login, "wangjing");
  assert.equal(order?.freight_minor, 1250);
  assert.ok(Number(order?.discount_minor) > 0);
});
