import { strict as assert } from "node:assert";
import { sha256 } from "~/db/_engine/digest.ts";
import { holdOrder, settle, world } from "~/db/inventory/testing.ts";
import {
  addUser,
  type Browser,
  type NewUser,
  signIn,
  type TestHouse,
  testHouse,
} from "~/routes/_entry/testing.ts";

async function entered(user: Partial<NewUser> = {}): Promise<{ house: TestHouse; me: Browser }> {
  const house = await testHouse();
  await settle(house.engine);
  await addUser(house, { login: "wangjing", roles: ["operator"], name: "王静", ...user });
  return { house, me: await signIn(house, "wangjing") };
}

const fields = (lines: [sku: string, quantity: string, unit?: string][]) =>
  Object.fromEntries(lines.flatMap(([sku, quantity, unit = ""], at) => [
    [`lines.${at}.sku`, sku],
    [`lines.${at}.quantity`, quantity],
    [`lines.${at}.unit`, unit],
  ]));

const receipt = {
  do: "post",
  kind: "receipt",
  node: "XZ01",
  reason: "采购到货 PO-20260301",
  idempotency_key: "receipt-0001",
  ...fields([["COLA-330", "10", "箱"], ["TEA-500", "30"]]),
};

Deno.test("POST /stock/entry posts a document once and shows it", async () => {
  const { house, me } = await entered();
  await using _house = house;
  const posted = await me.post("/stock/entry", receipt);
  assert.equal(posted.status, 303);
  assert.equal(posted.headers.get("location"), "/stock/entry/SE-2026-000001");
  const again = await me.post("/stock/entry", receipt);
  assert.equal(again.headers.get("location"), "/stock/entry/SE-2026-000001");
  assert.equal(house.engine.read.all("select 1 from stock_entry", []).length, 2);
  const page = await (await me.get("/stock/entry/SE-2026-000001")).text();
  for (const said of ["入库", "采购到货 PO-20260301", "王静", "青屿可乐", "+240", "+30"]) {
    assert.ok(page.includes(said), said);
  }
});

Deno.test("POST /stock/entry keeps what was typed and says what is wrong beside each row", async () => {
  const { house, me } = await entered();
  await using _house = house;
  const wrong = { ...receipt, ...fields([["COLA-330", "一箱"], ["", "3"], ["NOPE", "2"]]) };
  const stopped = await me.post("/stock/entry", wrong);
  const page = await stopped.text();
  assert.equal(stopped.status, 422);
  for (const said of ['value="一箱"', 'value="NOPE"', "数量要是整数", "写上商品编码"]) {
    assert.ok(page.includes(said), said);
  }
  const refused = await me.post("/stock/entry", {
    ...receipt,
    ...fields([["NOPE", "2"], ["COLA-330", "1", "托"]]),
  });
  const answer = await refused.text();
  assert.equal(refused.status, 422);
  assert.ok(answer.includes("没有编码为 NOPE 的商品"));
  assert.ok(answer.includes("COLA-330 没有单位“托”，可用 罐、箱"), "units");
  const empty = await me.post("/stock/entry", { do: "post", kind: "count", node: "XZ01" });
  assert.ok((await empty.text()).includes("一行也没有"));
});

Deno.test("POST /stock/entry adds rows and takes pasted ones without posting anything", async () => {
  const { house, me } = await entered();
  await using _house = house;
  const more = await (await me.post("/stock/entry", { ...receipt, do: "more" })).text();
  assert.equal(more.match(/name="lines\.\d+\.sku"/g)?.length, 12);
  const paste = "编码\t数量\t单位\nCOLA-330\t12\t箱\nTEA-500\t7";
  const pasted = await me.post("/stock/entry", { do: "paste", node: "NJ01", paste });
  const page = await pasted.text();
  assert.ok(page.includes('value="12"') && page.includes('value="TEA-500"'));
  assert.equal(page.match(/name="lines\.\d+\.sku"/g)?.length, 2);
  assert.equal(house.engine.read.all("select 1 from stock_entry", []).length, 0);
});

Deno.test("POST /stock/entry says so when a count agrees with the books", async () => {
  const { house, me } = await entered();
  await using _house = house;
  await me.post("/stock/entry", receipt);
  const count = { ...receipt, kind: "count", idempotency_key: "count-0001" };
  const reply = await me.post("/stock/entry", count);
  assert.equal(reply.status, 200);
  assert.ok((await reply.text()).includes("盘点与账面一致"));
});

