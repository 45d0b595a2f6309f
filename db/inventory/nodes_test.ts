import { strict as assert } from "node:assert";
import { NotFound } from "~/db/_engine/not_found.ts";
import { put } from "~/db/_engine/put.ts";
import type { Scope } from "~/db/_engine/scope.ts";
import { type TestEngine, testEngine } from "~/db/_engine/testing.ts";
import { writers } from "~/db/writers.ts";
import type { Expected } from "~/domain/_kernel/master.ts";
import type { Node } from "~/domain/inventory/node.ts";
import { findNode, nodes } from "./nodes.ts";
import { settle, world } from "./testing.ts";

const wuhan: Node = {
  code: "WH01",
  nameZh: "武汉仓",
  nameEn: "Wuhan",
  type: "central",
  organisationCode: "EAST",
  regionCode: "JS",
  partnerCode: null,
  poolCode: "EAST",
  province: "湖北",
  city: "武汉",
  stocks: true,
  ships: true,
  handling: { amountMinor: 420, currency: "CNY" },
  dailyCapacity: 800,
  openWeekdays: ["mon", "tue", "wed", "thu", "fri", "sat"],
  leadDays: 2,
  state: "active",
};

function save(
  engine: TestEngine,
  node: Node,
  { expected = "new", scope = { kind: "all" } }: { expected?: Expected; scope?: Scope } = {},
) {
  const unit = put(nodes, node, expected);
  return engine.transact({ action: "node.edit", author: engine.author, scope, ...unit });
}

Deno.test("a node is read back as it was saved, and saving it again is no change", async () => {
  await using engine = await testEngine({ writers });
  await settle(engine);
  assert.ok((await save(engine, wuhan)).ok);
  const reader = engine.asSystem("test");
  assert.deepEqual(findNode(reader, "WH01")?.record, wuhan);
  assert.deepEqual((await save(engine, wuhan, { expected: 1 })).events, []);
  const renamed = { ...wuhan, nameZh: "武汉中心仓", partnerCode: "D-1001", poolCode: null };
  assert.ok((await save(engine, renamed, { expected: 1 })).ok);
  assert.deepEqual(findNode(reader, "WH01"), {
    id: findNode(reader, "WH01")!.id,
    version: 2,
    record: renamed,
  });
});

Deno.test("a node with stock can neither be closed nor moved", async () => {
  await using engine = await testEngine({ writers });
  await settle(engine);
  const lying = { node_id: world.node.xuzhou, sku_id: world.sku.cola, on_hand: 24, pinned: 2 };
  await engine.writer.write((tx) => Promise.resolve(tx.insert("node_stock", lying)));
  const xuzhou = findNode(engine.asSystem("test"), "XZ01")!.record;
  const closed = await save(engine, { ...xuzhou, state: "inactive" }, { expected: 1 });
  assert.deepEqual(closed.refusals, [{
    reason: "node_still_in_use",
    change: "deactivate",
    skus: 1,
    units: 24,
    pinnedUnits: 2,
    at: "/state",
  }]);
  const moved = await save(engine, { ...xuzhou, poolCode: null }, { expected: 1 });
  assert.equal(moved.refusals?.[0]?.reason, "node_still_in_use");
});

Deno.test("a node of another organisation is not there for those who may edit their own", async () => {
  await using engine = await testEngine({ writers });
  await settle(engine);
  const south: Scope = { kind: "organisation", organisationIds: [world.organisation.south] };
  const xuzhou = findNode(engine.asSystem("test"), "XZ01")!.record;
  await assert.rejects(
    save(engine, { ...xuzhou, city: "宿迁" }, { expected: 1, scope: south }),
    NotFound,
  );
  const foreign = await save(engine, wuhan, { scope: south });
  assert.deepEqual(foreign.refusals?.map(({ reason }) => reason), ["unknown_organisation"]);
  const ours = { ...wuhan, organisationCode: "SOUTH", poolCode: "SOUTH" };
  assert.ok((await save(engine, ours, { scope: south })).ok);
});

Deno.test("a node stands in no pool of another organisation", async () => {
  await using engine = await testEngine({ writers });
  await settle(engine);
  const foreign = await save(engine, { ...wuhan, poolCode: "SOUTH" });
  assert.deepEqual(foreign.refusals, [{
    reason: "pool_of_another_organisation",
    pool: "SOUTH",
    owner: "SOUTH",
    organisation: "EAST",
    at: "/poolCode",
  }]);
  await engine.writer.write((tx) =>
    Promise.resolve(tx.run("update organisation set parent_id = 'org-south' where code = 'EAST'"))
  );
  assert.ok((await save(engine, { ...wuhan, poolCode: "SOUTH" })).ok, "the group's pool is shared");
});

Deno.test("a node at a partner keeps goods only where the partner stocks", async () => {
  await using engine = await testEngine({ writers });
  await settle(engine);
  const at = { ...wuhan, partnerCode: "D-1001" };
  const { dealer: { dingshun } } = world;
  await engine.writer.write((tx) =>
    Promise.resolve(tx.change("partner", { id: dingshun }, { stocks: 0 }))
  );
  assert.deepEqual((await save(engine, at)).refusals, [
    { reason: "partner_does_not_stock", partner: "D-1001", at: "/stocks" },
  ]);
  assert.ok((await save(engine, { ...at, stocks: false })).ok);
});
