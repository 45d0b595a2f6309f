import assert from "node:assert/strict";
import {
  type ImportedRow,
  type ImportedRows,
  type ImportFacts,
  importOrder,
  type ImportOrderRefusal,
  type PlacedBefore,
} from "./import_order.ts";
import type { PlacingFacts } from "./placing.ts";
import { byUser, dingshun, placing, tea, water } from "./testing.ts";

const head = { externalNumber: "DS-0312", dealer: dingshun.code };
const first: ImportedRow = { ...head, sku: water.code, quantity: 10 };
const second: ImportedRow = { ...head, sku: tea.code, unit: "箱", quantity: 4 };
const rows: ImportedRows = [first, second];

const before: PlacedBefore = {
  address: "MAIN",
  channel: "import",
  freightMinor: 0,
  requiredOn: null,
  note: "",
  lines: [
    { sku: water.code, unit: "箱", quantity: 10, discountBasisPoints: 0, discountReason: "" },
    { sku: tea.code, unit: "箱", quantity: 4, discountBasisPoints: 0, discountReason: "" },
  ],
};

function facts(over: Partial<PlacingFacts> = {}, placed: PlacedBefore | null = null): ImportFacts {
  return { placing: placing({ mayDiscount: true, ...over }), before: placed };
}

Deno.test("importOrder() places the rows as one order of the channel import", () => {
  const full = {
    ...first,
    freight: "12.50",
    requiredOn: "2026-11-25",
    note: "送后门",
    discountBasisPoints: 500,
    discountReason: "陈列",
  };
  const decision = importOrder([full, { ...second, note: "送后门" }], facts(), byUser());
  const order = decision.events?.find((event) => event.type === "OrderSubmitted");
  assert.ok(order, JSON.stringify(decision));
  const { channel, externalNumber, requiredOn, note, freightMinor } = order;
  assert.deepEqual([channel, externalNumber, requiredOn, note, freightMinor], [
    "import",
    "DS-0312",
    "2026-11-25",
    "送后门",
    1250,
  ]);
  assert.deepEqual(
    order.lines.map((line) => [line.sku, line.unit, line.quantity, line.discountBasisPoints]),
    [[water.code, "箱", 10, 500], [tea.code, "箱", 4, 0]],
  );
  assert.equal(order.lines[0]!.discountReason, "陈列");
});

const refused: [
  name: string,
  rows: ImportedRows,
  facts: ImportFacts,
  refusals: ImportOrderRefusal[],
][] = [
  ["a dealer out of sight", rows, null, [
    { reason: "unknown_dealer", dealer: "D320301", at: "/dealer" },
  ]],
  [
    "a freight that is none",
    [{ ...first, freight: "十二块" }, second],
    facts(),
    [{ reason: "freight_unreadable", currency: "CNY", decimals: 2, at: "/freight" }],
  ],
  [
    "a freight finer than the currency",
    [{ ...first, freight: "12.5" }, second],
    facts({ dealer: { ...dingshun, currency: "JPY" } }),
    [{ reason: "freight_unreadable", currency: "JPY", decimals: 0, at: "/freight" }],
  ],
  ...(["address", "freight", "requiredOn", "note"] as const).map((
    field,
  ): [string, ImportedRows, ImportFacts, ImportOrderRefusal[]] => [
    `another ${field} on a later row`,
    [{ ...first, [field]: "1" }, { ...second, [field]: "2" }],
    facts(),
    [{ reason: "unlike_first_row", at: `/lines/1/${field}` }],
  ]),
  [
    "a note on a later row only",
    [first, { ...second, note: "送后门" }],
    facts(),
    [{ reason: "unlike_first_row", at: "/lines/1/note" }],
  ],
];

for (const [name, given, loaded, refusals] of refused) {
  Deno.test(`importOrder() refuses ${name}`, () => {
    assert.deepEqual(importOrder(given, loaded, byUser()), { ok: false, refusals });
  });
}

const taken = { externalNumberTaken: "SO-2026-000007" };

const same: [name: string, rows: ImportedRows][] = [
  ["the same rows", rows],
  ["the address named", [{ ...first, address: "MAIN" }, second]],
  ["the unit named", [{ ...first, unit: "箱" }, second]],
];

for (const [name, given] of same) {
  Deno.test(`importOrder() changes nothing where the order stands there already: ${name}`, () => {
    assert.deepEqual(importOrder(given, facts(taken, before), byUser()), { ok: true, events: [] });
  });
}

const other: [name: string, rows: ImportedRows][] = [
  ["another quantity", [{ ...first, quantity: 11 }, second]],
  ["another unit", [{ ...first, unit: "瓶" }, second]],
  ["another product", [{ ...first, sku: tea.code }, second]],
  ["a line less", [first]],
  ["a line more", [first, second, second]],
  ["the lines turned round", [second, first]],
  ["a discount", [{ ...first, discountBasisPoints: 500, discountReason: "陈列" }, second]],
  ["a reason", [{ ...first, discountReason: "陈列" }, second]],
  ["another address", [{ ...first, address: "NORTH" }, second]],
  ["another channel", [{ ...first, channel: "tmall" }, second]],
  ["a freight", [{ ...first, freight: "1" }, second]],
  ["a day", [{ ...first, requiredOn: "2026-11-25" }, second]],
  ["a note", [{ ...first, note: "送后门" }, second]],
];

for (const [name, given] of other) {
  Deno.test(`importOrder() refuses a number that stands there with other content: ${name}`, () => {
    const { refusals = [] } = importOrder(
      given,
      facts({ ...taken, prices: prices() }, before),
      byUser(),
    );
    assert.deepEqual(refusals, [{
      reason: "external_number_taken",
      externalNumber: "DS-0312",
      number: "SO-2026-000007",
      at: "/externalNumber",
    }]);
  });
}

Deno.test("importOrder() refuses another discount under the same number and reason", () => {
  const line = { ...before.lines[0]!, discountBasisPoints: 500, discountReason: "陈列" };
  const discounted = { ...before, lines: [line] };
  const again = (discountBasisPoints: number) => {
    const row = { ...first, discountBasisPoints, discountReason: "陈列" };
    return importOrder([row], facts(taken, discounted), byUser());
  };
  assert.deepEqual(again(500), { ok: true, events: [] });
  assert.equal(again(300).refusals?.[0].reason, "external_number_taken");
});

/** The water has a price by the bottle, too: what is refused is the number alone. */
function prices(): PlacingFacts["prices"] {
  const known = new Map(placing().prices);
  const [row] = known.get(water.id)!;
  return known.set(water.id, [row!, { ...row!, unit: "瓶", priceE4: 1_100_000 }]);
}
