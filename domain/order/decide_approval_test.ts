import assert from "node:assert/strict";
import type { OrderId } from "../_kernel/id.ts";
import { type ApprovalFacts, approveOrder, rejectOrder } from "./decide_approval.ts";
import type { Order } from "./order.ts";
import {
  account,
  balance,
  byUser,
  dingshun,
  heldBy,
  submittedOrder,
  tea,
  waitingOrder,
  water,
} from "./testing.ts";

function waiting(over: Partial<ApprovalFacts> = {}): ApprovalFacts {
  const order = over.order ?? waitingOrder();
  return {
    order,
    creditAccountId: account.id,
    held: heldBy(order),
    balances: [balance(water, 2400, 240), balance(tea, 1500, 60)],
    due: [],
    skuCodes: new Map([[water.id, water.code], [tea.id, tea.code]]),
    ...over,
  };
}
const approver = byUser("approver", "周敏");
const say = (gate: "dealer" | "company", version = 1, reason = "") => ({ gate, version, reason });
const lastGate = (order: Order = waitingOrder()): Order => ({
  ...order,
  awaiting: "company",
  version: 2,
  approvals: order.approvals.map((approval) =>
    approval.gate === "dealer" ? { ...approval, state: "approved" } : approval
  ),
});

type Case = {
  name: string;
  facts?: Partial<ApprovalFacts>;
  command?: Parameters<typeof approveOrder>[0];
  by?: typeof approver;
  refused: object;
};
const cases: Case[] = [
  {
    name: "an order that waits for nobody",
    facts: { order: submittedOrder() },
    refused: { reason: "wrong_stage", command: "approve", stage: "unrouted" },
  },
  {
    name: "a version that was read before somebody else decided",
    command: say("dealer", 7),
    refused: { reason: "changed_meanwhile" },
  },
  {
    name: "our gate before the dealer's own",
    command: say("company"),
    refused: { reason: "other_gate", gate: "dealer" },
  },
  {
    name: "whoever placed the order",
    by: byUser(),
    refused: { reason: "placed_by_you" },
  },
];

for (const { name, facts, command = say("dealer"), by = approver, refused } of cases) {
  Deno.test(`approveOrder() refuses ${name}`, () => {
    assert.deepEqual(approveOrder(command, waiting(facts), by), {
      ok: false,
      refusals: [refused],
    });
  });
}

Deno.test("approveOrder() hands the order on to the next gate and leaves its stock as it is", () => {
  const decision = approveOrder(say("dealer", 1, "按计划补货"), waiting(), approver);
  assert.deepEqual(decision.events, [{
    type: "ApprovalGiven",
    subject: waitingOrder().id,
    version: 2,
    gate: "dealer",
    next: "company",
    reason: "按计划补货",
  }]);
});

Deno.test("approveOrder() at the last gate confirms and keeps what was reserved", () => {
  const order = lastGate();
  const decision = approveOrder(say("company", 2), waiting({ order }), approver);
  assert.ok(decision.ok);
  assert.deepEqual(decision.events.map(({ type }) => type), [
    "ApprovalGiven",
    "ReservationKept",
    "OrderConfirmed",
  ]);
  const confirmed = decision.events.at(-1);
  assert.ok(confirmed?.type === "OrderConfirmed");
  assert.deepEqual([confirmed.version, confirmed.atSubmit], [4, false]);
});

Deno.test("approveOrder() reserves again when the reservation was voided meanwhile", () => {
  const facts = waiting({ order: lastGate(), held: [] });
  const decision = approveOrder(say("company", 2), facts, approver);
  const reserved = decision.events?.find((event) => event.type === "StockReserved");
  assert.deepEqual([reserved?.again, reserved?.expiresAt], [true, null]);
  assert.deepEqual(reserved?.items.map(({ quantity }) => quantity).sort(), [240, 60]);
});

Deno.test("approveOrder() frees its own lapsed reservation before it reserves again", () => {
  const order = lastGate();
  const due = [{ orderId: order.id as OrderId, poolId: dingshun.poolId, items: heldBy(order) }];
  const balances = [balance(water, 240, 240), balance(tea, 60, 60)];
  const decision = approveOrder(say("company", 2), waiting({ order, due, balances }), approver);
  assert.ok(decision.ok);
  assert.deepEqual(decision.events.map(({ type }) => type), [
    "ApprovalGiven",
    "ReservationVoided",
    "StockReserved",
    "OrderConfirmed",
  ]);
});

Deno.test("approveOrder() names each SKU that is gone since the reservation expired", () => {
  const facts = waiting({
    order: lastGate(),
    held: [],
    balances: [balance(water, 239), balance(tea, 60)],
  });
  assert.deepEqual(approveOrder(say("company", 2), facts, approver).refusals, [
    { reason: "stock_gone", sku: "QY-0550-24", needed: 240, available: 239 },
  ]);
});

Deno.test("rejectOrder() gives back stock and credit in the same decision", () => {
  const decision = rejectOrder(say("dealer", 1, "本月额度已满"), waiting(), approver);
  assert.ok(decision.ok);
  const [rejected, voided, credit] = decision.events;
  assert.ok(rejected?.type === "OrderRejected" && voided?.type === "ReservationVoided");
  assert.ok(credit?.type === "CreditMoved");
  assert.deepEqual([rejected.gate, rejected.reason], ["dealer", "本月额度已满"]);
  assert.deepEqual([voided.because, voided.items.length], ["rejected", 2]);
  assert.deepEqual([credit.kind, credit.openOrderMinor], ["release", -41_800]);
});

Deno.test("rejectOrder() has nothing to give back where the reservation has expired", () => {
  const decision = rejectOrder(say("dealer"), waiting({ held: [] }), approver);
  assert.deepEqual(decision.events?.map(({ type }) => type), ["OrderRejected", "CreditMoved"]);
});

Deno.test("rejectOrder() lets whoever placed the order take it back, but not at another gate", () => {
  assert.ok(rejectOrder(say("dealer"), waiting(), byUser()).ok);
  assert.deepEqual(rejectOrder(say("company"), waiting(), approver).refusals, [
    { reason: "other_gate", gate: "dealer" },
  ]);
  assert.deepEqual(rejectOrder(say("dealer", 9), waiting(), approver).refusals, [
    { reason: "changed_meanwhile" },
  ]);
});
