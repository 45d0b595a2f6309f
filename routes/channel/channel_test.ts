import assert from "node:assert/strict";
import { saveAs } from "~/db/_engine/put_testing.ts";
import { findAddress, findPartner, listAddresses } from "~/db/channel/partners.ts";
import { dealer as record, main } from "~/db/channel/testing.ts";
import { pools } from "~/db/inventory/pools.ts";
import { signIn } from "~/routes/_entry/testing.ts";
import { auditRows, tradingHouse } from "./testing.ts";

const all = { kind: "all" } as const;
const { code: _code, ...dealer } = record;
const path = "/dealers/XZDS";

Deno.test("PUT /dealers/{code} creates, is idempotent, and guards the version", async () => {
  await using house = await tradingHouse();
  const put = (body: object, headers: Record<string, string> = {}) =>
    house.call("wangjing", "PUT", "/dealers/SZHY", body, headers);
  const made = await put(dealer);
  assert.deepEqual([made.status, made.headers.get("etag")], [201, '"1"']);
  const rows = auditRows(house);
  assert.equal((await put(dealer)).status, 200);
  assert.equal((await put({ ...dealer, grade: "B" })).status, 428);
  assert.equal((await put({ ...dealer, grade: "B" }, { "if-match": '"7"' })).status, 412);
  assert.equal(auditRows(house), rows);
  const moved = await put({ ...dealer, parentCode: "NJSH" }, { "if-match": '"1"' });
  assert.deepEqual([moved.status, (await moved.json()).parentCode], [200, "NJSH"]);
});

const refusals: [name: string, body: object, code: string, pointer: string][] = [
  ["no pool", { poolCode: null }, "dealer_needs_pool", "/poolCode"],
  ["an unknown pool", { poolCode: "NONE" }, "unknown_pool", "/poolCode"],
  [
    "an unknown organisation",
    { organisationCode: "NONE" },
    "unknown_organisation",
    "/organisationCode",
  ],
  ["an unknown region", { regionCode: "NONE" }, "unknown_region", "/regionCode"],
  ["an unknown parent", { parentCode: "NONE" }, "unknown_parent", "/parentCode"],
  ["itself as parent", { parentCode: "XZDS" }, "relation_cycle", "/parentCode"],
  ["an address twice", { addresses: [main, main] }, "duplicate_address", "/addresses"],
  [
    "a place nobody knows",
    { addresses: [{ ...main, province: "巴伐利亚", zone: "" }] },
    "unknown_province",
    "/addresses/0/province",
  ],
  ["a broken phone", { phone: "电话" }, "phone_shape", "/phone"],
];

for (const [name, body, code, pointer] of refusals) {
  Deno.test(`PUT /dealers/{code} names ${name}`, async () => {
    await using house = await tradingHouse();
    const reply = await house.call("wangjing", "PUT", path, { ...dealer, ...body }, {
      "if-match": '"1"',
    });
    assert.equal(reply.status, 422);
    const { errors } = await reply.json();
    assert.deepEqual([errors[0].code, errors[0].pointer], [code, pointer]);
  });
}

Deno.test("an address that is left out is retired and keeps its id; left out whole they all stay", async () => {
  await using house = await tradingHouse();
  const reader = () => house.engine.reader(all);
  const { id } = findPartner(reader(), "XZDS")!;
  const [before] = listAddresses(reader(), id);
  const { addresses: _addresses, ...rest } = dealer;
  await house.call("wangjing", "PUT", path, { ...rest, parentCode: "NJSH", grade: "C" }, {
    "if-match": '"1"',
  });
  assert.equal(findAddress(reader(), before!.id)!.state, "active");
  await house.call("wangjing", "PUT", path, { ...dealer, addresses: [] }, { "if-match": '"2"' });
  assert.equal(findAddress(reader(), before!.id)!.state, "retired");
});

