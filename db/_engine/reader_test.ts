import assert from "node:assert/strict";
import { prepared } from "./prepared.ts";
import { among, Reader } from "./reader.ts";
import { opened, type Scope, scopes } from "./scope.ts";
import { type TestEngine, testEngine } from "./testing.ts";
import type { Schema } from "~/db/schema.ts";

/**
 * Two organisations, two regions, two pools with a node each, three dealers (D2 is below D1), an
 * order of each dealer, and a fulfilment of O1 at N1. Only what scopes look at has a meaning.
 */
async function world(): Promise<TestEngine> {
  const engine = await testEngine();
  const at = engine.clock.now();
  const names = { name_zh: "", name_en: "" };
  engine.writer.connection.exec("pragma foreign_keys = off");
  await engine.writer.write((tx) => {
    const partner = (id: string, org: string, region: string, pool: string) => ({
      id,
      code: id,
      kind: "dealer",
      ...names,
      organisation_id: org,
      region_id: region,
      pool_id: pool,
      currency: "CNY",
      sells: 1,
      stocks: 0,
      ships: 0,
      settles: 1,
      state: "active",
      search: "",
      updated_at: at,
      version: 1,
    });
    tx.insert("partner", [
      partner("D1", "A", "north", "P1"),
      partner("D2", "A", "south", "P1"),
      partner("D3", "B", "south", "P2"),
    ]);
    const node = (id: string, org: string, region: string, pool: string | null) => ({
      id,
      code: id,
      ...names,
      type: "central",
      organisation_id: org,
      region_id: region,
      pool_id: pool,
      province: "",
      city: "",
      stocks: 1,
      ships: 1,
      handling_minor: 0,
      daily_capacity: 0,
      open_weekdays: 127,
      lead_days: 0,
      state: "active",
      version: 1,
    });
    tx.insert("node", [
      node("N1", "A", "north", "P1"),
      node("N2", "B", "south", "P2"),
      node("N3", "B", "south", null),
    ]);
    tx.insert(
      "node_stock",
      ["N1", "N2", "N3"].map((node_id) => ({ node_id, sku_id: "S", on_hand: 9, pinned: 0 })),
    );
    tx.insert(
      "pool_stock",
      ["P1", "P2"].map((pool_id) => ({ pool_id, sku_id: "S", on_hand: 9, reserved: 0 })),
    );
    const list = (id: string, organisation_id: string | null, dealer_id: string | null) => ({
      id,
      code: id,
      ...names,
      currency: "CNY",
      organisation_id,
      dealer_id,
      valid_from: at,
      version: 1,
    });
    tx.insert("price_list", [
      list("all", null, null),
      list("ofA", "A", null),
      list("ofD1", "A", "D1"),
      list("ofD3", null, "D3"),
    ]);
    const order = (id: string, dealer: string, org: string, region: string, by: string) => ({
      id,
      number: id,
      dealer_id: dealer,
      organisation_id: org,
      region_id: region,
      pool_id: "P1",
      address_id: "X",
      channel: "b2b",
      currency: "CNY",
      note: "",
      goods_minor: 0,
      discount_minor: 0,
      freight_minor: 0,
      total_minor: 0,
      tax_minor: 0,
      line_count: 0,
      placed_by: by,
      submitted_at: at,
      commercial: "confirmed",
      fulfilment: "unrouted",
      holds_stock: 0,
      version: 1,
    });
    tx.insert("sales_order", [
      order("O1", "D1", "A", "north", "U1"),
      order("O1b", "D1", "A", "north", "U1b"),
      order("O2", "D2", "A", "south", "U2"),
      order("O3", "D3", "B", "south", "U3"),
    ]);
    const event = (order_id: string) => ({
      order_id,
      seq: 1,
      at,
      kind: "submitted",
      user_id: "U",
      user_name: "",
      reason: "",
      detail: "",
    });
    tx.insert("order_event", ["O1", "O1b", "O2", "O3"].map(event));
    tx.insert("fulfilment", {
      id: "F1",
      number: "F1",
      order_id: "O1",
      node_id: "N1",
      freight_minor: 0,
      state: "planned",
      version: 1,
    });
    tx.insert("app_user", [
      {
        id: "U1",
        login: "U1",
        name: "",
        dealer_id: "D1",
        state: "invited",
        created_at: at,
        version: 1,
      },
      {
        id: "U9",
        login: "U9",
        name: "",
        dealer_id: null,
        state: "invited",
        created_at: at,
        version: 1,
      },
    ]);
    return Promise.resolve();
  });
  return engine;
}

