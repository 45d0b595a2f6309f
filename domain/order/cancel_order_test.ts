import assert from "node:assert/strict";
import { type CancelFacts, cancelOrder } from "./cancel_order.ts";
import type { Order } from "./order.ts";
import { account, heldBy, submittedOrder, tea, waitingOrder, water } from "./testing.ts";
import type { NodeId } from "../_kernel/id.ts";

function facts(order: Order, over: Partial<CancelFacts> = {}): CancelFacts {
  return { order, creditAccountId: account.id, held: heldBy(order), pins: [], ...over };
}
const asked = { version: 1, because: "客户改了采购计划", mayAfterRelease: false };

/** 240 bottles of water released, of which 60 have left; 60 of tea still lie at the node. */
function partShipped(): Order {
  const order = submittedOrder();
  const [first, second] = order.lines;
  return {
    ...order,
    version: 5,
    fulfilment: "part_shipped",
    lines: [
      { ...first!, open: 0, released: 180, shipped: 60, postedMinor: 6_600 },
      { ...second!, open: 0, allocated: 60 },
    ],
  };
}

Deno.test("cancelOrder() gives up the whole order: stock, pins and credit are free", () => {
  const order = submittedOrder();
  const pins = [{ lineNo: 1, nodeId: "xuzhou" as NodeId, skuId: water.id, quantity: 240 }];
  const decision = cancelOrder(asked, facts(order, { pins }));
  assert.ok(decision.ok);
  assert.deepEqual(decision.events.map(({ type }) => type), [
    "OrderCancelled",
    "PinsVoided",
    "ReservationVoided",
    "CreditMoved",
  ]);
  const [cancelled] = decision.events;
  assert.ok(cancelled?.type === "OrderCancelled");
  assert.deepEqual([cancelled.whole, cancelled.fulfilment, cancelled.version], [true, "none", 2]);
  assert.equal(cancelled.because, asked.because);
  const credit = decision.events.at(-1);
  assert.ok(credit?.type === "CreditMoved");
  assert.equal(credit.openOrderMinor, -41_800);
});

Deno.test("cancelOrder() takes back an order that waits for approval", () => {
  assert.ok(cancelOrder(asked, facts(waitingOrder())).ok);
});

Deno.test("cancelOrder() after part has shipped gives up the rest only", () => {
  const order = partShipped();
  const held = [{ skuId: water.id, quantity: 180 }, { skuId: tea.id, quantity: 60 }];
  const command = { ...asked, version: 5, mayAfterRelease: true };
  const decision = cancelOrder(command, facts(order, { held }));
  assert.ok(decision.ok);
  const [cancelled, voided, credit] = decision.events;
  assert.ok(cancelled?.type === "OrderCancelled" && voided?.type === "ReservationVoided");
  assert.ok(credit?.type === "CreditMoved");
  assert.deepEqual([cancelled.whole, cancelled.fulfilment], [false, "shipped"]);
  assert.deepEqual(cancelled.lines, [
    { lineNo: 1, open: 0, allocated: 0, released: 180 },
    { lineNo: 2, open: 0, allocated: 60, released: 0 },
  ]);
  assert.deepEqual(voided.items.map(({ quantity }) => quantity), [180, 60]);
  assert.equal(credit.openOrderMinor, -(41_800 - 6_600));
});

const cases: { name: string; order: Order; command?: object; refused: object }[] = [
  {
    name: "a dealer once the warehouse picks",
    order: partShipped(),
    command: { version: 5 },
    refused: { reason: "already_picking" },
  },
  {
    name: "a version that is no longer the order's",
    order: submittedOrder(),
    command: { version: 9 },
    refused: { reason: "changed_meanwhile" },
  },
  {
    name: "an order that has left completely",
    order: { ...submittedOrder(), fulfilment: "shipped" },
    refused: { reason: "wrong_stage", command: "cancel", stage: "shipped" },
  },
];

for (const { name, order, command, refused } of cases) {
  Deno.test(`cancelOrder() refuses ${name}`, () => {
    assert.deepEqual(cancelOrder({ ...asked, ...command }, facts(order)).refusals, [refused]);
  });
}

Deno.test("cancelOrder() moves no credit for an order that is free of charge", () => {
  const order = { ...submittedOrder(), totalMinor: 0 };
  const decision = cancelOrder(asked, facts(order, { held: [] }));
  assert.deepEqual(decision.events?.map(({ type }) => type), ["OrderCancelled"]);
});
