import { strict as assert } from "node:assert";
import { sha256 } from "~/db/_engine/digest.ts";
import { holdOrder, settle, world } from "~/db/inventory/testing.ts";
import { addUser, type Browser, type NewUser, signIn, testHouse } from "~/routes/_entry/testing.ts";
import type { TestHouse } from "~/routes/_entry/testing.ts";

async function entered(user: Partial<NewUser> = {}): Promise<{ house: TestHouse; me: Browser }> {
  const house = await testHouse();
  await settle(house.engine);
  await addUser(house, { login: "chenmin", roles: ["operator"], name: "陈敏", ...user });
  return { house, me: await signIn(house, "chenmin") };
}

const granted = {
  code: "D-1001",
  currency: "CNY",
  limit: "200,000",
  termDays: "30",
  overLimit: "approve",
  overdue: "block",
};

/** What orders and shipments would have left: 1,500.00 in orders, 220,000.00 receivable, some overdue. */
async function use({ engine }: TestHouse): Promise<void> {
  const orderId = await holdOrderOf(engine);
  const [account] = engine.read.all<{ id: string }>("select id from credit_account", []);
  await engine.writer.write((tx) => {
    tx.raise("credit_account", { id: account!.id }, {
      open_order_minor: 150_000,
      receivable_minor: 22_000_000,
    });
    const entry = { account_id: account!.id, at: "2026-03-01T02:00:00.000Z", order_id: orderId };
    tx.insert("credit_entry", [
      {
        ...entry,
        kind: "order",
        document: "SO-2026-000007",
        open_order_minor: 150_000,
        receivable_minor: 0,
        effect_key: "order 7",
      },
      {
        ...entry,
        kind: "shipment",
        document: "SH-2026-000003",
        open_order_minor: 0,
        receivable_minor: 22_000_000,
        effect_key: "shipment 3",
      },
    ]);
    return Promise.resolve();
  });
}

async function holdOrderOf(engine: TestHouse["engine"]): Promise<string> {
  await engine.writer.write((tx) =>
    Promise.resolve(
      tx.raise("pool_stock", { pool_id: world.pool.east, sku_id: world.sku.cola }, {
        on_hand: 10,
        reserved: 0,
      }),
    )
  );
  return await holdOrder(engine, { number: "SO-2026-000007", sku: world.sku.cola, quantity: 1 });
}

Deno.test("credit is granted, shown with its use, and mended without touching the use", async () => {
  const { house, me } = await entered();
  await using _house = house;
  assert.ok((await (await me.get("/credit")).text()).includes("还没有授信"));
  const made = await me.post("/credit", granted);
  assert.equal(made.headers.get("location"), "/credit/D-1001?currency=CNY");
  await use(house);
  const page = await (await me.get("/credit/D-1001")).text();
  for (
    const said of ["徐州鼎顺商贸", "200,000.00", "220,000.00", "超出 ¥21,500.00", "SO-2026-000007"]
  ) assert.ok(page.includes(said), said);
  const mend = { ...granted, limit: "300,000.00", version: "1" };
  assert.equal((await me.post("/credit/D-1001", mend)).status, 303);
  const after = await (await me.get("/credit/D-1001")).text();
  assert.ok(after.includes("300,000.00") && after.includes("220,000.00"));
  const stale = await me.post("/credit/D-1001", { ...mend, limit: "1" });
  assert.equal(stale.status, 409);
  assert.ok((await stale.text()).includes("别人刚改过"));
});