const dealer: Scope = { kind: "dealer", dealerId: "D1" };
const below: Scope = { kind: "dealer_and_below", dealerId: "D1", dealerIds: ["D1", "D2"] };
const own: Scope = { kind: "own", userId: "U1", dealerId: "D1" };
const regionSouth: Scope = { kind: "region", regionIds: ["south"], organisationIds: [] };
const organisationA: Scope = { kind: "organisation", organisationIds: ["A"] };
const node1: Scope = { kind: "node", nodeIds: ["N1"] };
const all: Scope = { kind: "all" };
const none: Scope = { kind: "none" };
const nobody: Scope = { kind: "organisation", organisationIds: [] };

type Keyed = "sales_order" | "partner" | "price_list" | "app_user";
const byId = (table: Keyed) => (reader: Reader) =>
  reader.from(table).select("id").orderBy("id").execute().then((rows) => rows.map(({ id }) => id));

const seen = {
  sales_order: byId("sales_order"),
  partner: byId("partner"),
  price_list: byId("price_list"),
  order_event: (reader: Reader) =>
    reader.from("order_event").select("order_id as id").orderBy("id").execute()
      .then((rows) => rows.map(({ id }) => id)),
  node_stock: (reader: Reader) =>
    reader.from("node_stock").select("node_id as id").orderBy("id").execute()
      .then((rows) => rows.map(({ id }) => id)),
  pool_stock: (reader: Reader) =>
    reader.from("pool_stock").select("pool_id as id").orderBy("id").execute()
      .then((rows) => rows.map(({ id }) => id)),
};

const cases: [keyof typeof seen, Scope, string[]][] = [
  ["sales_order", all, ["O1", "O1b", "O2", "O3"]],
  ["sales_order", none, []],
  ["sales_order", nobody, []],
  ["sales_order", dealer, ["O1", "O1b"]],
  ["sales_order", below, ["O1", "O1b", "O2"]],
  ["sales_order", own, ["O1"]],
  ["sales_order", regionSouth, ["O2", "O3"]],
  ["sales_order", organisationA, ["O1", "O1b", "O2"]],
  ["sales_order", node1, ["O1"]],
  ["order_event", dealer, ["O1", "O1b"]],
  ["order_event", own, ["O1"]],
  ["order_event", regionSouth, ["O2", "O3"]],
  ["order_event", node1, ["O1"]],
  ["partner", dealer, ["D1"]],
  ["partner", below, ["D1", "D2"]],
  ["partner", own, ["D1"]],
  ["partner", regionSouth, ["D2", "D3"]],
  ["partner", organisationA, ["D1", "D2"]],
  ["partner", node1, []],
  ["price_list", dealer, ["all", "ofA", "ofD1"]],
  ["price_list", { kind: "dealer", dealerId: "D3" }, ["all", "ofD3"]],
  ["price_list", regionSouth, ["all", "ofA", "ofD3"]],
  ["price_list", organisationA, ["all", "ofA", "ofD1"]],
  ["node_stock", dealer, ["N1"]],
  ["node_stock", node1, ["N1"]],
  ["node_stock", regionSouth, ["N2", "N3"]],
  ["node_stock", organisationA, ["N1"]],
  ["pool_stock", dealer, ["P1"]],
  ["pool_stock", { kind: "dealer", dealerId: "D3" }, ["P2"]],
  ["pool_stock", regionSouth, ["P2"]],
];

Deno.test("Reader.from() shows of each table what the scope covers, and nothing else", async () => {
  await using engine = await world();
  for (const [table, scope, ids] of cases) {
    assert.deepEqual(
      await seen[table](engine.reader(scope)),
      ids,
      `${table} for ${JSON.stringify(scope)}`,
    );
  }
});

Deno.test("Reader.from() puts the predicate on the alias too", async () => {
  await using engine = await world();
  const rows = await engine.reader(dealer).from("sales_order as o")
    .innerJoin("partner as p", "p.id", "o.dealer_id").select("o.id").orderBy("o.id").execute();
  assert.deepEqual(rows.map(({ id }) => id), ["O1", "O1b"]);
});

