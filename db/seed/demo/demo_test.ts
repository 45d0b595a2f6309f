import assert from "node:assert/strict";
import type { Engine } from "~/db/_engine/engine.ts";
import { verifyAudit } from "~/db/_engine/audit.ts";
import { runInvariants } from "~/db/_engine/invariants.ts";
import { testEngine } from "~/db/_engine/testing.ts";
import { seedWorld } from "~/db/seed/seed_world.ts";
import { sampleUsers } from "~/db/seed/sample_users.ts";
import { writers } from "~/db/writers.ts";
import type { WorldName } from "~/db/seed/worlds.ts";

const now = "2026-11-22T02:30:00.000Z";
const orders = 140;

async function seeded(world: WorldName, at = now) {
  const engine = await testEngine({ writers, now: at });
  engine.writer.connection.exec("pragma synchronous = off");
  await seedWorld(engine, world, { passwordHash: "$scrypt$for-tests", print: () => {}, orders });
  return engine;
}

function column<Value>(engine: Engine, sql: string): Value[] {
  return engine.read.all<{ value: Value }>(sql, []).map(({ value }) => value);
}

const head = (engine: Engine) =>
  column<string>(engine, "select hash as value from audit order by seq desc limit 1")[0];

Deno.test("demo_zh", async (t) => {
  await using engine = await seeded("demo_zh");
  await t.step("holds in every invariant", () => {
    assert.deepEqual(runInvariants(engine.read, { now }), []);
    assert.deepEqual(verifyAudit(engine.read).broken, []);
  });
  await t.step("has as many orders as asked for, in every state there is", () => statesIn(engine));
  await t.step("shows what the house has to show", () => showsIn(engine));
  await t.step("is the same to the last byte when grown again at the same time", async () => {
    await using again = await seeded("demo_zh");
    assert.equal(head(again), head(engine));
  });
  await t.step("has a twin with the same codes and orders, and words in English", async () => {
    await using twin = await seeded("demo_en");
    twins(engine, twin);
  });
});

function statesIn(engine: Engine): void {
  const stages = column<string>(
    engine,
    "select distinct stage as value from sales_order order by 1",
  );
  assert.deepEqual(stages, [
    "awaiting_approval",
    "cancelled",
    "completed",
    "delivered",
    "part_shipped",
    "rejected",
    "released",
    "routed",
    "shipped",
    "unrouted",
  ]);
  assert.deepEqual(column(engine, "select count(*) as value from sales_order"), [orders]);
}

function showsIn(engine: Engine): void {
  const some = (what: string, sql: string) =>
    assert.ok(engine.read.all(sql, []).length > 0, `no ${what}`);
  const waiting = "select 1 from order_approval where state = 'waiting' and gate =";
  some("order before the dealer's gate", `${waiting} 'dealer'`);
  some("order before our gate", `${waiting} 'company'`);
  some("expired reservation", "select 1 from order_event where kind = 'reservation_expired'");
  some("rest given up", "select 1 from order_event where kind = 'rest_cancelled'");
  some("routing by hand", "select 1 from order_event where kind = 'rerouted'");
  some("order on behalf", "select 1 from sales_order where on_behalf_of is not null");
  some("agreed discount", "select 1 from sales_order_line where discount_bp > 0");
  some("freight", "select 1 from sales_order where freight_minor > 0");
  some("note", "select 1 from sales_order where note <> ''");
  some("overdue item", `select 1 from open_item where open_minor > 0 and due_on < '2026-11-22'`);
  const ofKind = "select 1 from sales_order o join partner p on p.id = o.dealer_id where p.kind =";
  some("order of a store on the portal", `${ofKind} 'store' and o.channel = 'portal'`);
  some("order of a store's own system", `${ofKind} 'store' and o.channel = 'store'`);
  some(
    "order from the web at the web's price",
    `${ofKind} 'store' and o.channel = 'tmall' and exists (select 1 from sales_order_line l
      join price_list pl on pl.id = l.price_list_id
      where l.order_id = o.id and pl.channel = 'tmall')`,
  );
  some("price for a region", "select 1 from price_list where region_id is not null");
  some("service provider", "select 1 from partner where kind = 'service_provider' and services");
  some("draft", "select 1 from order_draft");
  some("suspended dealer", "select 1 from partner where state = 'suspended'");
  some(
    "line split over two warehouses",
    "select 1 from pin group by order_id, line_no having count(distinct node_id) = 2",
  );
  some(
    "stock-out",
    `select 1 from pool_stock s join sku on sku.id = s.sku_id
     where sku.code = 'F1-0330-24' and on_hand = reserved`,
  );
  some(
    "low stock",
    `select 1 from pool_stock s join sku on sku.id = s.sku_id
     where sku.code = 'T1-0500-15' and on_hand - reserved = 12 * 15`,
  );
  some("price that ended", `select 1 from price_list where valid_until < '${now}'`);
  some("price to come", `select 1 from price_list where valid_from > '${now}'`);
  const active = column<string>(
    engine,
    "select login as value from app_user where state = 'active'",
  );
  assert.deepEqual(sampleUsers.filter(({ login }) => !active.includes(login)), []);
}

function twins(zh: Engine, en: Engine): void {
  const same = [
    "select code || name_zh || name_en || state as value from sku order by code",
    "select code || name_zh || coalesce(grade, '') as value from partner order by code",
    "select number || stage || total_minor as value from sales_order order by number",
  ];
  for (const sql of same) assert.deepEqual(column(en, sql), column(zh, sql));
  const chinese = /\p{Script=Han}/u;
  const words = column<string>(
    en,
    `select street || city || contact as value from address
     union all select base_unit || sales_unit || brand || specification from sku
     union all select name from app_user where login <> 'system'
     union all select note from sales_order
     union all select reason from order_event union all select reason from stock_entry
     union all select discount_reason from sales_order_line union all select method from receipt`,
  );
  assert.deepEqual(words.filter((word) => chinese.test(word)), []);
}

Deno.test("the world ends well on any day and at any hour", async () => {
  const at = "2028-02-29T20:10:00.000Z";
  await using engine = await seeded("demo_zh", at);
  assert.deepEqual(runInvariants(engine.read, { now: at }), []);
  const latest = "select max(at) as value from audit";
  assert.ok(column<string>(engine, latest)[0]! <= at);
});