for (const [path, kind] of [["stores", "store"], ["suppliers", "supplier"]] as const) {
  Deno.test(`PUT, GET and the list of /${path} keep to their kind`, async () => {
    await using house = await tradingHouse();
    const { poolCode, kind: _kind, ...rest } = dealer;
    const body = { ...rest, poolCode: kind === "store" ? poolCode : null };
    const made = await house.call("wangjing", "PUT", `/${path}/P1`, body);
    assert.deepEqual([made.status, (await made.json()).kind], [201, kind]);
    const read = await house.call("wangjing", "GET", `/${path}/P1`);
    assert.deepEqual([read.status, read.headers.get("etag")], [200, '"1"']);
    const { items } = await (await house.call("wangjing", "GET", `/${path}`)).json();
    assert.deepEqual(items.map(({ code }: { code: string }) => code), ["P1"]);
    assert.equal((await house.call("wangjing", "GET", "/carriers/P1")).status, 404);
  });
}

Deno.test("a code of one kind is not another's, and a carrier does without a pool", async () => {
  await using house = await tradingHouse();
  const { poolCode: _pool, kind: _kind, ...plain } = dealer;
  const carrier = await house.call("wangjing", "PUT", "/carriers/SF", plain);
  assert.equal(carrier.status, 201);
  assert.equal((await house.call("wangjing", "GET", "/dealers/SF")).status, 404);
  const taken = await house.call("wangjing", "PUT", "/dealers/SF", dealer);
  assert.equal((await taken.json()).errors[0].code, "already_exists");
  const list = await (await house.call("wangjing", "GET", "/carriers")).json();
  assert.deepEqual(list.items.map((item: { code: string }) => item.code), ["SF"]);
});

Deno.test("a dealer sees itself and below, nobody above and nobody beside", async () => {
  await using house = await tradingHouse();
  await house.call("wangjing", "PUT", "/dealers/SZHY", { ...dealer, nameZh: "苏州恒悦" });
  const seat = await signIn(house, "dealer");
  const list = await (await seat.get("/partner")).text();
  assert.ok(list.includes("XZDS") && !list.includes("NJSH") && !list.includes("苏州恒悦"));
  const own = await (await seat.get("/partner/XZDS")).text();
  assert.ok(own.includes("XZDS") && !own.includes("NJSH") && !own.includes("谁改过什么"));
  assert.ok(!(await (await seat.get("/partner/network")).text()).includes("NJSH"));
  for (const other of ["NJSH", "SZHY"]) {
    assert.equal((await seat.get(`/partner/${other}`)).status, 404);
    assert.equal((await house.call("dealer", "GET", `/dealers/${other}`)).status, 404);
  }
  const api = await house.call("dealer", "GET", path);
  assert.equal((await api.json()).parentCode, undefined);
  assert.equal((await house.call("dealer", "PUT", path, dealer)).status, 403);
  assert.equal((await seat.get("/partner/XZDS/edit")).status, 403);
  assert.equal((await seat.get("/partner/export")).status, 403);
});

Deno.test("sales sees its region only, and a taken code out of sight gives nothing away", async () => {
  await using house = await tradingHouse();
  const seat = await signIn(house, "lizhuo");
  assert.ok(!(await (await seat.get("/partner")).text()).includes("XZDS"));
  assert.equal((await seat.get("/partner/XZDS")).status, 404);
  assert.ok(!(await (await seat.get("/partner/export")).text()).includes("XZDS"));
  const reply = await seat.post("/partner", { ...form, code: "XZDS", regionCode: "ZJ" });
  assert.equal(reply.status, 422);
  assert.ok((await reply.text()).includes("编码 XZDS 已经用了"));
  const out = await seat.post("/partner", { ...form, regionCode: "JS" });
  assert.ok((await out.text()).includes("不归你管"));
  assert.equal((await seat.post("/partner", { ...form, regionCode: "ZJ" })).status, 303);
});

Deno.test("sales chooses among its own organisations, and is told why another's stays as it is", async () => {
  await using house = await tradingHouse();
  const seat = await signIn(house, "lizhuo");
  const blank = await (await seat.get("/partner/new")).text();
  assert.ok(blank.includes('value="QY-E"') && !blank.includes('value="QY"'));
  const away = await seat.post("/partner", { ...form, organisationCode: "QY" });
  assert.equal(away.status, 422);
  assert.match(await away.text(), /组织 QY 不归你管.*/);
  const groups = { ...dealer, code: "GROUP", organisationCode: "QY", regionCode: "ZJ" };
  assert.equal((await house.call("wangjing", "PUT", "/dealers/GROUP", groups)).status, 201);
  const taken = await seat.post("/partner/GROUP", { ...form, code: "GROUP", version: "1" });
  assert.match(await taken.text(), /组织 QY 不归你管/);
  const move = await seat.post("/partner/GROUP/relation", { parentCode: "", from: "2026-03-02" });
  assert.equal(move.status, 422);
  assert.match(await move.text(), /组织 QY 不归你管/);
  const operator = await (await (await signIn(house, "wangjing")).get("/partner/new")).text();
  assert.ok(operator.includes('value="QY-E"') && operator.includes('value="QY"'));
});

