import { strict as assert } from "node:assert";
import { testEngine } from "~/db/_engine/testing.ts";
import { dealers, plantWorld, skus } from "~/db/dispatch/testing.ts";
import { writers } from "~/db/writers.ts";
import { hourMs } from "~/domain/_kernel/period.ts";
import { remindWaitingApprovers } from "./remind_approvers.ts";

Deno.test("remindWaitingApprovers() tells a gate that waits once a day, and no other", async () => {
  await using engine = await testEngine({ writers });
  const world = await plantWorld(engine);
  await world.distrust(dealers.dingshun);
  const wish = [{ sku: skus.tea, quantity: 2 }];
  const { id } = await world.order(wish);
  await world.order(wish, { dealer: dealers.hengfeng });
  const reminded = () =>
    engine.read.all<{ order_id: string }>(
      "select order_id from order_event where kind = 'reminded'",
      [],
    ).map(({ order_id }) => order_id);

  await remindWaitingApprovers(engine);
  assert.deepEqual(reminded(), []);
  engine.clock.advance(24 * hourMs + 1);
  await remindWaitingApprovers(engine);
  await remindWaitingApprovers(engine);
  assert.deepEqual(reminded(), [id]);
  engine.clock.advance(24 * hourMs + 1);
  await remindWaitingApprovers(engine);
  assert.deepEqual(reminded(), [id, id]);
});

Deno.test("remindWaitingApprovers() goes on until every gate is told, a batch a unit", async () => {
  await using engine = await testEngine({ writers });
  const world = await plantWorld(engine);
  await world.distrust(dealers.dingshun);
  const count = 203;
  for (let i = 0; i < count; i++) {
    await world.order([{ sku: skus.water, unit: "瓶", quantity: 1 }]);
  }
  engine.clock.advance(24 * hourMs + 1);
  assert.equal(await remindWaitingApprovers(engine), count);
  assert.equal(await remindWaitingApprovers(engine), 0);
});
