import assert from "node:assert/strict";
import { completeOrder } from "./complete_order.ts";
import { submittedOrder } from "./testing.ts";

const delivered = { ...submittedOrder(), fulfilment: "delivered" as const, version: 8 };

Deno.test("completeOrder() ends what is delivered and paid", () => {
  assert.deepEqual(completeOrder({ order: delivered, openMinor: 0 }).events, [
    { type: "OrderCompleted", subject: delivered.id, version: 9 },
  ]);
});

Deno.test("completeOrder() waits while something is owed, and does not end an order twice", () => {
  assert.deepEqual(completeOrder({ order: delivered, openMinor: 1 }).events, []);
  const completed = { ...delivered, fulfilment: "completed" as const };
  assert.deepEqual(completeOrder({ order: completed, openMinor: 0 }).events, []);
});

Deno.test("completeOrder() refuses what has not arrived", () => {
  const order = { ...delivered, fulfilment: "shipped" as const };
  assert.deepEqual(completeOrder({ order, openMinor: 0 }).refusals, [
    { reason: "wrong_stage", command: "complete", stage: "shipped" },
  ]);
});