Deno.test("credit forms say what is wrong and keep what was typed", async () => {
  const { house, me } = await entered();
  await using _house = house;
  await me.post("/credit", granted);
  const cases: [string, Record<string, string>, string][] = [
    ["/credit", { ...granted, limit: "二十万" }, "金额要写成"],
    ["/credit", { ...granted, limit: "1.005" }, "金额要写成"],
    ["/credit", { ...granted, code: "D-9" }, "没有编码为 D-9 的经销商"],
    ["/credit", granted, "已经有了"],
    ["/credit", { ...granted, currency: "AAA" }, "没有这个币种"],
    ["/credit/D-1001", { ...granted, limit: "", version: "1" }, "金额要写成"],
    ["/credit/D-1001", { ...granted, termDays: "一个月", version: "1" }, 'value="一个月"'],
  ];
  for (const [path, form, said] of cases) {
    const reply = await me.post(path, form);
    assert.equal(reply.status, 422, said);
    assert.ok((await reply.text()).includes(said), said);
  }
  assert.equal((await me.get("/credit/D-2001")).status, 404);
});

Deno.test("GET /credit finds dealers over their limit and those overdue", async () => {
  const { house, me } = await entered();
  await using _house = house;
  await me.post("/credit", granted);
  await me.post("/credit", { ...granted, code: "D-2001" });
  await use(house);
  const listed = async (query: string) => await (await me.get(`/credit${query}`)).text();
  const over = await listed("?view=over");
  assert.ok(over.includes("徐州鼎顺商贸") && !over.includes("广州百川副食"));
  assert.ok((await listed("?view=overdue")).includes("没有符合的"));
  assert.ok((await listed("?q=bcfs")).includes("广州百川副食"));
  await addOverdue(house);
  const overdue = await listed("?view=overdue");
  assert.ok(overdue.includes("徐州鼎顺商贸") && overdue.includes("8,000.00"));
  const page = await (await me.get("/credit/D-1001")).text();
  assert.ok(page.includes("8,000.00"));
});

async function addOverdue({ engine }: TestHouse): Promise<void> {
  await engine.writer.write((tx) => {
    tx.insert("fulfilment", {
      id: "fulfilment-1",
      number: "PK-2026-000001",
      order_id: "order-SO-2026-000007",
      node_id: world.node.xuzhou,
      carrier_id: null,
      freight_minor: 0,
      promised_on: null,
      state: "shipped",
      released_at: null,
      version: 1,
    });
    const shared = {
      order_id: "order-SO-2026-000007",
      dealer_id: world.dealer.dingshun,
      currency: "CNY",
    };
    tx.insert("shipment", {
      ...shared,
      id: "shipment-1",
      number: "SH-2026-000003",
      fulfilment_id: "fulfilment-1",
      node_id: world.node.xuzhou,
      carrier_id: null,
      tracking_number: "SF100",
      goods_minor: 800_000,
      freight_minor: 0,
      tax_minor: 0,
      shipped_at: "2026-01-02T02:00:00.000Z",
      shipped_by: engine.author.userId,
      version: 1,
    });
    tx.insert("open_item", {
      ...shared,
      id: "item-1",
      shipment_id: "shipment-1",
      amount_minor: 800_000,
      open_minor: 800_000,
      posted_at: "2026-01-02T02:00:00.000Z",
      due_on: "2026-02-01",
    });
    return Promise.resolve();
  });
}

Deno.test("a dealer sees its own credit and may not change it", async () => {
  const { house, me } = await entered();
  await using _house = house;
  await me.post("/credit", granted);
  await me.post("/credit", { ...granted, code: "D-2001" });
  const own = { login: "zhoumin", roles: ["dealer_buyer" as const] };
  await addUser(house, { ...own, dealerId: world.dealer.dingshun });
  const dealer = await signIn(house, "zhoumin");
  const page = await (await dealer.get("/credit/D-1001")).text();
  assert.ok(page.includes("200,000.00") && !page.includes('name="limit"'));
  assert.equal((await dealer.get("/credit/D-2001")).status, 404);
  assert.ok(!(await (await dealer.get("/credit")).text()).includes("广州百川副食"));
  assert.equal((await dealer.post("/credit/D-1001", { ...granted, version: "1" })).status, 403);
});

