import assert from "node:assert/strict";
import fc from "fast-check";
import { priceRow } from "../policy/price/testing.ts";
import type { OrderId } from "../_kernel/id.ts";
import { placeOrder } from "./place_order.ts";
import type { PlaceOrder, PlacingEvent, PlacingFacts } from "./placing.ts";
import {
  account,
  balance,
  byUser,
  dingshun,
  now,
  placing,
  soda,
  tea,
  usual,
  water,
} from "./testing.ts";

const line = { sku: water.code, quantity: 10 };
const withLine = (over: object): Partial<PlaceOrder> => ({ lines: [{ ...line, ...over }] });
const withWater = (over: Partial<typeof water>): Partial<PlacingFacts> => ({
  skus: new Map([[water.code, { ...water, ...over }]]),
});
const withPrice = (...rows: ReturnType<typeof priceRow>[]): Partial<PlacingFacts> => ({
  prices: new Map([[water.id, rows]]),
});

type Case = {
  name: string;
  command?: Partial<PlaceOrder>;
  facts?: Partial<PlacingFacts>;
  refused: object[];
};
const at = (field: string, index = 0) => `/lines/${index}/${field}`;

const cases: Case[] = [
  { name: "a sound order", refused: [] },
  {
    name: "no line at all",
    command: { lines: [] },
    refused: [{ reason: "no_lines", at: "/lines" }],
  },
  {
    name: "1,001 lines",
    command: { lines: Array.from({ length: 1001 }, () => line) },
    refused: [{ reason: "too_many_lines", count: 1001, most: 1000, at: "/lines" }],
  },
  {
    name: "a suspended dealer",
    facts: { dealer: { ...dingshun, state: "suspended" } },
    refused: [{ reason: "dealer_suspended", dealer: "D320301", at: "/dealer" }],
  },
  {
    name: "a dealer without the function to sell",
    facts: { dealer: { ...dingshun, functions: { sells: false, settles: true } } },
    refused: [{ reason: "dealer_does_not_sell", dealer: "D320301", at: "/dealer" }],
  },
  {
    name: "a dealer that does not settle",
    facts: { dealer: { ...dingshun, functions: { sells: true, settles: false } } },
    refused: [{ reason: "dealer_does_not_settle", dealer: "D320301", at: "/dealer" }],
  },
  {
    name: "a store that has nowhere to draw stock from",
    facts: { dealer: { ...dingshun, poolId: null }, balances: [] },
    refused: [{ reason: "dealer_without_pool", dealer: "D320301", at: "/dealer" }],
  },
  ...([
    ["begins tomorrow", { validFrom: "2026-11-23", validUntil: null }],
    ["ended today", { validFrom: "2018-03-01", validUntil: "2026-11-22" }],
  ] as const).map(([when, { validFrom: from, validUntil: until }]): Case => ({
    name: `an organisation that ${when}`,
    facts: {
      dealer: {
        ...dingshun,
        organisation: { code: "QY-E", validFrom: from, validUntil: until },
      },
    },
    refused: [{
      reason: "organisation_not_in_force",
      organisation: "QY-E",
      from,
      until,
      at: "/dealer",
    }],
  })),
  {
    name: "an organisation on its first day and its last",
    facts: {
      dealer: {
        ...dingshun,
        organisation: { code: "QY-E", validFrom: "2026-11-22", validUntil: "2026-11-23" },
      },
    },
    refused: [],
  },
  {
    name: "a channel that is not the caller's",
    command: { channel: "tmall" },
    facts: { boundToChannel: "api" },
    refused: [{ reason: "channel_not_yours", channel: "tmall", own: "api", at: "/channel" }],
  },
  {
    name: "any channel by who orders for several",
    command: { channel: "tmall" },
    refused: [],
  },
  {
    name: "an address the dealer does not have",
    facts: { address: null },
    refused: [{ reason: "unknown_address", at: "/address" }],
  },
  {
    name: "a code nobody knows, beside a sound line",
    command: { lines: [line, { sku: "QY-9999-24", quantity: 1 }] },
    refused: [{ reason: "unknown_sku", sku: "QY-9999-24", at: at("sku", 1) }],
  },
  ...(["draft", "phase_out", "withdrawn"] as const).map((state): Case => ({
    name: `a product that is ${state}`,
    command: withLine({}),
    facts: withWater({ state }),
    refused: [{ reason: "sku_not_on_sale", sku: water.code, state, at: at("sku") }],
  })),
  {
    name: "a unit it is not sold in",
    command: withLine({ unit: "托" }),
    refused: [{
      reason: "unknown_unit",
      sku: water.code,
      unit: "托",
      units: ["瓶", "箱"],
      at: at("unit"),
    }],
  },
  ...[0, -3, 1.5].map((quantity): Case => ({
    name: `a quantity of ${quantity}`,
    command: withLine({ quantity }),
    refused: [{
      reason: "quantity_not_positive",
      sku: water.code,
      quantity,
      at: at("quantity"),
    }],
  })),
  {
    name: "no price in that unit",
    command: withLine({ unit: "瓶" }),
    refused: [{ reason: "no_price", sku: water.code, unit: "瓶", at: at("sku") }],
  },
  {
    name: "a price that ran out yesterday",
    command: withLine({}),
    facts: withPrice(
      priceRow(26_400_000, { validUntil: "2026-06-30T16:00:00.000Z" }),
      priceRow(27_000_000, { listUntil: "2026-11-21T16:00:00.000Z" }),
    ),
    refused: [{
      reason: "price_expired",
      sku: water.code,
      unit: "箱",
      expiredAt: "2026-11-21T16:00:00.000Z",
      at: at("sku"),
    }],
  },
  {
    name: "more than the pool can promise",
    command: withLine({ quantity: 101 }),
    refused: [{
      reason: "stock_short",
      sku: water.code,
      needed: 101,
      available: 100,
      unit: "箱",
      at: at("quantity"),
    }],
  },
  {
    name: "one SKU on two lines, short only together, told at both in their own units",
    command: {
      lines: [{ sku: water.code, quantity: 60 }, {
        sku: water.code,
        unit: "瓶",
        quantity: 1000,
      }],
    },
    facts: withPrice(priceRow(26_400_000), priceRow(1_200_000, { unit: "瓶" })),
    refused: [
      {
        reason: "stock_short",
        sku: water.code,
        needed: 102,
        available: 100,
        unit: "箱",
        at: at("quantity"),
      },
      {
        reason: "stock_short",
        sku: water.code,
        needed: 2440,
        available: 2400,
        unit: "瓶",
        at: at("quantity", 1),
      },
    ],
  },
  {
    name: "a discount by somebody who may not give one",
    command: withLine({ discountBasisPoints: 500, discountReason: "老客户" }),
    refused: [{ reason: "discount_not_allowed", at: at("discountBasisPoints") }],
  },
  {
    name: "a discount without a reason",
    command: withLine({ discountBasisPoints: 500 }),
    facts: { mayDiscount: true },
    refused: [{ reason: "discount_reason_missing", at: at("discountReason") }],
  },
  {
    name: "freight by somebody who may not set it",
    command: { freightMinor: 1 },
    refused: [{ reason: "discount_not_allowed", at: "/freight" }],
  },
  {
    name: "freight in a currency that is not the dealer's",
    command: { freightMinor: 100, freightCurrency: "USD" },
    facts: { mayDiscount: true },
    refused: [{
      reason: "freight_currency_differs",
      needed: "CNY",
      actual: "USD",
      at: "/freight/currency",
    }],
  },
  {
    name: "the dealer's own number a second time",
    command: { externalNumber: "PO-7781" },
    facts: { externalNumberTaken: "SO-2026-000007" },
    refused: [{
      reason: "external_number_taken",
      externalNumber: "PO-7781",
      number: "SO-2026-000007",
      at: "/externalNumber",
    }],
  },
  {
    name: "no credit account in the dealer's currency",
    facts: { credit: null },
    refused: [{ reason: "credit_account_missing", currency: "CNY" }],
  },
  {
    name: "a limit that blocks",
    facts: {
      credit: {
        ...account,
        overLimit: "block",
        limitMinor: 41_700,
        openOrderMinor: 60,
        receivableMinor: 40,
      },
    },
    refused: [{
      reason: "credit_exceeded",
      limitMinor: 41_700,
      usedMinor: 100,
      wantedMinor: 41_800,
      overMinor: 200,
      currency: "CNY",
    }],
  },
  {
    name: "an overdue item that blocks",
    facts: { credit: { ...account, overdueMinor: 6_120_000 } },
    refused: [{ reason: "receivable_overdue", overdueMinor: 6_120_000, currency: "CNY" }],
  },
  {
    name: "a discount that is no rate, beside a price that is known",
    command: withLine({ discountBasisPoints: Number.NaN, discountReason: "老客户" }),
    facts: { mayDiscount: true },
    refused: [{ reason: "discount_unreadable", at: at("discountBasisPoints") }],
  },
  ...["2026-02-31", "明天", "22/11/2026"].map((requiredOn): Case => ({
    name: `the ${requiredOn} as the wanted day`,
    command: { requiredOn },
    refused: [{ reason: "not_a_date", typed: requiredOn, at: "/requiredOn" }],
  })),
  {
    name: "a wanted day that is over in China",
    command: { requiredOn: "2026-11-21" },
    refused: [{
      reason: "date_in_the_past",
      day: "2026-11-21",
      today: "2026-11-22",
      at: "/requiredOn",
    }],
  },
  { name: "today as the wanted day", command: { requiredOn: "2026-11-22" }, refused: [] },
  { name: "no wanted day", command: { requiredOn: "" }, refused: [] },
  {
    name: "everything that is wrong at once",
    command: { lines: [{ sku: "NONE", quantity: 1 }, { sku: water.code, quantity: 0 }] },
    facts: { address: null, credit: null },
    refused: [
      { reason: "unknown_address", at: "/address" },
      { reason: "unknown_sku", sku: "NONE", at: at("sku") },
      { reason: "quantity_not_positive", sku: water.code, quantity: 0, at: at("quantity", 1) },
      { reason: "credit_account_missing", currency: "CNY" },
    ],
  },
];

