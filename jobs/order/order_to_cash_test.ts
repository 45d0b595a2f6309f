import { strict as assert } from "node:assert";
import { type TestEngine, testEngine } from "~/db/_engine/testing.ts";
import { type DispatchWorld, plantWorld, skus } from "~/db/dispatch/testing.ts";
import { loadCancelFacts } from "~/db/order/deciding_facts.ts";
import { loadOrder } from "~/db/order/orders.ts";
import { writers } from "~/db/writers.ts";
import type { OrderId } from "~/domain/_kernel/id.ts";
import { cancelOrder } from "~/domain/order/cancel_order.ts";
import { stageOf } from "~/domain/order/order.ts";

function stage(engine: TestEngine, id: OrderId): string {
  return stageOf(loadOrder(engine.asSystem("a test looks"), id));
}

/** Every event once more, as a relay does that crashed before it could note the delivery. */
async function redeliver({ engine, relay }: DispatchWorld): Promise<void> {
  await engine.writer.write((tx) => {
    tx.run("update outbox set state = 'pending', next_at = null");
    return Promise.resolve();
  });
  await relay.wake();
}

function audited(engine: TestEngine): number {
  return engine.read.all<{ n: number }>("select count(*) as n from audit", [])[0]!.n;
}

async function cancel({ planter, relay }: DispatchWorld, id: OrderId): Promise<void> {
  await planter.act(
    "order.cancel",
    (facts) => loadCancelFacts(facts, id),
    (facts) => {
      const { version } = facts.order;
      return cancelOrder({ version, because: "客户改期", mayAfterRelease: true }, facts);
    },
  );
  await relay.wake();
}

Deno.test("an order goes from confirmed to completed, the books sound at every step", async () => {
  await using engine = await testEngine({ writers });
  const world = await plantWorld(engine);
  const steps: string[] = [];
  const at = (id: OrderId) => {
    steps.push(stage(engine, id));
    assert.deepEqual(engine.broken(), []);
  };

  const { id } = await world.order([
    { sku: skus.water, quantity: 30 },
    { sku: skus.tea, quantity: 10, discountBasisPoints: 500, discountReason: "新品铺货" },
    { sku: skus.family, quantity: 7 },
  ], { freightMinor: 4_999 });
  at(id);
  await world.release(id);
  at(id);
  const parts = world.fulfilments(id);
  assert.deepEqual(parts.map(({ state }) => state), ["released", "released"]);
  const [first, second] = parts;
  const { lineNo } = first!.lines[0]!;
  const shipments = [await world.ship(first!.number, [{ lineNo, quantity: 5 }])];
  at(id);
  await world.deliver(shipments[0]!);
  at(id);
  shipments.push(await world.ship(first!.number), await world.ship(second!.number));
  at(id);
  for (const shipment of shipments.slice(1)) await world.deliver(shipment);
  at(id);
  const { totalMinor } = loadOrder(engine.asSystem("a test looks"), id);
  await world.pay(totalMinor - 1);
  at(id);
  await world.pay(1);
  at(id);
  assert.deepEqual(steps, [
    "routed",
    "released",
    "part_shipped",
    "part_shipped",
    "shipped",
    "delivered",
    "delivered",
    "completed",
  ]);
  assert.deepEqual(
    engine.read.all(
      "select open_order_minor as open, receivable_minor as owed from credit_account where open_order_minor <> 0 or receivable_minor <> 0",
      [],
    ),
    [],
  );
});

Deno.test("every listener, told the same events twice, does its work once", async () => {
  await using engine = await testEngine({ writers });
  const world = await plantWorld(engine);
  const whole = await world.order([{ sku: skus.water, quantity: 30 }]);
  await world.release(whole.id);
  const [part] = world.fulfilments(whole.id);
  const shipment = await world.ship(part!.number);
  await world.pay(79_200);
  await world.deliver(shipment);
  const given = await world.order([{ sku: skus.tea, quantity: 3 }]);
  await cancel(world, given.id);
  const before = audited(engine);
  assert.equal(stage(engine, whole.id), "completed");
  assert.deepEqual(world.fulfilments(given.id).map(({ state }) => state), ["void"]);

  await redeliver(world);
  assert.equal(audited(engine), before);
  assert.deepEqual(engine.broken(), []);
  const parked = engine.read.all("select id from outbox where state <> 'done'", []);
  assert.deepEqual(parked, []);
});

Deno.test("routeConfirmedOrder leaves an order alone that was cancelled meanwhile", async () => {
  await using engine = await testEngine({ writers });
  const world = await plantWorld(engine);
  const { id } = await world.order([{ sku: skus.tea, quantity: 3 }]);
  await cancel(world, id);
  const before = audited(engine);
  await engine.writer.write((tx) => {
    tx.run("delete from delivery");
    tx.run("update outbox set state = 'pending'");
    return Promise.resolve();
  });
  await world.relay.wake();
  assert.equal(audited(engine), before);
  assert.equal(stage(engine, id), "cancelled");
});

Deno.test("voidCancelledFulfilments takes from the warehouse only what has not shipped", async () => {
  await using engine = await testEngine({ writers });
  const world = await plantWorld(engine);
  const { id } = await world.order([{ sku: skus.water, quantity: 2 }, {
    sku: skus.family,
    quantity: 2,
  }]);
  await world.release(id);
  const parts = world.fulfilments(id);
  const [line] = parts[0]!.lines;
  await world.ship(parts[0]!.number, [{ lineNo: line!.lineNo, quantity: 1 }]);
  await cancel(world, id);
  assert.deepEqual(engine.broken(), []);
  assert.equal(stage(engine, id), "shipped");
  const left = world.fulfilments(id).map(({ state, lines }) => ({
    state,
    open: lines.reduce(
      (sum, { quantity, shipped, voided }) => sum + quantity - shipped - voided,
      0,
    ),
  }));
  assert.equal(left[0]!.state, "shipped");
  assert.ok(left.slice(1).every(({ state }) => state === "void"));
  assert.ok(left.every(({ open }) => open === 0));
});

Deno.test("completeCutOrder completes what was delivered and paid before the rest was given up", async () => {
  await using engine = await testEngine({ writers });
  const world = await plantWorld(engine);
  const { id } = await world.order([{ sku: skus.tea, quantity: 2 }]);
  await world.release(id);
  const [part] = world.fulfilments(id);
  const shipment = await world.ship(part!.number, [{ lineNo: 1, quantity: 15 }]);
  await world.deliver(shipment);
  await world.pay(3_120);
  assert.equal(stage(engine, id), "part_shipped");
  await cancel(world, id);
  assert.equal(stage(engine, id), "completed");
  assert.deepEqual(engine.broken(), []);
});

Deno.test("completePaidOrders completes each of the orders one receipt settles, and no other", async () => {
  await using engine = await testEngine({ writers });
  const world = await plantWorld(engine);
  const ids: OrderId[] = [];
  for (let i = 0; i < 3; i++) {
    const { id } = await world.order([{ sku: skus.tea, quantity: 1 }]);
    await world.release(id);
    await world.deliver(await world.ship(world.fulfilments(id)[0]!.number));
    ids.push(id);
  }
  await world.pay(2 * 3_120 + 100);
  assert.deepEqual(ids.map((id) => stage(engine, id)), ["completed", "completed", "delivered"]);
  assert.deepEqual(engine.broken(), []);
});
