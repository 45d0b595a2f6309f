import { strict as assert } from "node:assert";
import { settle, world } from "~/db/inventory/testing.ts";
import { addUser, type Browser, type NewUser, signIn, testHouse } from "~/routes/_entry/testing.ts";
import type { TestHouse } from "~/routes/_entry/testing.ts";

async function entered(user: Partial<NewUser> = {}): Promise<{ house: TestHouse; me: Browser }> {
  const house = await testHouse();
  await settle(house.engine);
  await addUser(house, { login: "lizhuo", roles: ["operator"], name: "李卓", ...user });
  return { house, me: await signIn(house, "lizhuo") };
}

const base = {
  code: "BASE",
  nameZh: "目录价",
  nameEn: "",
  currency: "CNY",
  organisationCode: "",
  channel: "",
  grade: "",
  dealerCode: "",
  validFrom: "2026-01-01",
  validUntil: "",
};
const special = { ...base, code: "DS", nameZh: "鼎顺专价", dealerCode: "D-1001" };
const cola = {
  sku: "COLA-330",
  unit: "箱",
  minQuantity: "1",
  validFrom: "2026-01-01",
  validUntil: "",
  price: "26.40",
};
const colaKey = "sku=COLA-330&unit=%E7%AE%B1&min=1&from=2025-12-31T16%3A00%3A00.000Z";

async function priced(me: Browser): Promise<void> {
  for (const list of [base, special, { ...base, code: "B", nameZh: "B 级价", grade: "B" }]) {
    assert.equal((await me.post("/price-list", list)).status, 303, list.code);
  }
  for (
    const row of [cola, { ...cola, minQuantity: "10", price: "25" }, {
      ...cola,
      unit: "罐",
      price: "1.1375",
    }]
  ) assert.equal((await me.post("/price-list/BASE/row", row)).status, 303);
  await me.post("/price-list/B/row", { ...cola, price: "24" });
  await me.post("/price-list/DS/row", { ...cola, validFrom: "2026-06-01", price: "23.50" });
}

Deno.test("price lists are listed with for whom they are, searched and filtered by product", async () => {
  const { house, me } = await entered();
  await using _house = house;
  await priced(me);
  const page = await (await me.get("/price-list")).text();
  for (const said of ["目录价", "所有人", "徐州鼎顺商贸", "等级 B", "01-01 起", "现行"]) {
    assert.ok(page.includes(said), said);
  }
  const found = await (await me.get("/price-list?q=ds")).text();
  assert.ok(found.includes("鼎顺专价") && !found.includes("目录价"));
  const none = await (await me.get("/price-list?sku=TEA-500")).text();
  assert.ok(none.includes("没有符合的"));
});

Deno.test("GET /price-list/:code shows current rows, all rows, and pages by key", async () => {
  const { house, me } = await entered();
  await using _house = house;
  await priced(me);
  const page = await (await me.get("/price-list/BASE")).text();
  for (const said of ["26.40", "25.00", "1.1375", "价格/CNY"]) assert.ok(page.includes(said), said);
  const later = await (await me.get("/price-list/DS")).text();
  assert.ok(later.includes("这张表还没有价"));
  const all = await (await me.get("/price-list/DS?all=1")).text();
  assert.ok(all.includes("23.50") && all.includes("未到"));
  const after = `COLA-330~箱~1~2025-12-31T16:00:00.000Z`;
  const rest = await (await me.get(`/price-list/BASE?after=${encodeURIComponent(after)}`)).text();
  assert.ok(rest.includes("25.00") && rest.includes("1.1375") && !rest.includes("26.40"));
  const before = await me.get(`/price-list/BASE?before=${encodeURIComponent(after)}`);
  assert.ok((await before.text()).includes("还没有价"));
  assert.equal((await me.get("/price-list/NOPE")).status, 404);
});

Deno.test("a price row is added, mended and refused through its page", async () => {
  const { house, me } = await entered();
  await using _house = house;
  await priced(me);
  const form = await (await me.get(`/price-list/BASE/row?${colaKey}`)).text();
  assert.ok(form.includes('value="26.40"') && form.includes('name="version" value="1"'));
  const key = { ...cola, validFrom: "2025-12-31T16:00:00.000Z", version: "1" };
  const ended = await me.post("/price-list/BASE/row", { ...key, validUntil: "2026-07-01" });
  assert.equal(ended.status, 303);
  const next = await me.post("/price-list/BASE/row", {
    ...cola,
    validFrom: "2026-07-01",
    price: "27.20",
  });
  assert.equal(next.status, 303);
  const stale = await me.post("/price-list/BASE/row", { ...key, price: "1" });
  assert.equal(stale.status, 409);
  assert.ok((await stale.text()).includes('value="1"'), "typed text is kept");
  const cases: [object, string][] = [
    [{ ...cola, validFrom: "2026-03-01" }, "在 2026-01-01 到 2026-07-01 已有价。错开日期。"],
    [{ ...cola, validFrom: "2026-09-01" }, "从 2026-07-01 起已有价，没有写失效日"],
    [{ ...cola, sku: "NOPE" }, "没有编码为 NOPE 的商品"],
    [{ ...cola, unit: "托" }, "没有单位“托”"],
    [{ ...cola, sku: "TEA-500", price: "二十" }, "“二十”不是 CNY 的价"],
    [{ ...cola, validFrom: "昨天" }, "日期要写成"],
    [{ ...cola, minQuantity: "0" }, "整数"],
    [{ ...cola, sku: "TEA-500", validUntil: "2026-01-01" }, "不在生效日 2026-01-01 之后"],
    [{ ...cola, validFrom: "2026-07-01" }, "已经有价，去改那一行"],
  ];
  for (const [row, said] of cases) {
    const reply = await me.post("/price-list/BASE/row", row as Record<string, string>);
    assert.equal(reply.status, 422, said);
    assert.ok((await reply.text()).includes(said), said);
  }
});

