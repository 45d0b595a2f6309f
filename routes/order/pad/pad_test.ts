import { strict as assert } from "node:assert";
import { draft, plantDraft } from "~/db/order/testing.ts";
import { seedWorld } from "~/db/seed/seed_world.ts";
import {
  type Browser,
  password,
  signIn,
  type TestHouse,
  testHouse,
} from "~/routes/_entry/testing.ts";
import { orderHouse } from "../testing.ts";

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

/** The same in the other language: what the form answers to whoever reads English. */
async function sendIn(
  lang: "zh" | "en",
  { house, cookie }: { house: TestHouse; cookie: string },
  path: string,
  fields: Fields,
) {
  const reply = await house.app.request(path, {
    method: "POST",
    headers: {
      cookie: `${cookie}; lang=${lang}`,
      "sec-fetch-site": "same-origin",
      "content-type": "application/x-www-form-urlencoded",
    },
    body: String(new URLSearchParams(fields)),
  });
  const text = await reply.text();
  return { status: reply.status, text, fields: fieldsOf(text) };
}

const submit = "/order/pad/submission";

Deno.test("an empty pad that is sent and one of 1,001 lines say so, in both languages; one only opened does not", async () => {
  await using house = await tinyHouse();
  const { cookie, ...buyer } = await signIn(house, "dingshun");
  const opened = await open({ cookie, ...buyer });
  const said = { zh: /一行商品也没有/, en: /There is not a single line/ };
  assert.doesNotMatch(await (await buyer.get("/order/pad")).text(), said.zh);
  for (const lang of ["zh", "en"] as const) {
    const empty = await sendIn(lang, { house, cookie }, submit, opened);
    assert.equal(empty.status, 422);
    assert.match(empty.text, said[lang]);
    opened.version = empty.fields.version!;
  }
  const many: Fields = { ...await open({ cookie, ...buyer }), nextLine: "2000" };
  for (let n = 1; n <= 1001; n++) {
    Object.assign(many, {
      [`code.l${n}`]: "W-0550-24",
      [`unit.l${n}`]: "箱",
      [`quantity.l${n}`]: "一",
    });
  }
  const limit = {
    zh: /这张单有 1,001 行，一单至多 1,000 行/,
    en: /This order has 1,001 lines; one order takes at most 1,000/,
  };
  for (const lang of ["zh", "en"] as const) {
    const full = await sendIn(lang, { house, cookie }, submit, many);
    assert.equal(full.status, 422);
    assert.match(full.text, limit[lang]);
    many.version = full.fields.version!;
    const kept = await sendIn(lang, { house, cookie }, "/order/pad", many);
    assert.equal(kept.status, 200);
    assert.match(kept.text, limit[lang]);
    many.version = kept.fields.version!;
  }
});

Deno.test("the totals are those of the rows that are counted, and the others are said to be left out", async () => {
  await using house = await tinyHouse();
  const buyer = await signIn(house, "dingshun");
  const start = await send(buyer, "/order/pad", { ...await open(buyer), add: "W-0550-24" });
  const one = total(start.text);
  const paste = "W-4500-4 100263\nS1-0400-24 三";
  const { text, fields } = await send(buyer, "/order/pad", { ...start.fields, paste });
  assert.equal(total(text), one);
  assert.equal(text.match(/未计/g)?.length, 2);
  assert.match(text, /有 2 行没算在内/);
  assert.match(text, /1 行，1 箱</);
  const english = await sendIn("en", { house, cookie: buyer.cookie }, "/order/pad", fields);
  assert.match(english.text, /2 lines not counted/);
});

Deno.test("a wanted day that is none or is over is refused beside its field, what was typed kept", async () => {
  await using house = await tinyHouse();
  const buyer = await signIn(house, "dingshun");
  const { cookie } = buyer;
  const { fields } = await send(buyer, "/order/pad", { ...await open(buyer), add: "W-0550-24" });
  const cases: [typed: string, zh: RegExp, en: RegExp][] = [
    ["2026-02-31", /日期，不是“2026-02-31”/, /is a date such as 2026-11-22, not &quot;2026-02-31/],
    ["明天", /日期，不是“明天”/, /not &quot;明天/],
    ["2020-01-01", /2020-01-01 已经过了，今天是/, /2020-01-01 is over; today is/],
  ];
  for (const [requiredOn, zh, en] of cases) {
    for (const [lang, says] of [["zh", zh], ["en", en]] as const) {
      for (const path of ["/order/pad", submit]) {
        const back = await sendIn(lang, { house, cookie }, path, { ...fields, requiredOn });
        assert.equal(back.status, path === submit ? 422 : 200);
        const box = /<div id="pad-wanted">.*?<\/div><\/div>/s.exec(back.text)![0];
        assert.match(box, says);
        assert.match(box, /aria-invalid="true"/);
        assert.equal(back.fields.requiredOn, requiredOn);
        assert.match(box, requiredOn === "2020-01-01" ? /type="date"/ : /type="text"/);
        fields.version = back.fields.version!;
      }
    }
  }
  const htmx = async (given: Fields) => {
    const reply = await house.app.request("/order/pad", {
      method: "POST",
      headers: {
        cookie,
        "hx-request": "true",
        "sec-fetch-site": "same-origin",
        "content-type": "application/x-www-form-urlencoded",
      },
      body: String(new URLSearchParams(given)),
    });
    return await reply.text();
  };
  const wrong = await htmx({ ...fields, requiredOn: "明天" });
  assert.match(wrong, /hx-target="#pad-wanted"/);
  const { version, looks } = fieldsOf(wrong);
  const right = await htmx({ ...fields, version: version!, looks: looks!, requiredOn: "" });
  assert.match(right, /hx-target="#pad-wanted"/, "the words go when the day is mended");
  const next = fieldsOf(right);
  const quiet = await htmx({ ...fields, version: next.version!, looks: next.looks! });
  assert.doesNotMatch(quiet, /hx-target="#pad-wanted"/);
});