Deno.test("a dealer is refused the pool of another organisation, in words beside the pool", async () => {
  await using house = await tradingHouse();
  await saveAs(house.engine, pools, {
    record: { code: "OWN", nameZh: "东部库", nameEn: "Own", organisationCode: "QY-E" },
  });
  const groups = { ...form, organisationCode: "QY", poolCode: "OWN" };
  const reply = await (await signIn(house, "wangjing")).post("/partner", groups);
  assert.equal(reply.status, 422);
  assert.ok((await reply.text()).includes("库存池 OWN 归组织 QY-E，QY 不在它下面"));
  const api = await house.call("wangjing", "PUT", "/dealers/NEW", {
    ...dealer,
    organisationCode: "QY",
    poolCode: "OWN",
  });
  const [error] = (await api.json()).errors;
  assert.deepEqual([api.status, error.code, error.pointer], [
    422,
    "pool_of_another_organisation",
    "/poolCode",
  ]);
});

Deno.test("phone numbers are hidden from the auditor on every page", async () => {
  await using house = await tradingHouse();
  const changed = { ...dealer, parentCode: "NJSH", phone: "0516-8390 9999" };
  await house.call("wangjing", "PUT", path, changed, { "if-match": '"1"' });
  const numbers = /0516-8390|13805201234/;
  const operator = await signIn(house, "wangjing");
  assert.match(await (await operator.get("/partner/XZDS")).text(), numbers);
  assert.match(await (await operator.get("/partner/export")).text(), numbers);
  const auditor = await signIn(house, "auditor");
  for (const page of ["/partner", "/partner/XZDS", "/partner/network"]) {
    const reply = await auditor.get(page);
    assert.equal(reply.status, 200);
    assert.doesNotMatch(await reply.text(), numbers, page);
  }
  assert.equal((await auditor.get("/partner/export")).status, 403);
  assert.doesNotMatch(await (await house.call("auditor", "GET", path)).text(), numbers);
});

const form = {
  kind: "dealer",
  code: "HZXH",
  nameZh: "杭州西湖饮品",
  nameEn: "",
  grade: "A",
  organisationCode: "QY-E",
  regionCode: "ZJ",
  poolCode: "HD",
  parentCode: "",
  currency: "CNY",
  phone: "0571-8000 1234",
  approvalLimitMinor: "20,000",
  "functions[]": ["sells", "settles"],
  state: "active",
  "addresses.0.code": "MAIN",
  "addresses.0.contact": "周琳",
  "addresses.0.phone": "13900005678",
  "addresses.0.province": "浙江省",
  "addresses.0.city": "杭州市",
  "addresses.0.street": "西湖区文三路 1 号",
  "addresses.0.isDefault": "true",
  "addresses.0.zone": "",
  "addresses.1.code": "",
  "addresses.1.province": "",
};

Deno.test("a partner is made and mended on its form", async () => {
  await using house = await tradingHouse();
  const seat = await signIn(house, "wangjing");
  const made = await seat.post("/partner", form);
  assert.deepEqual([made.status, made.headers.get("location")], [303, "/partner/HZXH"]);
  const read = await (await house.call("wangjing", "GET", "/dealers/HZXH")).json();
  assert.equal(read.approvalLimitMinor, 2_000_000);
  assert.deepEqual(read.functions, {
    sells: true,
    stocks: false,
    ships: false,
    settles: true,
    services: false,
  });
  assert.deepEqual(read.addresses.map((a: { zone: string }) => a.zone), ["ZJ"]);
  assert.equal(
    (await seat.post("/partner/HZXH", { ...form, grade: "B", version: "1" })).status,
    303,
  );
  const late = await seat.post("/partner/HZXH", { ...form, grade: "后改的", version: "1" });
  assert.equal(late.status, 409);
  const page = await late.text();
  for (const word of ["后改的", "西湖区文三路 1 号", "别人改过"]) {
    assert.ok(page.includes(word), word);
  }
  const history = await (await seat.get("/partner/HZXH")).text();
  for (const word of ["建档", "等级", "王静"]) assert.ok(history.includes(word), word);
});