Deno.test("GET /stock lists SKUs with balances, filters and pages", async () => {
  const { house, me } = await entered();
  await using _house = house;
  await me.post("/stock/entry", receipt);
  await holdOrder(house.engine, {
    number: "SO-2026-000007",
    sku: world.sku.cola,
    quantity: 72,
    pinned: 24,
  });
  const page = await (await me.get("/stock")).text();
  for (const said of ["青屿可乐", "240", "72", "168", "青屿乌龙茶"]) assert.ok(page.includes(said));
  const south = await (await me.get("/stock?pool=SOUTH&short=1")).text();
  assert.equal(south.match(/缺货<\/span>/g)?.length, 2);
  const none = await (await me.get("/stock?short=1")).text();
  assert.ok(none.includes("没有符合的"));
  const found = await (await me.get("/stock?q=wlc")).text();
  assert.ok(found.includes("TEA-500") && !found.includes("COLA-330"));
  const atNode = await (await me.get("/stock?node=XZ01")).text();
  assert.ok(atNode.includes("216"), "on hand without what is pinned");
});

Deno.test("GET /stock/:sku shows nodes, pools, holders and movements", async () => {
  const { house, me } = await entered();
  await using _house = house;
  await me.post("/stock/entry", receipt);
  await holdOrder(house.engine, { number: "SO-2026-000007", sku: world.sku.cola, quantity: 72 });
  const page = await (await me.get("/stock/COLA-330")).text();
  for (
    const said of ["徐州仓", "华东库", "SO-2026-000007", "徐州鼎顺商贸", "SE-2026-000001", "+240"]
  ) assert.ok(page.includes(said), said);
  assert.equal((await me.get("/stock/NOPE")).status, 404);
});

Deno.test("GET /stock/export is a stamped file", async () => {
  const { house, me } = await entered();
  await using _house = house;
  await me.post("/stock/entry", receipt);
  const file = await (await me.get("/stock/export")).text();
  assert.ok(file.startsWith("编码,商品,规格,单位,在手,已订,已配,可订,导出人,导出时间"));
  assert.ok(file.includes("COLA-330,青屿可乐,330 ml × 24,罐,240,0,0,240,王静 (wangjing)"));
});

Deno.test("a dealer sees what its pool can promise, and nothing of nodes, holds or movements", async () => {
  const { house, me } = await entered();
  await using _house = house;
  await me.post("/stock/entry", receipt);
  await holdOrder(house.engine, { number: "SO-2026-000007", sku: world.sku.cola, quantity: 72 });
  const own = { login: "zhoumin", roles: ["dealer_buyer" as const] };
  await addUser(house, { ...own, dealerId: world.dealer.dingshun });
  await addUser(house, { ...own, login: "liwei", dealerId: world.dealer.baichuan });
  const dealer = await signIn(house, "zhoumin");
  for (const path of ["/stock", "/stock/COLA-330"]) {
    const page = await (await dealer.get(path)).text();
    assert.ok(page.includes("168"), path);
    for (const hidden of ["240", "徐州仓", "XZ01", "SO-2026-000007", "SE-2026-000001"]) {
      assert.ok(!page.includes(hidden), `${path} shows ${hidden}`);
    }
  }
  assert.equal((await dealer.get("/stock/entry/SE-2026-000001")).status, 404);
  const other = await (await (await signIn(house, "liwei")).get("/stock")).text();
  assert.ok(other.includes("缺货") && !other.includes("168"));
});

Deno.test("a warehouse user posts at the own node only", async () => {
  const { house, me } = await entered({ roles: ["warehouse"], nodeIds: [world.node.nanjing] });
  await using _house = house;
  const page = await (await me.get("/stock/entry")).text();
  assert.ok(page.includes("南京仓") && !page.includes("徐州仓"));
  const foreign = await me.post("/stock/entry", receipt);
  assert.equal(foreign.status, 422);
  assert.ok((await foreign.text()).includes("没有编码为 XZ01 的仓库，或它不归你管"));
  assert.equal((await me.post("/stock/entry", { ...receipt, node: "NJ01" })).status, 303);
});

const nodeForm = {
  code: "WH01",
  nameZh: "武汉仓",
  nameEn: "",
  type: "central",
  organisationCode: "EAST",
  regionCode: "JS",
  partnerCode: "",
  poolCode: "EAST",
  province: "湖北",
  city: "武汉",
  stocks: "true",
  "openWeekdays[]": ["mon", "tue"],
  handling: "3.50",
  dailyCapacity: "500",
  leadDays: "1",
  state: "active",
};