for (const { name, command, facts, refused } of cases) {
  Deno.test(`placeOrder() ${refused.length > 0 ? "refuses" : "accepts"} ${name}`, () => {
    const decision = placeOrder({ ...usual, ...command }, placing(facts), byUser());
    assert.deepEqual(decision.refusals ?? [], refused);
    assert.equal(decision.ok, refused.length === 0);
  });
}

function placed(command: Partial<PlaceOrder> = {}, facts: Partial<PlacingFacts> = {}) {
  const decision = placeOrder({ ...usual, ...command }, placing(facts), byUser());
  assert.ok(decision.ok, JSON.stringify(decision.refusals));
  return decision.events;
}
const typesOf = (events: PlacingEvent[]) => events.map(({ type }) => type);
const submittedIn = (events: PlacingEvent[]) =>
  events.find((event) => event.type === "OrderSubmitted")!;
const asked = (events: PlacingEvent[]) =>
  events.filter((event) => event.type === "ApprovalAsked").map(({ gate, causes }) => ({
    gate,
    causes,
  }));

Deno.test("placeOrder() submits, reserves, uses credit and confirms in one decision", () => {
  const events = placed({
    externalNumber: "PO-7781",
    note: "走后门卸货",
    requiredOn: "2026-11-25",
  });
  assert.deepEqual(typesOf(events), [
    "OrderSubmitted",
    "StockReserved",
    "CreditMoved",
    "OrderConfirmed",
  ]);
  const [order, reserved, credit] = events;
  assert.ok(order?.type === "OrderSubmitted" && reserved?.type === "StockReserved");
  assert.ok(credit?.type === "CreditMoved");
  assert.equal(order.number, "SO-2026-000018");
  assert.deepEqual([order.commercial, order.awaiting], ["confirmed", null]);
  assert.deepEqual(
    [order.externalNumber, order.note, order.requiredOn],
    ["PO-7781", "走后门卸货", "2026-11-25"],
  );
  assert.equal(reserved.expiresAt, null);
  assert.deepEqual(
    reserved.items,
    [
      { skuId: water.id, quantity: 240 },
      { skuId: tea.id, quantity: 60 },
    ].sort((a, b) => a.skuId < b.skuId ? -1 : 1),
  );
  assert.deepEqual([credit.openOrderMinor, credit.receivableMinor], [41_800, 0]);
});