async function client(user: Partial<NewUser> = {}) {
  const house = await testHouse();
  await settle(house.engine);
  const id = await addUser(house, { login: "erp", roles: ["operator"], ...user });
  const token = "erp-token-0123456789-abcdef";
  const row = { id: "t", token_hash: sha256(token), user_id: id, name: "ERP" };
  await house.engine.writer.write((tx) =>
    Promise.resolve(tx.insert("api_token", { ...row, created_at: house.clock.now() }))
  );
  const call = async (method: string, path: string, body?: unknown, headers: HeadersInit = {}) =>
    await house.app.request(`/api/v1${path}`, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
    });
  return { house, call };
}

Deno.test("/api/v1/credit-accounts keeps terms by version and tells the use", async () => {
  const { house, call } = await client();
  await using _house = house;
  const terms = { limit: { amountMinor: 20_000_000, currency: "CNY" }, termDays: 30 };
  const made = await call("PUT", "/credit-accounts/D-1001", terms);
  assert.equal(made.status, 201);
  await use(house);
  const read = await call("GET", "/credit-accounts/D-1001");
  assert.deepEqual(await read.json(), {
    code: "D-1001",
    limit: { amountMinor: 20_000_000, currency: "CNY" },
    termDays: 30,
    overLimit: "approve",
    overdue: "warn",
    use: {
      openOrders: { amountMinor: 150_000, currency: "CNY" },
      receivable: { amountMinor: 22_000_000, currency: "CNY" },
      overdue: { amountMinor: 0, currency: "CNY" },
      available: { amountMinor: -2_150_000, currency: "CNY" },
    },
  });
  const wider = { ...terms, termDays: 45 };
  assert.equal((await call("PUT", "/credit-accounts/D-1001", wider)).status, 428);
  const ifMatch = { "if-match": '"1"' };
  assert.equal((await call("PUT", "/credit-accounts/D-1001", wider, ifMatch)).status, 200);
  assert.equal((await call("PUT", "/credit-accounts/D-1001", terms, ifMatch)).status, 412);
  const unknown = await call("PUT", "/credit-accounts/D-9", terms);
  assert.equal((await unknown.json()).errors[0].code, "unknown_dealer");
  const { items } = await (await call("GET", "/credit-accounts")).json();
  assert.equal(items.length, 1);
});

const list = { nameZh: "目录价", currency: "CNY", validFrom: "2026-01-01" };
const row = { sku: "COLA-330", unit: "箱", validFrom: "2026-01-01", price: "26.40" };

Deno.test("/api/v1/price-lists takes a header with rows, all or nothing, by version", async () => {
  const { house, call } = await client();
  await using _house = house;
  const wrong = { ...list, rows: [row, { ...row, sku: "NOPE" }] };
  const refused = await call("PUT", "/price-lists/BASE", wrong);
  assert.equal(refused.status, 422);
  const { errors } = await refused.json();
  assert.deepEqual([errors[0].code, errors[0].pointer], ["unknown_sku", "/rows/1/sku"]);
  assert.equal((await call("GET", "/price-lists/BASE")).status, 404);
  const made = await call("PUT", "/price-lists/BASE", { ...list, rows: [row] });
  assert.equal(made.status, 201);
  assert.equal((await made.json()).validFrom, "2025-12-31T16:00:00.000Z");
  const same = await call("PUT", "/price-lists/BASE", { ...list, rows: [row] });
  assert.equal(same.status, 200, "no change needs no version");
  const more = { ...list, rows: [{ ...row, minQuantity: 10, price: "25" }] };
  assert.equal((await call("PUT", "/price-lists/BASE", more)).status, 428);
  const ifMatch = { "if-match": made.headers.get("etag")! };
  assert.equal((await call("PUT", "/price-lists/BASE", more, ifMatch)).status, 200);
  const page = await call("GET", "/price-lists/BASE/rows?limit=1");
  const { items } = await page.json();
  assert.deepEqual(items, [{
    sku: "COLA-330",
    unit: "箱",
    minQuantity: 1,
    validFrom: "2025-12-31T16:00:00.000Z",
    validUntil: null,
    price: "26.40",
  }]);
  const next = /<([^>]+)>/.exec(page.headers.get("link") ?? "")![1]!.replace("/api/v1", "");
  assert.equal((await (await call("GET", next)).json()).items[0].price, "25.00");
  const stale = await call("PUT", "/price-lists/BASE", more, { "if-match": '"7"' });
  assert.equal(stale.status, 412);
  const { items: lists } = await (await call("GET", "/price-lists")).json();
  assert.deepEqual(lists.map(({ code }: { code: string }) => code), ["BASE"]);
});

