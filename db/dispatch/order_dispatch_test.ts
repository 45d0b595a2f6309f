import assert from "node:assert/strict";
import type { Bindable } from "~/db/_engine/native.ts";
import { Reader } from "~/db/_engine/reader.ts";
import { testEngine } from "~/db/_engine/testing.ts";
import { loadOrder } from "~/db/order/orders.ts";
import { loadOrderSettlement } from "~/db/settlement/order_settlement.ts";
import { writers } from "~/db/writers.ts";
import { loadOrderDispatch } from "./order_dispatch.ts";
import { plantWorld } from "./testing.ts";

Deno.test("an order's shipments and receipts are found by the order, not among all of its dealer", async () => {
  await using engine = await testEngine({ writers });
  const world = await plantWorld(engine);
  const { id } = await world.order([{ sku: "W550", quantity: 1 }]);
  await world.release(id);
  const shipment = await world.ship(world.fulfilments(id)[0]!.number);
  await world.pay(100);
  const { dealerId } = loadOrder(engine.asSystem("a test looks"), id);
  const steps: string[] = [];
  const target = {
    all: <Row>(sql: string, params: readonly Bindable[]) => {
      const plan = engine.read.all<{ detail: string }>(`explain query plan ${sql}`, params);
      steps.push(...plan.map(({ detail }) => detail));
      return engine.read.all<Row>(sql, params);
    },
    run: () => ({ changes: 0 }),
  };
  const reader = new Reader(target, { kind: "dealer", dealerId }, engine.clock.now());
  const { shipments } = loadOrderDispatch(reader, id);
  const { receipts } = loadOrderSettlement(reader, id);
  assert.deepEqual(shipments.map(({ number }) => number), [shipment]);
  assert.deepEqual(receipts.map(({ amountMinor }) => amountMinor), [100]);
  assert.deepEqual(steps.filter((step) => /_by_dealer \(dealer_id=\?\)$/.test(step)), []);
  assert.ok(steps.some((step) => step.includes("shipment_by_order (order_id=?)")));
});

Deno.test("another dealer sees neither the shipments nor the receipts of an order", async () => {
  await using engine = await testEngine({ writers });
  const world = await plantWorld(engine);
  const { id } = await world.order([{ sku: "W550", quantity: 1 }]);
  const stranger = engine.reader({ kind: "dealer", dealerId: "D320102" });
  assert.throws(() => loadOrderDispatch(stranger, id), { name: "NotFound" });
});
