import { strict as assert } from "node:assert";
import fc from "fast-check";
import type { Scope } from "~/db/_engine/scope.ts";
import { type TestEngine, testEngine } from "~/db/_engine/testing.ts";
import { writers } from "~/db/writers.ts";
import { type PostStockEntries, postStockEntries } from "~/domain/inventory/post_stock_entries.ts";
import { loadStockEntryFacts } from "./stock_entries.ts";
import { holdOrder, settle, world } from "./testing.ts";

const { node, sku, pool } = world;

function post(engine: TestEngine, command: PostStockEntries, scope: Scope = { kind: "all" }) {
  return engine.transact({
    action: "stock.post",
    author: engine.author,
    scope,
    load: (facts) => loadStockEntryFacts(facts, command),
    decide: (facts, by) => postStockEntries(facts, command, by),
  });
}

type Line = [node: string, sku: string, quantity: number, unit?: string];
function document(kind: PostStockEntries["kind"], ...lines: Line[]): PostStockEntries {
  return {
    kind,
    reason: "期初",
    lines: lines.map(([node, sku, quantity, unit]) => ({ node, sku, quantity, unit })),
  };
}

function balance(engine: TestEngine, table: "node_stock" | "pool_stock") {
  const place = table === "node_stock" ? "node_id" : "pool_id";
  return engine.read.all<{ place: string; sku_id: string; on_hand: number }>(
    `select ${place} as place, sku_id, on_hand from ${table} order by 1, 2`,
    [],
  );
}

Deno.test("StockEntriesPosted raises the node and its pool and keeps every line", async () => {
  await using engine = await testEngine({ writers });
  await settle(engine);
  const done = await post(
    engine,
    document("receipt", ["XZ01", "COLA-330", 10, "箱"], ["NJ01", "COLA-330", 6], [
      "GZ01",
      "TEA-500",
      3,
      "箱",
    ]),
  );
  assert.ok(done.ok, JSON.stringify(done.refusals));
  assert.deepEqual(balance(engine, "node_stock"), [
    { place: node.guangzhou, sku_id: sku.tea, on_hand: 45 },
    { place: node.nanjing, sku_id: sku.cola, on_hand: 6 },
    { place: node.xuzhou, sku_id: sku.cola, on_hand: 240 },
  ]);
  assert.deepEqual(balance(engine, "pool_stock"), [
    { place: pool.east, sku_id: sku.cola, on_hand: 246 },
    { place: pool.south, sku_id: sku.tea, on_hand: 45 },
  ]);
  const entries = engine.read.all(
    "select document, effect_key, kind, reason, quantity from stock_entry where node_id = ?",
    [node.xuzhou],
  );
  assert.deepEqual(entries, [{
    document: "SE-2026-000001",
    effect_key: "SE-2026-000001:1",
    kind: "receipt",
    reason: "期初",
    quantity: 240,
  }]);
  assert.deepEqual(engine.broken(), []);
});

Deno.test("a count writes only what differs and takes the next number", async () => {
  await using engine = await testEngine({ writers });
  await settle(engine);
  await post(engine, document("receipt", ["XZ01", "COLA-330", 240], ["XZ01", "TEA-500", 30]));
  const count = document("count", ["XZ01", "COLA-330", 9, "箱"], ["XZ01", "TEA-500", 30]);
  const done = await post(engine, count);
  assert.ok(done.ok);
  const kept = engine.read.all(
    "select document, quantity from stock_entry where kind = 'count'",
    [],
  );
  assert.deepEqual(kept, [{ document: "SE-2026-000002", quantity: -24 }]);
});

Deno.test("an order's hold is kept and named, one that the caller may not see is only counted", async () => {
  await using engine = await testEngine({ writers });
  await settle(engine);
  await post(engine, document("receipt", ["XZ01", "COLA-330", 100], ["NJ01", "COLA-330", 20]));
  await holdOrder(engine, { number: "SO-2026-000007", sku: sku.cola, quantity: 70, pinned: 60 });
  await holdOrder(engine, { number: "SO-2026-000008", sku: sku.cola, quantity: 10 });
  const taken = await post(engine, document("adjustment", ["XZ01", "COLA-330", -41]));
  assert.deepEqual(taken.refusals, [{
    reason: "below_pinned",
    node: "XZ01",
    sku: "COLA-330",
    left: 59,
    pinned: 60,
    numbers: ["SO-2026-000007"],
    others: 0,
    at: "/lines/0/quantity",
  }, {
    reason: "below_reserved",
    pool: "EAST",
    sku: "COLA-330",
    left: 79,
    reserved: 80,
    numbers: ["SO-2026-000007", "SO-2026-000008"],
    others: 0,
    at: "/lines/0/quantity",
  }]);
  const stranger: Scope = { kind: "node", nodeIds: [node.xuzhou] };
  const blind = await post(engine, document("adjustment", ["XZ01", "COLA-330", -41]), stranger);
  const [pinned] = blind.refusals ?? [];
  assert.deepEqual(
    pinned && "others" in pinned && [pinned.numbers, pinned.others],
    [[], 1],
  );
  assert.ok((await post(engine, document("adjustment", ["XZ01", "COLA-330", -40]))).ok);
});