Deno.test("a price list is made, mended and refused through its pages", async () => {
  const { house, me } = await entered();
  await using _house = house;
  await priced(me);
  const twice = await me.post("/price-list", base);
  assert.equal(twice.status, 422);
  assert.ok((await twice.text()).includes("BASE 已经有了"));
  const form = await (await me.get("/price-list/BASE/edit")).text();
  assert.ok(form.includes('value="2026-01-01"'));
  const tied = await me.post("/price-list/B", { ...base, nameZh: "B 级价", version: "1" });
  assert.equal(tied.status, 422);
  assert.ok((await tied.text()).includes("BASE 给同样的买家也定了 COLA-330"));
  const dollars = await me.post("/price-list/BASE", { ...base, currency: "USD", version: "1" });
  assert.ok((await dollars.text()).includes("表里已有 3 行 CNY 的价，不能换币种"));
  const money = await me.post("/price-list/BASE", { ...base, currency: "AAA", version: "1" });
  assert.ok((await money.text()).includes("没有这个币种"));
  const unknown = { ...base, code: "X", dealerCode: "D-9", organisationCode: "NORTH" };
  const answer = await (await me.post("/price-list", unknown)).text();
  assert.ok(answer.includes("没有编码为 D-9 的经销商"));
  assert.ok(answer.includes("没有编码为 NORTH 的组织"));
  assert.equal(
    (await me.post("/price-list/BASE", { ...base, nameZh: "目录价 2026", version: "1" })).status,
    303,
  );
  assert.equal((await me.post("/price-list/BASE", { ...base, version: "1" })).status, 409);
});

Deno.test("GET /price says which row won and why the others lost", async () => {
  const { house, me } = await entered();
  await using _house = house;
  await priced(me);
  const ask = async (query: string) => await (await me.get(`/price?${query}`)).text();
  const one = await ask("dealer=D-1001&sku=COLA-330&quantity=9&unit=箱");
  for (
    const said of [
      "26.40/箱，用的是“目录价”",
      "¥237.60",
      "没到起订量",
      "给别的等级的",
      "还没到生效日",
      "按别的单位定的",
    ]
  ) assert.ok(one.includes(said), said);
  const ten = await ask("dealer=D-1001&sku=COLA-330&quantity=10");
  assert.ok(ten.includes("25.00/箱，用的是“目录价”") && ten.includes("有起订量更高"));
  const july = await ask("dealer=D-1001&sku=COLA-330&quantity=10&on=2026-07-01");
  assert.ok(july.includes("23.50/箱，用的是“鼎顺专价”") && july.includes("有更贴近这位买家的价"));
  assert.ok((await ask("dealer=D-1001&sku=TEA-500")).includes("任何价目表里都没有这个商品的价"));
  assert.ok((await ask("dealer=D-9&sku=TEA-500")).includes("没有编码为 D-9 的经销商"));
  assert.ok((await ask("dealer=D-1001&sku=NOPE")).includes("没有编码为 NOPE 的商品"));
  const old = await ask("dealer=D-1001&sku=COLA-330&on=2025-06-01");
  assert.ok(old.includes("没有一行价可用"));
});

Deno.test("a dealer sees its own prices and no stranger's", async () => {
  const { house, me } = await entered();
  await using _house = house;
  await priced(me);
  await addUser(house, {
    login: "zhoumin",
    roles: ["dealer_buyer"],
    dealerId: world.dealer.dingshun,
  });
  const dealer = await signIn(house, "zhoumin");
  const lists = await (await dealer.get("/price-list")).text();
  assert.ok(lists.includes("目录价") && lists.includes("鼎顺专价") && !lists.includes("B 级价"));
  assert.equal((await dealer.get("/price-list/B")).status, 404);
  const asked = await (await dealer.get("/price?sku=COLA-330&dealer=D-2001")).text();
  assert.ok(asked.includes("26.40/箱") && asked.includes("徐州鼎顺商贸"));
  assert.ok(!asked.includes("24.00") && !asked.includes("给别的等级的"));
  assert.equal((await dealer.get("/price-list/new")).status, 403);
  assert.equal((await dealer.get("/price-list/BASE/export")).status, 403);
});

Deno.test("GET /price-list/:code/export is a file that can be imported again", async () => {
  const { house, me } = await entered();
  await using _house = house;
  await priced(me);
  const file = await (await me.get("/price-list/BASE/export")).text();
  const [head, ...rows] = file.split("\r\n");
  assert.ok(head!.startsWith("价目表,商品编码,品名,单位,起订量,生效日,失效日,价格,币种,导出人"));
  assert.ok(rows[0]!.startsWith("BASE,COLA-330,青屿可乐,箱,1,2026-01-01,,26.40,CNY,"));
  assert.equal(rows.filter(Boolean).length, 3);
});
