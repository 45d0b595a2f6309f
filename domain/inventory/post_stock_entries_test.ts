import { strict as assert } from "node:assert";
import type { By } from "../_kernel/by.ts";
import type { NodeId, OrderId, PoolId, SkuId, UserId } from "../_kernel/id.ts";
import {
  type PostStockEntries,
  postStockEntries,
  type StockEntryFacts,
  type StockEntryRefusal,
} from "./post_stock_entries.ts";
import type { EntryNode } from "./stock_entry_line.ts";

const by: By = {
  userId: "u" as UserId,
  name: "王静",
  at: "2026-03-02T02:00:00.000Z",
  onBehalfOf: null,
  newId: () => "id-1",
};
const node = (code: string, change: Partial<EntryNode> = {}): EntryNode => ({
  id: code.toLowerCase() as NodeId,
  code,
  poolId: "east" as PoolId,
  poolCode: "EAST",
  stocks: true,
  state: "active",
  ...change,
});
const cola = "cola" as SkuId;
const held = { numbers: ["SO-2026-000007", "SO-2026-000009"], others: 1 };

/** 徐州 240 (24 pinned), 南京 60; the pool of both holds 300, 250 of them reserved. */
const facts: StockEntryFacts = {
  number: { series: "SE", year: 2026, value: 12 },
  nodes: new Map([
    ["XZ01", node("XZ01")],
    ["NJ01", node("NJ01")],
    ["OUT", node("OUT", { poolId: null, poolCode: null })],
    ["OLD", node("OLD", { state: "inactive" })],
    ["SHOP", node("SHOP", { stocks: false })],
  ]),
  skus: new Map([["COLA-330", {
    id: cola,
    code: "COLA-330",
    baseUnit: "罐",
    units: [{ code: "罐", factor: 1 }, { code: "箱", factor: 24 }],
  }]]),
  atNodes: [
    { nodeId: "xz01" as NodeId, skuId: cola, onHand: 240, pinned: 24, holders: held },
    {
      nodeId: "nj01" as NodeId,
      skuId: cola,
      onHand: 60,
      pinned: 0,
      holders: { numbers: [], others: 0 },
    },
  ],
  inPools: [{ poolId: "east" as PoolId, skuId: cola, onHand: 300, reserved: 250, holders: held }],
  due: [],
  posted: new Set(),
};

type Line = [node: string, quantity: number, unit?: string, sku?: string];

function command(kind: PostStockEntries["kind"], ...lines: Line[]): PostStockEntries {
  return {
    kind,
    reason: "年初盘点",
    lines: lines.map(([node, quantity, unit, sku = "COLA-330"]) => ({ node, quantity, unit, sku })),
  };
}

function refused(posted: PostStockEntries, given = facts): readonly StockEntryRefusal[] {
  const decision = postStockEntries(given, posted, by);
  assert.equal(decision.ok, false, "it was accepted");
  return decision.refusals!;
}

function changes(posted: PostStockEntries, given = facts): [string, number][] {
  const decision = postStockEntries(given, posted, by);
  assert.ok(decision.ok, JSON.stringify(decision.refusals));
  return decision.events.flatMap((event) =>
    event.type === "StockEntriesPosted"
      ? event.lines.map(({ nodeId, quantity }): [string, number] => [nodeId, quantity])
      : []
  );
}

Deno.test("postStockEntries() takes receipts in any unit of the SKU", () => {
  assert.deepEqual(changes(command("receipt", ["XZ01", 10, "箱"], ["NJ01", 5, "罐"], ["OUT", 7])), [
    ["xz01", 240],
    ["nj01", 5],
    ["out", 7],
  ]);
});

Deno.test("postStockEntries() carries the whole document under its number", () => {
  const decision = postStockEntries(facts, command("adjustment", ["XZ01", -2]), by);
  assert.deepEqual(decision.events, [{
    type: "StockEntriesPosted",
    subject: "id-1",
    number: "SE-2026-000012",
    takes: facts.number,
    kind: "adjustment",
    reason: "年初盘点",
    lines: [{
      nodeId: "xz01",
      poolId: "east",
      skuId: "cola",
      quantity: -2,
      lineNo: 1,
      effectKey: "SE-2026-000012:1",
    }],
  }]);
});

Deno.test("postStockEntries() turns a count into the change it implies", () => {
  assert.deepEqual(changes(command("count", ["XZ01", 9, "箱"], ["NJ01", 90], ["OUT", 3])), [
    ["xz01", -24],
    ["nj01", 30],
    ["out", 3],
  ]);
  assert.deepEqual(changes(command("count", ["NJ01", 60])), [["nj01", 0]]);
});

Deno.test("postStockEntries() refuses lines that name what does not hold", () => {
  const cases: [PostStockEntries, string, string][] = [
    [command("receipt", ["NOPE", 1]), "unknown_node", "/lines/0/node"],
    [command("receipt", ["OLD", 1]), "node_inactive", "/lines/0/node"],
    [command("receipt", ["SHOP", 1]), "node_does_not_stock", "/lines/0/node"],
    [command("receipt", ["XZ01", 1, "罐", "COLA-500"]), "unknown_sku", "/lines/0/sku"],
    [command("receipt", ["XZ01", 1, "托"]), "unknown_unit", "/lines/0/unit"],
    [command("receipt", ["XZ01", 0]), "quantity_zero", "/lines/0/quantity"],
    [command("adjustment", ["XZ01", 0]), "quantity_zero", "/lines/0/quantity"],
    [command("receipt", ["XZ01", 1], ["XZ01", -1]), "quantity_negative", "/lines/1/quantity"],
    [command("count", ["XZ01", -1]), "quantity_negative", "/lines/0/quantity"],
    [command("count", ["XZ01", 240], ["XZ01", 240]), "counted_twice", "/lines/1/sku"],
  ];
  for (const [posted, reason, at] of cases) {
    const [first] = refused(posted);
    assert.deepEqual([first?.reason, first?.at], [reason, at]);
  }
});