Deno.test("a node is made, shown, mended and refused through its pages", async () => {
  const { house, me } = await entered();
  await using _house = house;
  assert.equal((await me.post("/node", nodeForm)).headers.get("location"), "/node/WH01");
  const page = await (await me.get("/node/WH01")).text();
  for (const said of ["武汉仓", "中心仓", "没有发货职能，不参与配货", "周一、周二", "¥3.50"]) {
    assert.ok(page.includes(said), said);
  }
  const twice = await me.post("/node", nodeForm);
  assert.equal(twice.status, 422);
  assert.ok((await twice.text()).includes("编码 WH01 已经用了"));
  const bad = await me.post("/node/WH01", {
    ...nodeForm,
    handling: "三块",
    city: "",
    version: "1",
  });
  const form = await bad.text();
  assert.equal(bad.status, 422);
  assert.ok(form.includes("这里要填"));
  const money = await me.post("/node/WH01", { ...nodeForm, handling: "三块", version: "1" });
  assert.ok((await money.text()).includes('value="三块"'));
  assert.equal((await me.post("/node/WH01", { ...nodeForm, version: "1" })).status, 303);
  const stale = await me.post("/node/WH01", { ...nodeForm, city: "汉口", version: "7" });
  assert.equal(stale.status, 409);
  assert.ok((await stale.text()).includes("别人改过这一条"));
  assert.ok((await (await me.get("/node?pool=EAST&q=武汉")).text()).includes("WH01"));
  assert.ok((await (await me.get("/node/WH01/edit")).text()).includes('value="3.50"'));
});

Deno.test("a node with stock says what is still open", async () => {
  const { house, me } = await entered();
  await using _house = house;
  await me.post("/stock/entry", receipt);
  const closed = { ...nodeForm, code: "XZ01", state: "inactive", ships: "true", version: "1" };
  const reply = await me.post("/node/XZ01", closed);
  assert.equal(reply.status, 422);
  assert.ok((await reply.text()).includes("这里还有 2 种商品共 270 个基本单位，不能停用"));
});

Deno.test("a pool is made and mended through its pages", async () => {
  const { house, me } = await entered();
  await using _house = house;
  const north = { code: "NORTH", nameZh: "华北库", nameEn: "", organisationCode: "EAST" };
  assert.equal((await me.post("/pool", north)).headers.get("location"), "/pool");
  const list = await (await me.get("/pool")).text();
  assert.ok(list.includes("华北库") && list.includes("华东公司"));
  assert.ok((await (await me.get("/pool/NORTH")).text()).includes('value="华北库"'));
  assert.match(await (await me.get("/pool/NORTH")).text(), /value="EAST" selected/);
  const renamed = { nameZh: "北方库", nameEn: "North", organisationCode: "SOUTH" };
  assert.equal((await me.post("/pool/NORTH", { ...renamed, version: "1" })).status, 303);
  assert.equal((await me.post("/pool/NORTH", { ...renamed, version: "1" })).status, 409);
  assert.equal((await me.post("/pool", { ...north, nameZh: "" })).status, 422);
  assert.equal((await me.get("/pool/NOPE")).status, 404);
  const used = { nameZh: "华东库", nameEn: "", organisationCode: "SOUTH", version: "1" };
  const kept = await me.post("/pool/EAST", used);
  assert.equal(kept.status, 422);
  assert.ok((await kept.text()).includes("NJ01、XZ01、D-1001 还用着这个池，却不在组织 SOUTH 下面"));
  const foreign = await me.post("/node", { ...nodeForm, poolCode: "SOUTH" });
  assert.equal(foreign.status, 422);
  assert.ok((await foreign.text()).includes("库存池 SOUTH 归组织 SOUTH，EAST 不在它下面"));
});

async function client(user: Partial<NewUser> = {}) {
  const house = await testHouse();
  await settle(house.engine);
  const organisationId = world.organisation.east;
  const id = await addUser(house, { login: "erp", roles: ["api_client"], organisationId, ...user });
  const token = "erp-token-0123456789-abcdef";
  await house.engine.writer.write((tx) =>
    Promise.resolve(tx.insert("api_token", {
      id: "token-erp",
      token_hash: sha256(token),
      user_id: id,
      name: "ERP",
      created_at: house.clock.now(),
    }))
  );
  const call = async (method: string, path: string, body?: unknown, headers: HeadersInit = {}) =>
    await house.app.request(`/api/v1${path}`, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
    });
  return { house, call };
}

