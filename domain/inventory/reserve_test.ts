import assert from "node:assert/strict";
import fc from "fast-check";
import type { OrderId, PoolId, SkuId } from "../_kernel/id.ts";
import {
  availableOf,
  type Demand,
  type DueReservation,
  type PoolBalance,
  reserve,
} from "./reserve.ts";

const pool = "pool" as PoolId;
const order = "order" as OrderId;
const [water, tea] = ["sku-water", "sku-tea"] as [SkuId, SkuId];

const balance = (skuId: SkuId, onHand: number, reserved = 0): PoolBalance => ({
  skuId,
  onHand,
  reserved,
});
const want = (skuId: SkuId, quantity: number): Demand => ({ skuId, quantity });
const dueOf = (...items: Demand[]): DueReservation => ({
  orderId: "stale" as OrderId,
  poolId: pool,
  items,
});

function tried(demand: Demand[], balances: PoolBalance[], due: DueReservation[] = []) {
  return reserve({ orderId: order, poolId: pool, demand, balances, due, expiresAt: null });
}

type Case = {
  name: string;
  demand: Demand[];
  balances: PoolBalance[];
  due?: DueReservation[];
  short: [SkuId, number, number][];
  events?: string[];
};
const cases: Case[] = [
  {
    name: "takes the last unit",
    demand: [want(water, 24)],
    balances: [balance(water, 48, 24)],
    short: [],
  },
  {
    name: "refuses one unit too many",
    demand: [want(water, 25)],
    balances: [balance(water, 48, 24)],
    short: [[water, 25, 24]],
  },
  {
    name: "sums the demand of one SKU before it looks",
    demand: [want(water, 13), want(water, 12)],
    balances: [balance(water, 24)],
    short: [[water, 25, 24]],
  },
  {
    name: "knows nothing of a SKU that never lay in the pool",
    demand: [want(tea, 1)],
    balances: [],
    short: [[tea, 1, 0]],
  },
  {
    name: "reserves nothing where one of two is short",
    demand: [want(water, 1), want(tea, 2)],
    balances: [balance(water, 9), balance(tea, 1)],
    short: [[tea, 2, 1]],
  },
  {
    name: "voids what has expired and takes its place",
    demand: [want(water, 24)],
    balances: [balance(water, 24, 24)],
    due: [dueOf(want(water, 24), want(tea, 5))],
    short: [],
    events: ["ReservationVoided", "StockReserved"],
  },
  {
    name: "voids nothing when it is short even so",
    demand: [want(water, 25)],
    balances: [balance(water, 24, 24)],
    due: [dueOf(want(water, 24))],
    short: [[water, 25, 24]],
  },
];

for (const { name, demand, balances, due, short, events } of cases) {
  Deno.test(`reserve() ${name}`, () => {
    const { shortages, events: made } = tried(demand, balances, due);
    assert.deepEqual(shortages.map((s) => [s.skuId, s.needed, s.available]), short);
    const expected = short.length > 0 ? [] : events ?? ["StockReserved"];
    assert.deepEqual(made.map(({ type }) => type), expected);
  });
}

Deno.test("reserve() writes each SKU once, in one order, so that no two orders wait for each other", () => {
  const { events } = tried([want(water, 5), want(tea, 1), want(water, 7)], [
    balance(water, 99),
    balance(tea, 99),
  ]);
  const [reserved] = events;
  assert.ok(reserved?.type === "StockReserved");
  assert.deepEqual(reserved.items, [want(tea, 1), want(water, 12)]);
});

Deno.test("availableOf() does not invent a SKU that only an expired reservation knows", () => {
  const available = availableOf([balance(water, 10, 4)], [dueOf(want(water, 4), want(tea, 5))]);
  assert.deepEqual([...available], [[water, 10]]);
});

const skus = ["a", "b", "c"] as SkuId[];
const anyDemand = fc.array(
  fc.record({ skuId: fc.constantFrom(...skus), quantity: fc.integer({ min: 1, max: 60 }) }),
  { minLength: 1, maxLength: 5 },
);

/** One pool, many orders after each other: some expire, some are taken; the shelf is never oversold. */
Deno.test("reserve(): never more reserved than lies on the shelf, whatever is asked for", () => {
  fc.assert(fc.property(
    fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 3, maxLength: 3 }),
    fc.array(fc.tuple(anyDemand, fc.boolean()), { maxLength: 25 }),
    (onHand, orders) => {
      const reserved = new Map(skus.map((skuId) => [skuId, 0]));
      const expiring: DueReservation[] = [];
      orders.forEach(([demand, expires], at) => {
        const balances = skus.map((skuId, i) => balance(skuId, onHand[i]!, reserved.get(skuId)!));
        const orderId = `order ${at}` as OrderId;
        const { events } = reserve({
          orderId,
          poolId: pool,
          demand,
          balances,
          due: expiring,
          expiresAt: null,
        });
        for (const event of events) {
          const sign = event.type === "StockReserved" ? 1 : -1;
          for (const { skuId, quantity } of event.items) {
            reserved.set(skuId, reserved.get(skuId)! + sign * quantity);
          }
        }
        const mine = events.find((event) => event.type === "StockReserved");
        if (mine) expiring.length = 0;
        if (mine && expires) expiring.push({ orderId, poolId: pool, items: mine.items });
        skus.forEach((skuId, i) => {
          assert.ok(reserved.get(skuId)! >= 0 && reserved.get(skuId)! <= onHand[i]!, skuId);
        });
      });
    },
  ));
});
