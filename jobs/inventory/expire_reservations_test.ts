import { strict as assert } from "node:assert";
import { type TestEngine, testEngine } from "~/db/_engine/testing.ts";
import { dealers, plantWorld, skus } from "~/db/dispatch/testing.ts";
import { writers } from "~/db/writers.ts";
import { hourMs } from "~/domain/_kernel/period.ts";
import { voidExpiredReservations } from "./expire_reservations.ts";

function reserved({ read }: TestEngine): number {
  return read.all<{ n: number }>("select coalesce(sum(reserved), 0) as n from pool_stock", [])[0]!
    .n;
}

Deno.test("voidExpiredReservations() frees what nobody approved in 72 hours, and nothing else", async () => {
  await using engine = await testEngine({ writers });
  const world = await plantWorld(engine);
  await world.distrust(dealers.dingshun);
  const wish = [{ sku: skus.tea, quantity: 2 }];
  const { id } = await world.order(wish);
  await world.order(wish, { dealer: dealers.hengfeng });
  assert.equal(reserved(engine), 60);

  engine.clock.advance(72 * hourMs - 1);
  assert.equal(await voidExpiredReservations(engine), 0);
  engine.clock.advance(1);
  assert.equal(await voidExpiredReservations(engine), 1);
  assert.equal(reserved(engine), 30);
  const [row] = engine.read.all<{ commercial: string; holds_stock: number }>(
    "select commercial, holds_stock from sales_order where id = ?",
    [id],
  );
  assert.deepEqual(row, { commercial: "awaiting_approval", holds_stock: 0 });
  assert.equal(await voidExpiredReservations(engine), 0);
  assert.deepEqual(engine.broken(), []);
});

Deno.test("voidExpiredReservations() goes on until nothing is due, a batch a unit", async () => {
  await using engine = await testEngine({ writers });
  const world = await plantWorld(engine);
  await world.distrust(dealers.dingshun);
  const count = 103;
  for (let i = 0; i < count; i++) {
    await world.order([{ sku: skus.water, unit: "瓶", quantity: 1 }]);
  }
  engine.clock.advance(72 * hourMs);
  assert.equal(await voidExpiredReservations(engine), count);
  assert.equal(reserved(engine), 0);
});