const aboveBuyer = {
  gate: "dealer",
  causes: [{
    cause: "above_buyer_limit",
    limitMinor: 41_799,
    totalMinor: 41_800,
    currency: "CNY",
  }],
};
const overCredit = {
  gate: "company",
  causes: [{ cause: "credit_exceeded", overMinor: 1_800, currency: "CNY" }],
};
const overdue = {
  gate: "company",
  causes: [{ cause: "receivable_overdue", overdueMinor: 500, currency: "CNY" }],
};
const buyerLimit = { dealer: { ...dingshun, approvalLimitMinor: 41_799 } };
const tight = { ...account, limitMinor: 40_000 };

const gateCases: { name: string; facts: Partial<PlacingFacts>; gates: object[] }[] = [
  { name: "nobody below the buyer's limit", facts: {}, gates: [] },
  { name: "the dealer's approver above it", facts: buyerLimit, gates: [aboveBuyer] },
  {
    name: "nobody when the total meets the limit exactly",
    facts: { dealer: { ...dingshun, approvalLimitMinor: 41_800 } },
    gates: [],
  },
  {
    name: "nobody at the dealer when an owner places it",
    facts: { ...buyerLimit, boundByDealerLimit: false },
    gates: [],
  },
  { name: "us when credit runs over", facts: { credit: tight }, gates: [overCredit] },
  {
    name: "nobody when running over only warns",
    facts: { credit: { ...tight, overLimit: "warn" } },
    gates: [],
  },
  {
    name: "nobody when running over is ignored",
    facts: { credit: { ...tight, overLimit: "ignore" } },
    gates: [],
  },
  {
    name: "us when something is overdue",
    facts: { credit: { ...account, overdue: "approve", overdueMinor: 500 } },
    gates: [overdue],
  },
  {
    name: "the dealer first and then us, with all our causes in one gate",
    facts: { ...buyerLimit, credit: { ...tight, overdue: "approve", overdueMinor: 500 } },
    gates: [aboveBuyer, {
      gate: "company",
      causes: [...overCredit.causes, ...overdue.causes],
    }],
  },
];

