import { strict as assert } from "node:assert";
import type { PriceListId, SkuId } from "../../_kernel/id.ts";
import {
  type PriceRowFacts,
  savePriceRows,
  type StoredPriceRow,
  type WishedPriceRow,
} from "./save_price_rows.ts";

const january = "2025-12-31T16:00:00.000Z";
const july = "2026-06-30T16:00:00.000Z";
const october = "2026-09-30T16:00:00.000Z";
const cola = "cola" as SkuId;

const stored: StoredPriceRow = {
  skuId: cola,
  unit: "箱",
  minQuantity: 1,
  validFrom: january,
  validUntil: july,
  priceE4: 26_400_000,
  version: 3,
};
const facts: PriceRowFacts = {
  list: {
    id: "list" as PriceListId,
    code: "EAST-A",
    currency: "CNY",
    validFrom: january,
    validUntil: null,
    mayEdit: true,
  },
  skus: new Map([["COLA-330", { id: cola, code: "COLA-330", units: ["罐", "箱"] }]]),
  stored: [stored],
  rivals: [],
};

const wish = (change: Partial<WishedPriceRow> = {}): WishedPriceRow => ({
  sku: "COLA-330",
  unit: "箱",
  minQuantity: 1,
  validFrom: july,
  validUntil: null,
  price: "27.20",
  ...change,
});

function reasons(rows: WishedPriceRow[], given = facts): string[] {
  const { refusals = [] } = savePriceRows(given, rows);
  return refusals.map(({ reason, at }) => `${reason} ${at}`);
}

Deno.test("savePriceRows() adds a row that begins when the one before ends", () => {
  const decision = savePriceRows(facts, [wish()]);
  assert.deepEqual(decision.events, [{
    type: "PriceRowsSaved",
    subject: "list",
    key: "EAST-A",
    rows: [{
      skuId: cola,
      sku: "COLA-330",
      unit: "箱",
      minQuantity: 1,
      validFrom: july,
      validUntil: null,
      priceE4: 27_200_000,
      version: 1,
      before: null,
    }],
  }]);
});

Deno.test("savePriceRows() changes a row of the same key and keeps what it was", () => {
  const decision = savePriceRows(facts, [wish({ validFrom: january, validUntil: october })]);
  const [row] = decision.events?.[0]?.rows ?? [];
  assert.deepEqual([row?.version, row?.before], [4, { validUntil: july, priceE4: 26_400_000 }]);
});

Deno.test("savePriceRows() passes over what is the same already", () => {
  const same = wish({ validFrom: january, validUntil: july, price: "26.4" });
  assert.deepEqual(savePriceRows(facts, [same]), { ok: true, events: [] });
  assert.equal(savePriceRows(facts, [same, wish()]).events?.[0]?.rows.length, 1);
});

Deno.test("savePriceRows() refuses what does not hold", () => {
  const cases: [Partial<WishedPriceRow>, string][] = [
    [{ sku: "COLA-500" }, "unknown_sku /rows/0/sku"],
    [{ unit: "托" }, "unknown_unit /rows/0/unit"],
    [{ price: "26,4" }, "price_shape /rows/0/price"],
    [{ price: "26.4000001" }, "price_shape /rows/0/price"],
    [{ price: "-1" }, "price_shape /rows/0/price"],
    [{ validUntil: july }, "ends_before_start /rows/0/validUntil"],
    [{ validFrom: "2026-03-01T00:00:00.000Z" }, "prices_overlap /rows/0/validFrom"],
    [{ validFrom: "2025-01-01T00:00:00.000Z" }, "prices_overlap /rows/0/validFrom"],
    [{ validFrom: january, expected: 2 }, "changed_meanwhile undefined"],
    [{ expected: 1 }, "changed_meanwhile undefined"],
    [{ validFrom: january, expected: "new" }, "price_row_exists /rows/0/validFrom"],
  ];
  for (const [change, said] of cases) {
    assert.deepEqual(reasons([wish(change)]), [said], JSON.stringify(change));
  }
});

Deno.test("savePriceRows() lets other units and tiers stand beside each other", () => {
  const rows = [
    wish({ validFrom: january, minQuantity: 10 }),
    wish({ validFrom: january, unit: "罐", price: "1.25" }),
    wish({ validFrom: january, validUntil: july, expected: 3 }),
  ];
  assert.deepEqual(reasons(rows), []);
});

Deno.test("savePriceRows() weighs the rows of one document against each other", () => {
  assert.deepEqual(reasons([wish(), wish({ validFrom: october })]), [
    "prices_overlap /rows/0/validFrom",
    "prices_overlap /rows/1/validFrom",
  ]);
  assert.deepEqual(reasons([wish(), wish()]), ["price_row_twice /rows/1"]);
  const extended = wish({ validFrom: january, validUntil: october });
  assert.deepEqual(reasons([extended, wish({ validFrom: october })]), []);
});

Deno.test("savePriceRows() names the row it would overlap", () => {
  const [refusal] = savePriceRows(facts, [wish({ validFrom: "2026-03-01T00:00:00.000Z" })])
    .refusals!;
  assert.deepEqual(refusal, {
    reason: "prices_overlap",
    sku: "COLA-330",
    from: january,
    until: july,
    at: "/rows/0/validFrom",
  });
});

Deno.test("savePriceRows() refuses a tie with a list for the same buyers", () => {
  const rival = {
    list: "EAST-A2",
    skuId: cola,
    unit: "箱",
    minQuantity: 1,
    validFrom: january,
    validUntil: null,
    listFrom: july,
    listUntil: null,
  };
  const tied = { ...facts, rivals: [rival] };
  assert.deepEqual(savePriceRows(tied, [wish()]).refusals, [{
    reason: "price_tie",
    list: "EAST-A2",
    sku: "COLA-330",
    unit: "箱",
    minQuantity: 1,
    from: july,
    at: "/rows/0",
  }]);
  assert.deepEqual(reasons([wish({ validFrom: october })], tied), [], "the later start wins");
  assert.deepEqual(reasons([wish({ minQuantity: 5 })], tied), [], "another tier");
  const over = { ...rival, listFrom: january, validUntil: july };
  assert.deepEqual(reasons([wish()], { ...facts, rivals: [over] }), [], "it has ended by then");
});

Deno.test("savePriceRows() leaves a list of all organisations alone", () => {
  const foreign = { ...facts, list: { ...facts.list, mayEdit: false } };
  assert.deepEqual(reasons([wish()], foreign), ["list_not_yours undefined"]);
});