Deno.test("Reader.from() never lets null equal null", async () => {
  await using engine = await world();
  const nulls = { kind: "dealer", dealerId: null } as unknown as Scope;
  assert.deepEqual(await byId("app_user")(engine.reader(nulls)), []);
  assert.deepEqual(await byId("partner")(engine.reader(nulls)), []);
  const nullList = { kind: "dealer_and_below", dealerIds: [null] } as unknown as Scope;
  assert.deepEqual(await byId("app_user")(engine.reader(nullList)), []);
  const undefinedList = { kind: "organisation" } as unknown as Scope;
  assert.deepEqual(
    await byId("sales_order")(engine.reader(undefinedList)).catch(() => []),
    [],
  );
});

Deno.test("Reader.asSystem() sees all, for a reason", async () => {
  await using engine = await world();
  const reader = engine.reader(none);
  assert.equal((await byId("sales_order")(reader.asSystem("a test"))).length, 4);
  assert.deepEqual(await byId("sales_order")(reader), []);
  assert.throws(() => reader.asSystem(""), /reason/);
  assert.equal((await byId("sales_order")(engine.asSystem("a test"))).length, 4);
});

Deno.test("a reader can neither write nor checkpoint", async () => {
  await using engine = await world();
  assert.throws(() => engine.read.run("delete from order_event", []), /readonly|query_only/i);
  assert.equal(engine.read.all("select 1 from order_event", []).length, 4);
});

Deno.test("system tables are closed to every scope but all, public ones open to every scope but none", async () => {
  await using engine = await world();
  await engine.writer.write((tx) => {
    tx.insert("denial", { at: "", method: "", route: "", reason: "", request_id: "" });
    return Promise.resolve();
  });
  const count = async (table: "denial" | "node", scope: Scope) =>
    (await engine.reader(scope).from(table).select("id").execute()).length;
  for (const scope of [dealer, below, own, regionSouth, organisationA, node1, none]) {
    assert.equal(await count("denial", scope), 0, scope.kind);
    assert.equal(await count("node", scope), scope.kind === "none" ? 0 : 3, scope.kind);
  }
  assert.deepEqual([await count("denial", all), await count("node", all)], [1, 3]);
});

const everyScope = [all, none, dealer, below, own, regionSouth, organisationA, node1];

Deno.test("every table's predicate is sound SQL for every scope, and prepared reads what from reads", async () => {
  await using engine = await world();
  for (const table of Object.keys(scopes) as (keyof Schema & "sku")[]) {
    const query = prepared((reader, _: { unused: string }) => reader.from(table).selectAll());
    for (const scope of everyScope) {
      const reader = engine.reader(scope);
      assert.deepEqual(
        query(reader, { unused: "" }),
        await reader.from(table).selectAll().execute(),
        `${table} ${scope.kind}`,
      );
    }
  }
});

const ordersOf = prepared((reader, p: { dealers: readonly string[]; channel: string }) =>
  reader.from("sales_order as o").select("o.id").where("o.channel", "=", p.channel)
    .where("o.dealer_id", "in", among(p.dealers)).orderBy("o.id")
);

Deno.test("prepared() binds values and lists anew at each call, and the scope with them", async () => {
  await using engine = await world();
  const ids = (scope: Scope, dealers: string[], channel = "b2b") =>
    ordersOf(engine.reader(scope), { dealers, channel }).map(({ id }) => id);
  assert.deepEqual(ids(all, ["D1", "D3"]), ["O1", "O1b", "O3"]);
  assert.deepEqual(ids(all, []), []);
  assert.deepEqual(ids(all, ["D1"], "b2c"), []);
  assert.deepEqual(ids(dealer, ["D1", "D2", "D3"]), ["O1", "O1b"]);
  assert.deepEqual(ids({ kind: "dealer", dealerId: "D2" }, ["D1", "D2", "D3"]), ["O2"]);
  assert.deepEqual(ids(own, ["D1"]), ["O1"]);
});

Deno.test("opened tables are open to everybody, in from and in prepared, and close again", async () => {
  await using engine = await world();
  const through = async () => [
    (await byId("sales_order")(engine.reader(dealer))).length,
    ordersOf(engine.reader(dealer), { dealers: ["D1", "D2", "D3"], channel: "b2b" }).length,
  ];
  assert.deepEqual(await through(), [2, 2]);
  opened.add("sales_order");
  try {
    assert.deepEqual(await through(), [4, 4]);
  } finally {
    opened.clear();
  }
  assert.deepEqual(await through(), [2, 2]);
});

Deno.test("a reading connection goes on after an error", async () => {
  await using engine = await world();
  assert.throws(() => engine.read.all("select * from nowhere", []));
  assert.equal((await byId("sales_order")(engine.reader(all))).length, 4);
});