Deno.test("/api/v1/price-lists names each thing that does not hold", async () => {
  const { house, call } = await client();
  await using _house = house;
  const cases: [object, string][] = [
    [{ ...list, dealerCode: "D-9" }, "unknown_dealer"],
    [{ ...list, organisationCode: "NORTH" }, "unknown_organisation"],
    [{ ...list, validUntil: "2026-01-01" }, "ends_before_start"],
    [{ ...list, rows: [{ ...row, price: "26,4" }] }, "price_shape"],
    [{ ...list, rows: [{ ...row, unit: "托" }] }, "unknown_unit"],
    [{ ...list, rows: [row, row] }, "price_row_twice"],
    [{ ...list, rows: [row, { ...row, validFrom: "2026-02-01" }] }, "prices_overlap"],
    [{ ...list, currency: "AAA" }, "unknown_currency"],
    [{ ...list, validFrom: "2026-02-30" }, "not_a_date"],
  ];
  for (const [body, code] of cases) {
    const reply = await call("PUT", "/price-lists/BASE", body);
    assert.equal(reply.status, 422, code);
    assert.equal((await reply.json()).errors[0].code, code);
  }
  assert.equal((await call("PUT", "/price-lists/BASE", list, { "if-match": '"1"' })).status, 404);
});

Deno.test("an API client of one organisation keeps its own prices only", async () => {
  const organisationId = world.organisation.south;
  const { house, call } = await client({ roles: ["api_client"], organisationId });
  await using _house = house;
  const general = await call("PUT", "/price-lists/BASE", list);
  assert.equal((await general.json()).errors[0].code, "organisation_needed");
  const own = { ...list, organisationCode: "SOUTH" };
  assert.equal((await call("PUT", "/price-lists/SOUTH", own)).status, 201);
  const foreign = await call("PUT", "/price-lists/EAST", { ...list, organisationCode: "EAST" });
  assert.equal((await foreign.json()).errors[0].code, "unknown_organisation");
  const credit = { limit: { amountMinor: 1, currency: "CNY" }, termDays: 1 };
  const stranger = await call("PUT", "/credit-accounts/D-1001", credit);
  assert.equal((await stranger.json()).errors[0].code, "unknown_dealer");
  assert.equal((await call("PUT", "/credit-accounts/D-2001", credit)).status, 201);
});

Deno.test("GET /credit/export is the list as a stamped file, in figures, narrowed as on the page", async () => {
  const { house, me } = await entered();
  await using _house = house;
  await me.post("/credit", granted);
  await use(house);
  const file = await (await me.get("/credit/export")).text();
  assert.ok(file.startsWith("编码,经销商,币种,额度,在途订单,应收,逾期,可用,账期/天,"));
  assert.match(file, /D-1001,徐州鼎顺商贸,CNY,200000,1500,220000,0,-21500,30,.*,陈敏 \(chenmin\),/);
  assert.match(await (await me.get("/credit/export?view=over")).text(), /D-1001/);
  assert.doesNotMatch(await (await me.get("/credit/export?view=overdue")).text(), /D-1001/);
  assert.match(
    await (await me.get("/credit?view=over")).text(),
    /href="\/credit\/export\?view=over"/,
  );
  await addUser(house, { login: "sunhao", roles: ["auditor"] });
  const auditor = await signIn(house, "sunhao");
  assert.doesNotMatch(await (await auditor.get("/credit")).text(), /credit\/export/);
});