const badForms: [name: string, change: object, words: string[]][] = [
  ["a bad limit", { approvalLimitMinor: "两万" }, ["金额要写成", "两万"]],
  ["an unknown parent", { parentCode: "NONE" }, ["没有编码为 NONE 的上级"]],
  ["no pool", { poolCode: "" }, ["经销商要有库存池"]],
  ["an address without a contact", { "addresses.0.contact": " " }, ["这里要填"]],
  ["an address without a phone", { "addresses.0.phone": "" }, ["这里要填"]],
  ["an address without a city", { "addresses.0.city": "" }, ["这里要填"]],
  ["an address without a province", { "addresses.0.province": "" }, ["这里要填"]],
];

for (const [name, change, expected] of badForms) {
  Deno.test(`POST /partner with ${name} answers the form with words and all that was typed`, async () => {
    await using house = await tradingHouse();
    const seat = await signIn(house, "wangjing");
    const reply = await seat.post("/partner", { ...form, ...change });
    assert.equal(reply.status, 422);
    const page = await reply.text();
    for (const word of [...expected, "杭州西湖饮品", "西湖区文三路 1 号"]) {
      assert.ok(page.includes(word), word);
    }
  });
}

Deno.test("POST /partner/:code/relation moves from a day and says why not", async () => {
  await using house = await tradingHouse();
  const seat = await signIn(house, "wangjing");
  const move = (code: string, parentCode: string, from: string) =>
    seat.post(`/partner/${code}/relation`, { parentCode, from });
  const late = await move("XZDS", "", "2026-02-01");
  assert.equal(late.status, 422);
  assert.ok((await late.text()).includes("旧订单不改上级"));
  assert.ok((await (await move("NJSH", "XZDS", "2026-03-02")).text()).includes("不能又当它的上级"));
  assert.ok((await (await move("XZDS", "NJSH", "2026-03-02")).text()).includes("已在 NJSH 下面"));
  assert.equal((await move("XZDS", "", "2026-13-45")).status, 422);
  assert.equal((await move("NOPE", "", "2026-03-02")).status, 404);
  assert.equal((await move("XZDS", "", "2026-04-01")).status, 303);
  assert.ok((await (await seat.get("/partner/XZDS")).text()).includes("04-01 起没有上级"));
  const network = async (on: string) =>
    (await (await seat.get(`/partner/network?on=${on}`)).text()).includes("第 2 级 1 家");
  assert.deepEqual([await network("2026-03-31"), await network("2026-04-01")], [true, false]);
  assert.equal((await move("XZDS", "", "2026-03-02")).status, 303);
  assert.ok((await (await seat.get("/partner/XZDS")).text()).includes("1 级"));
});

Deno.test("the list filters by kind, region, organisation, state and search", async () => {
  await using house = await tradingHouse();
  const seat = await signIn(house, "wangjing");
  const has = async (query: string) =>
    (await (await seat.get(`/partner${query}`)).text()).includes(">XZDS<");
  for (
    const query of [
      "",
      "?kind=dealer",
      "?region=HD",
      "?region=JS",
      "?organisation=QY",
      "?state=active",
      "?q=shangmao",
    ]
  ) {
    assert.equal(await has(query), true, query);
  }
  for (const query of ["?kind=carrier", "?region=ZJ", "?state=suspended", "?q=kele"]) {
    assert.equal(await has(query), false, query);
  }
  assert.ok((await (await seat.get("/partner?kind=carrier")).text()).includes("没有符合的"));
});