Deno.test("postStockEntries() lists everything that is wrong at once", () => {
  const found = refused(command("receipt", ["NOPE", 0, "罐", "COLA-500"]));
  assert.deepEqual(found.map(({ reason }) => reason), [
    "unknown_node",
    "unknown_sku",
    "quantity_zero",
  ]);
});

Deno.test("postStockEntries() never leaves less than nothing at a node", () => {
  assert.deepEqual(refused(command("adjustment", ["NJ01", -61])), [{
    reason: "not_on_hand",
    node: "NJ01",
    sku: "COLA-330",
    needed: 61,
    actual: 60,
    at: "/lines/0/quantity",
  }, {
    reason: "below_reserved",
    pool: "EAST",
    sku: "COLA-330",
    left: 239,
    reserved: 250,
    ...held,
    at: "/lines/0/quantity",
  }]);
  const free = { ...facts, inPools: [{ ...facts.inPools[0]!, reserved: 0 }] };
  assert.deepEqual(
    refused(command("adjustment", ["NJ01", -301]), free).map(({ reason }) => reason),
    ["not_on_hand"],
  );
  const [elsewhere] = refused(command("adjustment", ["OUT", -1]));
  assert.equal(elsewhere?.reason, "not_on_hand");
});

Deno.test("postStockEntries() keeps what is pinned at a node, the orders named", () => {
  const moved = command("adjustment", ["XZ01", -217], ["NJ01", 217]);
  assert.deepEqual(refused(moved), [{
    reason: "below_pinned",
    node: "XZ01",
    sku: "COLA-330",
    left: 23,
    pinned: 24,
    ...held,
    at: "/lines/0/quantity",
  }]);
  assert.deepEqual(changes(command("adjustment", ["XZ01", -216], ["NJ01", 216])).length, 2);
});

Deno.test("postStockEntries() keeps what is reserved in a pool, the orders named", () => {
  assert.deepEqual(refused(command("adjustment", ["XZ01", -51])), [{
    reason: "below_reserved",
    pool: "EAST",
    sku: "COLA-330",
    left: 249,
    reserved: 250,
    ...held,
    at: "/lines/0/quantity",
  }]);
  assert.deepEqual(changes(command("adjustment", ["XZ01", -50])), [["xz01", -50]]);
});

Deno.test("postStockEntries() sums the lines of a place before it checks", () => {
  assert.equal(refused(command("adjustment", ["XZ01", -26], ["NJ01", -25])).length, 1);
  assert.equal(changes(command("adjustment", ["NJ01", -70], ["NJ01", 30])).length, 2);
});

Deno.test("postStockEntries() voids reservations whose time is over before it counts them", () => {
  const due = [{
    orderId: "order-7" as OrderId,
    poolId: "east" as PoolId,
    items: [{ skuId: cola, quantity: 100 }],
  }];
  const decision = postStockEntries({ ...facts, due }, command("adjustment", ["XZ01", -150]), by);
  assert.ok(decision.ok);
  assert.deepEqual(decision.events.map(({ type }) => type), [
    "ReservationVoided",
    "StockEntriesPosted",
  ]);
  const [short] = refused(command("adjustment", ["XZ01", -151]), { ...facts, due });
  assert.deepEqual([short?.reason, (short as { reserved: number }).reserved], [
    "below_reserved",
    150,
  ]);
});

Deno.test("postStockEntries() posts a source once: what is in the books is passed over", () => {
  const file = { ...command("receipt", ["XZ01", 1], ["NJ01", 2]), source: "file-a" };
  const half = { ...facts, posted: new Set(["file-a:1"]) };
  assert.deepEqual(changes(file, half), [["nj01", 2]]);
  const all = { ...facts, posted: new Set(["file-a:1", "file-a:2"]) };
  assert.deepEqual(postStockEntries(all, file, by), { ok: true, events: [] });
});

Deno.test("postStockEntries() refuses a document of more lines than one may have", () => {
  const line: Line = ["XZ01", 1];
  const many = command("receipt", ...Array<Line>(1001).fill(line));
  assert.deepEqual(refused(many), [
    { reason: "too_many_lines", count: 1001, most: 1000, at: "/lines" },
  ]);
  assert.equal(changes(command("receipt", ...Array<Line>(1000).fill(line))).length, 1000);
});

for (const kind of ["receipt", "adjustment"] as const) {
  Deno.test(`postStockEntries() refuses a ${kind} that says no reason`, () => {
    const blank = { ...command(kind, ["XZ01", 1]), reason: "  " };
    assert.deepEqual(refused(blank), [{ reason: "reason_missing", at: "/reason" }]);
  });
}

Deno.test("postStockEntries() takes a count without a reason: what was counted explains it", () => {
  assert.deepEqual(changes({ ...command("count", ["XZ01", 241]), reason: "" }), [["xz01", 1]]);
});