const agreed = (...rates: number[]) =>
  rates.map((discountBasisPoints, i) => ({
    sku: [water, tea, soda][i]!.code,
    quantity: 1,
    discountBasisPoints,
    discountReason: "年框",
  }));
const overRate = {
  cause: "discount_above_limit",
  limitBasisPoints: 1_000,
  discountBasisPoints: 2_500,
  sku: tea.code,
  lines: 2,
};

Deno.test("placeOrder() asks us once for all discounts above the organisation's limit, the largest named", () => {
  const ask = (rates: number[], facts: Partial<PlacingFacts> = {}) =>
    asked(placed({ lines: agreed(...rates) }, { mayDiscount: true, ...facts }));
  assert.deepEqual(ask([1_500, 2_500, 1_000]), [{ gate: "company", causes: [overRate] }]);
  assert.deepEqual(ask([1_000, 0]), []);
  const all = { dealer: { ...dingshun, discountLimitBasisPoints: 10_000 } };
  assert.deepEqual(ask([10_000], all), []);
  const none = { dealer: { ...dingshun, discountLimitBasisPoints: 0 } };
  assert.equal(ask([1], none)[0]!.gate, "company");
  const [company] = ask([1_500, 2_500], { credit: { ...account, limitMinor: 0 } });
  const { causes } = company!;
  assert.deepEqual(causes.map(({ cause }) => cause), ["credit_exceeded", "discount_above_limit"]);
});

for (const { name, facts, gates } of gateCases) {
  Deno.test(`placeOrder() asks ${name}`, () => {
    const events = placed({}, facts);
    assert.deepEqual(asked(events), gates);
    const { commercial, awaiting } = submittedIn(events);
    const [first] = gates as { gate: string }[];
    assert.deepEqual(
      [commercial, awaiting],
      first ? ["awaiting_approval", first.gate] : ["confirmed", null],
    );
    const reserved = events.find((event) => event.type === "StockReserved")!;
    assert.equal(reserved.expiresAt, first ? "2026-11-25T02:42:00.000Z" : null);
    assert.equal(typesOf(events).includes("OrderConfirmed"), !first);
  });
}

Deno.test("placeOrder() splits freight and tax to the cent", () => {
  const events = placed({
    freightMinor: 1_000,
    lines: [
      { sku: water.code, quantity: 1 },
      { sku: soda.code, quantity: 1, discountBasisPoints: 333, discountReason: "陈列补贴" },
      { sku: tea.code, quantity: 1 },
    ],
  }, { mayDiscount: true });
  const order = submittedIn(events);
  assert.deepEqual(order.lines.map((each) => each.goodsMinor), [2_640, 3_120, 3_850]);
  assert.deepEqual(order.lines.map((each) => each.discountMinor), [0, 104, 0]);
  assert.deepEqual(order.lines.map((each) => each.freightMinor), [278, 317, 405]);
  assert.deepEqual(order.lines.map((each) => each.taxMinor), [304, 347, 443]);
  assert.deepEqual(
    [order.goodsMinor, order.discountMinor, order.freightMinor, order.totalMinor, order.taxMinor],
    [9_610, 104, 1_000, 10_506, 1_094],
  );
});