Deno.test("2,500 pasted rows are refused in words, none is added and the text stays in its box", async () => {
  await using house = await tinyHouse();
  const { cookie, ...buyer } = await signIn(house, "dingshun");
  const seat = { cookie, ...buyer };
  const { fields } = await send(seat, "/order/pad", { ...await open(seat), add: "W-4500-4" });
  const paste = Array.from({ length: 2_500 }, (_, n) => `W-0550-24 ${n + 1}`).join("\n");
  const said = {
    zh: /粘贴了 2,500 行，一次至多 2,000 行/,
    en: /2,500 rows were pasted, 2,000 at a time/,
  };
  for (const lang of ["zh", "en"] as const) {
    for (const path of ["/order/pad", submit]) {
      const back = await sendIn(lang, { house, cookie }, path, { ...fields, paste });
      assert.equal(back.status, 422);
      assert.match(back.text, said[lang]);
      assert.match(back.text, /<details class="in" open[^>]*>/);
      assert.match(back.text, /W-0550-24 2500<\/textarea>/);
      assert.equal(back.fields["code.l2"], undefined);
      fields.version = back.fields.version!;
    }
  }
  const fits = paste.split("\n").slice(0, 2_000).join("\n");
  const done = await send(seat, "/order/pad", { ...fields, paste: fits });
  assert.equal(done.fields["quantity.l2"], String(2_000 * 2_001 / 2));
});

Deno.test("a unit typed behind a quantity is read, and a fix offers only what can be meant", async () => {
  await using house = await tinyHouse();
  const buyer = await signIn(house, "dingshun");
  const paste = "W-0550-24 ５箱\nW-4500-4\t1.5\nS1-0400-24 三";
  const { fields, text } = await send(buyer, "/order/pad", { ...await open(buyer), paste });
  assert.deepEqual([fields["quantity.l1"], fields["unit.l1"] ?? "箱"], ["5", "箱"]);
  const fixes = [...text.matchAll(/name="fix" value="(l\d:quantity:[^"]*)"/g)].map(([, fix]) =>
    fix
  );
  assert.deepEqual(fixes, ["l2:quantity:1", "l2:quantity:2"]);
  const odd = await send(buyer, "/order/pad", { ...fields, "quantity.l1": "7台" });
  assert.equal(odd.fields["quantity.l1"], "7台", "a unit it is not sold by is no unit");
  assert.match(odd.text, /value="l1:quantity:7"/);
});

Deno.test("a discount above the organisation's limit is foreseen with its cause, then waits for us", async () => {
  await using house = await tinyHouse();
  const sales = await signIn(house, "wangjing");
  const query = "?dealer=D-1001";
  const added = await send(sales, "/order/pad", { ...await open(sales, query), add: "W-0550-24" });
  const form = { ...added.fields, discountReason: "开业支持", "discount.l1": "12.5" };
  const seen = await send(sales, "/order/pad", form);
  assert.match(seen.text, /提交后由厂家审核/);
  assert.match(seen.text, /1 行的议定折扣超过上限 10%，最高 12\.5%（W-0550-24）/);
  const unreadable = await send(sales, "/order/pad", { ...seen.fields, "discount.l1": "一折" });
  assert.match(unreadable.text, /不是“一折”/);
  assert.match(unreadable.text, /href="#discount-l1"/);
  assert.match(unreadable.text, /有 1 行没算在内/);
  const last = { ...unreadable.fields, "discount.l1": "12.5" };
  const done = await send(sales, submit, last);
  assert.equal(done.status, 303, done.text.slice(0, 300));
  const [order] = house.engine.read.all<{ awaiting: string }>(
    "select awaiting from sales_order",
    [],
  );
  assert.equal(order!.awaiting, "company");
});

Deno.test("a draft product is unknown on a dealer's pad, by code and by name", async () => {
  await using house = await orderHouse();
  await plantDraft(house.world.planter);
  const buyer = await house.as("buyer");
  const { text } = await send(buyer, "/order/pad", { ...await open(buyer), paste: draft });
  assert.match(text, /没有编码 Q335 的商品/);
  assert.doesNotMatch(text, /秘密气泡水|还没上架/);
  const named = await send(buyer, "/order/pad", { ...await open(buyer), add: "秘密气泡水" });
  assert.match(named.text, /没有找到“秘密气泡水”/);
  const found = await (await buyer.get(`/search?q=${encodeURIComponent("秘密")}`)).text();
  assert.doesNotMatch(found, /秘密气泡水|Q335/);
});