const entry = {
  kind: "receipt",
  reason: "ASN 88",
  lines: [{ node: "XZ01", sku: "COLA-330", quantity: 10, unit: "箱" }],
};
const key = (name: string) => ({ "idempotency-key": name });

Deno.test("POST /api/v1/stock-entries posts once for each key and names every refusal", async () => {
  const { house, call } = await client();
  await using _house = house;
  assert.equal((await call("POST", "/stock-entries", entry)).status, 400);
  const posted = await call("POST", "/stock-entries", entry, key("asn-00088"));
  assert.equal(posted.status, 201);
  assert.deepEqual(await posted.json(), {
    number: "SE-2026-000001",
    kind: "receipt",
    reason: "ASN 88",
    lines: [{ lineNo: 1, node: "XZ01", sku: "COLA-330", change: 240 }],
  });
  const again = await call("POST", "/stock-entries", entry, key("asn-00088"));
  assert.equal(again.headers.get("idempotent-replayed"), "true");
  const wrong = { kind: "adjustment", lines: [{ node: "GZ01", sku: "TEA-500", quantity: -3 }] };
  const silent = { ...entry, reason: " " };
  const unexplained = await call("POST", "/stock-entries", silent, key("asn-00092"));
  assert.equal(unexplained.status, 422);
  assert.deepEqual(
    (await unexplained.json()).errors.map((e: { code: string; pointer: string }) => [
      e.code,
      e.pointer,
    ]),
    [["reason_missing", "/reason"]],
  );
  const refused = await call("POST", "/stock-entries", wrong, key("asn-00089"));
  assert.equal(refused.status, 422);
  const { errors } = await refused.json();
  assert.deepEqual(errors.map((e: { code: string; pointer: string }) => [e.code, e.pointer]), [
    ["reason_missing", "/reason"],
    ["unknown_node", "/lines/0/node"],
  ]);
  const short = {
    kind: "adjustment",
    reason: "破损",
    lines: [{ node: "XZ01", sku: "COLA-330", quantity: -241 }],
  };
  const problem = await (await call("POST", "/stock-entries", short, key("asn-00090"))).json();
  assert.equal(problem.errors[0].code, "not_on_hand");
  const none = await call("POST", "/stock-entries", { ...entry, lines: [] }, key("asn-00091"));
  assert.equal(none.status, 422);
});

Deno.test("GET /api/v1/stock tells balances per node and in total, by cursor", async () => {
  const { house, call } = await client();
  await using _house = house;
  await call("POST", "/stock-entries", entry, key("asn-00088"));
  await holdOrder(house.engine, {
    number: "SO-2026-000007",
    sku: world.sku.cola,
    quantity: 72,
    pinned: 24,
  });
  const { items } = await (await call("GET", "/stock?sku=COLA-330")).json();
  assert.deepEqual(items, [{
    sku: "COLA-330",
    unit: "罐",
    total: { onHand: 240, reserved: 72, inTransit: 0, available: 168 },
    nodes: [{
      node: "XZ01",
      pool: "EAST",
      onHand: 240,
      reserved: 24,
      inTransit: 0,
      available: 216,
    }],
  }]);
  const first = await call("GET", "/stock?limit=1");
  assert.equal(first.headers.get("link"), '</api/v1/stock?limit=1&after=COLA-330>; rel="next"');
  const next = await (await call("GET", "/stock?limit=1&after=COLA-330")).json();
  assert.equal(next.items[0].sku, "TEA-500");
  const elsewhere = await (await call("GET", "/stock?sku=COLA-330&node=NJ01")).json();
  assert.deepEqual(elsewhere.items[0].nodes, []);
  assert.equal(elsewhere.items[0].total.onHand, 0);
});

Deno.test("GET /api/v1/stock tells a dealer's client only what its pool can promise", async () => {
  const { house, call } = await client({
    organisationId: null,
    dealerId: world.dealer.dingshun,
  });
  await using _house = house;
  const { items } = await (await call("GET", "/stock?node=XZ01")).json();
  assert.deepEqual(items[0], {
    sku: "COLA-330",
    unit: "罐",
    total: { inTransit: 0, available: 0 },
    nodes: [],
  });
  assert.equal((await call("POST", "/stock-entries", entry, key("asn-00088"))).status, 403);
});

