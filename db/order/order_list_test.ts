import assert from "node:assert/strict";
import { Reader } from "~/db/_engine/reader.ts";
import type { Scope } from "~/db/_engine/scope.ts";
import { testEngine } from "~/db/_engine/testing.ts";
import type { Bindable } from "~/db/_engine/native.ts";
import { writers } from "~/db/writers.ts";
import { plantWorld } from "~/db/dispatch/testing.ts";
import type { Stage } from "~/domain/order/order.ts";
import { countWaiting, listWaiting } from "./approval_list.ts";
import { countOrders, listOrders } from "./order_list.ts";

const scopes: Scope[] = [
  { kind: "all" },
  { kind: "organisation", organisationIds: ["a", "b"] },
  { kind: "region", regionIds: ["a", "b"], organisationIds: [] },
  { kind: "dealer_and_below", dealerId: "a", dealerIds: ["a", "b"] },
  { kind: "dealer", dealerId: "a" },
  { kind: "own", dealerId: "a", userId: "u" },
  { kind: "node", nodeIds: ["a", "b"] },
];
const none = { stages: null, dealerIds: null, from: null, to: null };
const filters: Record<string, Parameters<typeof listOrders>[1]> = {
  "no filter": none,
  "one stage": { ...none, stages: ["shipped"] },
  "two stages": { ...none, stages: ["delivered", "completed"] },
  "a stage no order has": { ...none, stages: ["submitted"] },
  "a dealer": { ...none, dealerIds: ["a"] },
  "a dealer and a stage": { ...none, dealerIds: ["a"], stages: ["rejected"] },
  "some days": { ...none, from: "2026-03-01", to: "2026-03-02" },
  "some days and a stage": { ...none, from: "2026-03-01", stages: ["shipped"] },
  "a number": { ...none, q: "SO-2026-000001" },
  "a number and a stage": { ...none, q: "12", stages: ["shipped"] },
  "a name": { ...none, q: "鼎顺" },
};
const pages = {
  first: { limit: 3 },
  older: { after: "05", limit: 3 },
  newer: { before: "05", limit: 3 },
};

/** Reads through a reader that asks SQLite how it would go about each statement. */
async function plans(
  read: (reader: Reader) => unknown,
  scope: Scope,
): Promise<[string, string][]> {
  await using engine = await testEngine({ writers });
  const seen: [string, string][] = [];
  const target = {
    all: <Row>(sql: string, params: readonly Bindable[]) => {
      const steps = engine.read.all<{ detail: string }>(`explain query plan ${sql}`, params);
      seen.push(...steps.map(({ detail }): [string, string] => [sql, detail]));
      return engine.read.all<Row>(sql, params);
    },
    run: () => ({ changes: 0 }),
  };
  await read(new Reader(target, scope, engine.clock.now()));
  return seen;
}

/** Sums and parts of the fifty orders of a page may be sorted; the list itself never. */
function assertIndexed(found: readonly [string, string][]): void {
  const list = found.filter(([sql]) => /from "(sales_order|order_approval|fulfilment)"/.test(sql));
  const keys = list.filter(([sql]) => !/json_each\(\?\)\) group by|"n"."name_zh"/.test(sql));
  const bad = keys.filter(([, detail]) =>
    /^SCAN (?!json_each|\(subquery)/.test(detail) || detail.includes("TEMP B-TREE")
  );
  assert.ok(keys.length > 0);
  assert.deepEqual(bad, []);
}

for (const scope of scopes) {
  Deno.test(`listOrders() reads ranges of an index for ${scope.kind}, whatever the filter and page`, async () => {
    const found = await plans((reader) => {
      for (const filter of Object.values(filters)) {
        for (const page of Object.values(pages)) listOrders(reader, filter, page);
      }
      countOrders(reader, ["unrouted", "routed"]);
      listWaiting(reader, { gate: "company", limit: 9 });
      countWaiting(reader, "dealer");
    }, scope);
    assertIndexed(found);
  });
}

Deno.test("a scan or a sort would be found", async () => {
  const found = await plans(
    (reader) => reader.from("sales_order").selectAll().orderBy("total_minor").execute(),
    { kind: "all" },
  );
  assert.throws(() => assertIndexed(found));
});

Deno.test("countOrders() stops one above its cap", async () => {
  await using engine = await testEngine({ writers });
  const world = await plantWorld(engine);
  const reader = engine.asSystem("a test counts");
  await world.order([{ sku: "W550", quantity: 1 }]);
  await world.order([{ sku: "W550", quantity: 1 }]);
  assert.equal(countOrders(reader, ["routed"]), 2);
  assert.equal(countOrders(reader, ["routed"], 1), 2);
  assert.equal(countOrders(reader, ["routed"], 0), 1);
  assert.equal(countOrders(reader, ["shipped"]), 0);
});

Deno.test("listOrders() does not look through a warehouse's parts for what was never confirmed or has no node", async () => {
  const partsRead = async (stages: Stage[]) =>
    (await plans(
      (reader) => listOrders(reader, { ...none, stages }, { limit: 3 }),
      { kind: "node", nodeIds: ["a"] },
    )).some(([sql]) => sql.startsWith(`select distinct "order_id"`));
  assert.equal(await partsRead(["cancelled"]), true);
  assert.equal(await partsRead(["rejected"]), false);
  assert.equal(await partsRead(["unrouted"]), false);
});

Deno.test("countOrders() counts for a warehouse what its list would show", async () => {
  await using engine = await testEngine({ writers });
  const world = await plantWorld(engine);
  await world.order([{ sku: "W550", quantity: 1 }]);
  const [part] = engine.read.all<{ node_id: string }>("select node_id from fulfilment", []);
  const count = (nodeId: string) =>
    countOrders(engine.reader({ kind: "node", nodeIds: [nodeId] }), ["unrouted", "routed"]);
  assert.equal(count(part!.node_id), 1);
  assert.equal(count("elsewhere"), 0);
});