Deno.test("at most five orders are named", async () => {
  await using engine = await testEngine({ writers });
  await settle(engine);
  await post(engine, document("receipt", ["XZ01", "COLA-330", 100]));
  for (let at = 1; at <= 7; at++) {
    await holdOrder(engine, { number: `SO-2026-00000${at}`, sku: sku.cola, quantity: 10 });
  }
  const { refusals } = await post(engine, document("count", ["XZ01", "COLA-330", 50]));
  const [short] = refusals ?? [];
  assert.ok(short?.reason === "below_reserved");
  assert.deepEqual([short.numbers.length, short.others], [5, 2]);
});

Deno.test("an expired reservation stands in nobody's way and is voided in the same commit", async () => {
  await using engine = await testEngine({ writers });
  await settle(engine);
  await post(engine, document("receipt", ["XZ01", "COLA-330", 100]));
  const expiresAt = "2026-03-02T01:59:59.000Z";
  await holdOrder(engine, { number: "SO-2026-000007", sku: sku.cola, quantity: 70, expiresAt });
  const done = await post(engine, document("adjustment", ["XZ01", "COLA-330", -100]));
  assert.ok(done.ok, JSON.stringify(done.refusals));
  assert.deepEqual(
    engine.read.all("select state, voided from reservation", []),
    [{ state: "expired", voided: 70 }],
  );
  assert.deepEqual(
    engine.read.all("select on_hand, reserved from pool_stock", []),
    [{ on_hand: 0, reserved: 0 }],
  );
});

Deno.test("a node outside one's reach is not there", async () => {
  await using engine = await testEngine({ writers });
  await settle(engine);
  const cases: [Scope, boolean][] = [
    [{ kind: "node", nodeIds: [node.xuzhou] }, true],
    [{ kind: "node", nodeIds: [node.nanjing] }, false],
    [{ kind: "region", regionIds: [world.region.js], organisationIds: [] }, true],
    [{ kind: "region", regionIds: [world.region.gd], organisationIds: [] }, false],
    [{ kind: "organisation", organisationIds: [world.organisation.east] }, true],
    [{ kind: "organisation", organisationIds: [world.organisation.south] }, false],
    [{ kind: "dealer", dealerId: world.dealer.dingshun }, false],
  ];
  for (const [scope, mayPost] of cases) {
    const { ok, refusals } = await post(engine, document("receipt", ["XZ01", "TEA-500", 1]), scope);
    assert.equal(ok, mayPost, JSON.stringify(scope));
    if (!mayPost) assert.equal(refusals?.[0]?.reason, "unknown_node");
  }
});

Deno.test("a source that comes again changes nothing", async () => {
  await using engine = await testEngine({ writers });
  await settle(engine);
  const file = {
    ...document("receipt", ["XZ01", "COLA-330", 5], ["NJ01", "TEA-500", 2]),
    source: "期初-01",
  };
  assert.equal((await post(engine, file)).events?.length, 1);
  assert.deepEqual((await post(engine, file)).events, []);
  assert.deepEqual(balance(engine, "node_stock").map(({ on_hand }) => on_hand), [2, 5]);
});

Deno.test("whatever is posted, no balance falls below nothing and all equal their entries", async () => {
  await using engine = await testEngine({ writers });
  await settle(engine);
  const line = fc.record({
    node: fc.constantFrom("XZ01", "NJ01", "GZ01"),
    sku: fc.constantFrom("COLA-330", "TEA-500"),
    quantity: fc.integer({ min: -40, max: 60 }),
    unit: fc.constantFrom("罐", "箱"),
  });
  const kind = fc.constantFrom("receipt", "adjustment", "count");
  const documents = fc.record({ kind, lines: fc.array(line, { minLength: 1, maxLength: 8 }) });
  await fc.assert(
    fc.asyncProperty(documents, async ({ kind, lines }) => {
      await post(engine, { kind, reason: "随机", lines });
      assert.deepEqual(wrongBalances(engine), []);
    }),
    { numRuns: 120 },
  );
  assert.ok(balance(engine, "node_stock").length > 0, "nothing was ever posted");
  assert.deepEqual(engine.broken(), []);
});

function wrongBalances(engine: TestEngine): unknown[] {
  return engine.read.all(
    `select 'node' as what from node_stock n where on_hand <> (
       select coalesce(sum(quantity), 0) from stock_entry e
       where e.node_id = n.node_id and e.sku_id = n.sku_id)
     union all select 'negative' from node_stock where on_hand < 0
     union all select 'pool' from pool_stock p where on_hand <> (
       select coalesce(sum(s.on_hand), 0) from node_stock s join node on node.id = s.node_id
       where node.pool_id = p.pool_id and s.sku_id = p.sku_id)`,
    [],
  );
}