Deno.test("an organisation is made, dated and used the same day", async () => {
  await using house = await tradingHouse();
  const seat = await signIn(house, "wangjing");
  const west = { code: "QY-W", nameZh: "泉屿华西", nameEn: "", parentCode: "QY", currency: "CNY" };
  const dated = {
    ...west,
    validFrom: "2026-03-02",
    validUntil: "",
    discountLimitBasisPoints: "12.5%",
  };
  assert.equal((await seat.post("/organisation", dated)).status, 303);
  assert.equal((await seat.post("/partner", { ...form, organisationCode: "QY-W" })).status, 303);
  const backwards = { ...dated, validUntil: "2026-03-01", version: "1" };
  const refused = await seat.post("/organisation/QY-W", backwards);
  assert.equal(refused.status, 422);
  const again = await refused.text();
  assert.ok(again.includes("要晚于启用日"));
  assert.match(again, /name="discountLimitBasisPoints"[^>]*|value="12.5"/);
  const list = await (await seat.get("/organisation")).text();
  assert.ok(list.includes("泉屿华西") && list.includes("启用中"));
  assert.equal((await seat.get("/organisation/NOPE")).status, 404);
  const read = await house.call("wangjing", "GET", "/organisations/QY-W");
  assert.equal((await read.json()).discountLimitBasisPoints, 1250);
  const all = { ...dated, version: "1", discountLimitBasisPoints: "101" };
  const tooMuch = await seat.post("/organisation/QY-W", all);
  assert.equal(tooMuch.status, 422);
  assert.match(await tooMuch.text(), /value="101"[\s\S]*不超过 100%/);
});

Deno.test("a region is made and refuses a circle", async () => {
  await using house = await tradingHouse();
  const seat = await signIn(house, "wangjing");
  const city = { code: "XZ", nameZh: "徐州", nameEn: "", parentCode: "JS" };
  assert.equal((await seat.post("/region", city)).status, 303);
  const circle = { code: "HD", nameZh: "华东", nameEn: "East", parentCode: "XZ", version: "1" };
  assert.ok((await (await seat.post("/region/HD", circle)).text()).includes("不能放到自己下面"));
  assert.ok((await (await seat.get("/region")).text()).includes("徐州"));
  assert.equal((await seat.get("/region/NOPE")).status, 404);
  assert.equal((await house.call("wangjing", "GET", "/regions/XZ")).status, 200);
});

Deno.test("PUT /dealers/{code} refuses an address nothing can be delivered to, field by field", async () => {
  await using house = await tradingHouse();
  const [address] = dealer.addresses!;
  const put = (change: object) =>
    house.call("wangjing", "PUT", "/dealers/SZHY", {
      ...dealer,
      addresses: [{ ...address, ...change }],
    });
  for (const field of ["contact", "phone", "city", "street"]) {
    const reply = await put({ [field]: "  " });
    assert.equal(reply.status, 422, field);
    const { errors: [error] } = await reply.json();
    assert.deepEqual([error.pointer, error.code], [`/addresses/0/${field}`, "too_small"]);
  }
  const silent = await put({ phone: undefined });
  assert.deepEqual((await silent.json()).errors.map(({ code }: { code: string }) => code), [
    "address_incomplete",
  ]);
  assert.equal((await put({})).status, 201);
});

Deno.test("service providers are kept by form, API and file, with what they do", async () => {
  await using house = await tradingHouse();
  const { kind: _kind, functions: _functions, poolCode: _pool, ...plain } = dealer;
  const put = await house.call("wangjing", "PUT", "/service-providers/FW-01", plain);
  assert.equal(put.status, 201);
  assert.deepEqual((await put.json()).functions, {
    sells: false,
    stocks: false,
    ships: false,
    settles: true,
    services: true,
  });
  const seat = await signIn(house, "wangjing");
  const made = await seat.post("/partner", {
    ...form,
    kind: "service_provider",
    code: "FW-02",
    poolCode: "",
    "functions[]": ["services"],
  });
  assert.equal(made.status, 303);
  const page = await (await seat.get("/partner?kind=service_provider")).text();
  for (const word of ["FW-01", "FW-02", "服务商"]) assert.ok(page.includes(word), word);
  const file = await (await seat.get("/partner/export?kind=service_provider")).text();
  assert.match(file, /FW-02,.*services/);
  assert.equal((await seat.get("/partner/new?kind=service_provider")).status, 200);
  assert.equal((await house.call("wangjing", "GET", "/dealers/FW-01")).status, 404);
});