Deno.test("placeOrder() sums a SKU that is demanded on two lines", () => {
  const events = placed({ lines: [line, { ...line, quantity: 90 }] });
  const reserved = events.find((event) => event.type === "StockReserved")!;
  assert.deepEqual(reserved.items, [{ skuId: water.id, quantity: 2400 }]);
});

Deno.test("placeOrder() voids what has expired in the way, then reserves", () => {
  const stale = "stale" as OrderId;
  const due = [{
    orderId: stale,
    poolId: dingshun.poolId,
    items: [{ skuId: water.id, quantity: 240 }],
  }];
  const facts = { balances: [balance(water, 240, 240), balance(tea, 60)], due };
  const events = placed({}, facts);
  const [, voided, reserved] = events;
  assert.ok(voided?.type === "ReservationVoided" && reserved?.type === "StockReserved");
  assert.deepEqual([voided.subject, voided.because], [stale, "expired"]);
  const without = placeOrder(usual, placing({ ...facts, due: [] }), byUser());
  assert.equal(without.refusals?.[0].reason, "stock_short");
});

Deno.test("placeOrder() takes 1,000 lines", () => {
  const lines = Array.from({ length: 1000 }, () => ({ sku: water.code, unit: "瓶", quantity: 1 }));
  const prices = new Map([[water.id, [priceRow(1_200_000, { unit: "瓶" })]]]);
  assert.equal(submittedIn(placed({ lines }, { prices })).lines.length, 1000);
});

Deno.test("placeOrder() freezes which price won and which it beat", () => {
  const own = priceRow(25_000_000, { listCode: "鼎顺合同", dealerId: dingshun.id, listId: "own" });
  const tier = priceRow(24_000_000, { listCode: "2026A", minQuantity: 5 });
  const prices = new Map([[water.id, [priceRow(26_400_000), tier, own]]]);
  const [first] = submittedIn(placed(withLine({}), { prices })).lines;
  assert.equal(first!.priceE4, 25_000_000);
  assert.equal(first!.priceListId, "own");
  assert.deepEqual(first!.priceWhy, {
    list: "鼎顺合同",
    minQuantity: 1,
    beaten: [
      { list: "2026A", minQuantity: 1, priceE4: 26_400_000, because: "less_specific" },
      { list: "2026A", minQuantity: 5, priceE4: 24_000_000, because: "less_specific" },
    ],
  });
});

const wish = fc.record({
  sku: fc.constantFrom(water.code, soda.code, tea.code),
  quantity: fc.integer({ min: 1, max: 5_000 }),
  discountBasisPoints: fc.integer({ min: 0, max: 10_000 }),
  discountReason: fc.constant("活动"),
});

Deno.test("placeOrder(): lines add up to the order, the order to its credit, for any basket", () => {
  fc.assert(fc.property(
    fc.array(wish, { minLength: 1, maxLength: 12 }),
    fc.integer({ min: 0, max: 100_000 }),
    (lines, freightMinor) => {
      const plenty = [water, soda, tea].map((sku) => balance(sku, 10_000_000));
      const facts = { mayDiscount: true, balances: plenty };
      const events = placed({ lines, freightMinor }, facts);
      const order = submittedIn(events);
      const sum = (of: (line: typeof order.lines[number]) => number) =>
        order.lines.reduce((total, each) => total + of(each), 0);
      assert.equal(sum((each) => each.goodsMinor), order.goodsMinor);
      assert.equal(sum((each) => each.discountMinor), order.discountMinor);
      assert.equal(sum((each) => each.freightMinor), freightMinor);
      assert.equal(sum((each) => each.taxMinor), order.taxMinor);
      assert.equal(
        order.totalMinor,
        order.goodsMinor - order.discountMinor + order.freightMinor,
      );
      const credit = events.find((event) => event.type === "CreditMoved")!;
      assert.equal(credit.openOrderMinor, order.totalMinor);
      assert.equal(order.submittedAt, now);
    },
  ));
});