const nodeBody = {
  nameZh: "武汉仓",
  type: "central",
  organisationCode: "EAST",
  regionCode: "JS",
  poolCode: "EAST",
  province: "湖北",
  city: "武汉",
  handling: { amountMinor: 350, currency: "CNY" },
  dailyCapacity: 500,
  leadDays: 1,
};

Deno.test("PUT /api/v1/nodes and /pools create and change by version", async () => {
  const { house, call } = await client();
  await using _house = house;
  const made = await call("PUT", "/nodes/WH01", nodeBody);
  assert.equal(made.status, 201);
  assert.equal((await call("PUT", "/nodes/WH01", { ...nodeBody, city: "汉口" })).status, 428);
  const ifMatch = { "if-match": made.headers.get("etag")! };
  const moved = await call("PUT", "/nodes/WH01", { ...nodeBody, city: "汉口" }, ifMatch);
  assert.equal(moved.status, 200);
  assert.equal((await call("PUT", "/nodes/WH01", nodeBody, ifMatch)).status, 412);
  const read = await (await call("GET", "/nodes/WH01")).json();
  assert.equal(read.city, "汉口");
  assert.deepEqual(read.openWeekdays, ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]);
  const foreign = await call("PUT", "/nodes/GZ01", nodeBody, { "if-match": '"1"' });
  assert.equal(foreign.status, 404);
  const dollars = { ...nodeBody, handling: { amountMinor: 1, currency: "USD" } };
  const refused = await (await call("PUT", "/nodes/WH02", dollars)).json();
  assert.equal(refused.errors[0].code, "currency_differs");
  const north = { nameZh: "华北库", organisationCode: "EAST" };
  assert.equal((await call("PUT", "/pools/NORTH", north)).status, 201);
  assert.equal((await call("PUT", "/pools/SOUTH", north, { "if-match": '"1"' })).status, 404);
  const { items } = await (await call("GET", "/pools?limit=1")).json();
  const east = { code: "EAST", nameZh: "华东库", nameEn: "East pool", organisationCode: "EAST" };
  assert.deepEqual(items, [east]);
});

Deno.test("who sees a node only is told what lies and is pinned there, on list, page and API alike", async () => {
  const { house, call } = await client();
  await using _house = house;
  await call("POST", "/stock-entries", entry, key("asn-00088"));
  const beside = { ...entry, lines: [{ node: "NJ01", sku: "COLA-330", quantity: 60 }] };
  assert.equal((await call("POST", "/stock-entries", beside, key("asn-00093"))).status, 201);
  await holdOrder(house.engine, {
    number: "SO-2026-000007",
    sku: world.sku.cola,
    quantity: 72,
    pinned: 24,
  });
  await addUser(house, {
    login: "cangguan",
    roles: ["warehouse"],
    organisationId: world.organisation.east,
    nodeIds: [world.node.xuzhou],
  });
  const keeper = await signIn(house, "cangguan");
  const row = (page: string) =>
    /COLA-330.*?<\/tr>/s.exec(page)![0].replace(/<[^>]*>/g, " ").match(/\d[\d,]*/g)!.slice(-3);
  const list = await (await keeper.get("/stock?q=COLA")).text();
  assert.deepEqual(row(list), ["240", "24", "216"]);
  assert.match(list, /已配/);
  assert.doesNotMatch(list, /已订/);
  const page = await (await keeper.get("/stock/COLA-330")).text();
  const facts = page.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
  assert.match(facts, /在手 240 已配 [−-]24 在途 — 未配 216/);
  assert.doesNotMatch(facts, /按库存池|已订/);
  const short = await (await keeper.get("/stock?short=1&q=COLA")).text();
  assert.doesNotMatch(short, /COLA-330/);
});

Deno.test("a stock entry without a reason comes back with words beside the field, a count does not", async () => {
  const { house, me } = await entered();
  await using _house = house;
  const typed = {
    do: "post",
    kind: "adjustment",
    node: "XZ01",
    reason: " ",
    "lines.0.sku": "COLA-330",
    "lines.0.quantity": "24",
    "lines.0.unit": "",
  };
  const refused = await me.post("/stock/entry", typed);
  assert.equal(refused.status, 422);
  const page = await refused.text();
  assert.match(page, /<input[^>]*required=""[^>]*aria-invalid="true"[^>]*name="reason"/);
  assert.match(page, /id="f-reason-error">写上原因/);
  assert.equal((await me.post("/stock/entry", { ...typed, kind: "count" })).status, 303);
});
