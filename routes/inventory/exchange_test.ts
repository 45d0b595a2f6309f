import { strict as assert } from "node:assert";
import { findNode } from "~/db/inventory/nodes.ts";
import { findPool } from "~/db/inventory/pools.ts";
import { settle } from "~/db/inventory/testing.ts";
import { type ImportDesk, importDesk } from "~/routes/_cli/import/testing.ts";
import type { ImportReport } from "~/routes/_cli/import/import_file.ts";

async function settledDesk(): Promise<ImportDesk> {
  const desk = await importDesk();
  await settle(desk);
  return desk;
}

function countsOf(report: ImportReport): number[] {
  assert.ok(!report.refused, JSON.stringify(report));
  const { created, changed, unchanged, refused } = report.counts;
  return [created, changed, unchanged, refused];
}

const reasons = (report: ImportReport) =>
  report.refused ? [] : report.shown.map(({ reason }) => reason);

Deno.test("pools and nodes are imported, mended column by column, and a second time unchanged", async () => {
  await using desk = await settledDesk();
  const pools = "编码,名称,组织\nNORTH,华北库,EAST\n";
  assert.deepEqual(countsOf(await desk.bring("pools", pools)), [1, 0, 0, 0]);
  assert.deepEqual(countsOf(await desk.bring("pools", pools)), [0, 0, 1, 0]);
  const { nameEn, organisationCode } = findPool(desk.asSystem("test"), "NORTH")!.record;
  assert.deepEqual([nameEn, organisationCode], ["华北库", "EAST"]);
  const nodes = `编码,名称,类型,组织,区域,库存池,省,城市,发货,每单操作费,开门的日子
WH01,武汉仓,中心仓,EAST,JS,NORTH,湖北,武汉,否,3.50,周一;周三
`;
  assert.deepEqual(countsOf(await desk.bring("nodes", nodes)), [1, 0, 0, 0]);
  assert.deepEqual(countsOf(await desk.bring("nodes", nodes)), [0, 0, 1, 0]);
  const found = () => findNode(desk.asSystem("test"), "WH01")!.record;
  const { type, ships, stocks, handling, openWeekdays, poolCode } = found();
  assert.deepEqual({ type, ships, stocks, handling, openWeekdays, poolCode }, {
    type: "central",
    ships: false,
    stocks: true,
    handling: { amountMinor: 350, currency: "CNY" },
    openWeekdays: ["mon", "wed"],
    poolCode: "NORTH",
  });
  const moved = "编码,名称,类型,组织,区域,省,城市\nWH01,武汉仓,central,EAST,JS,湖北,汉口\n";
  assert.deepEqual(countsOf(await desk.bring("nodes", moved)), [0, 1, 0, 0]);
  assert.equal(found().city, "汉口");
  assert.equal(found().handling.amountMinor, 350, "an absent column stays");
});

Deno.test("a node row that does not hold says why, and the others are kept", async () => {
  await using desk = await settledDesk();
  const report = await desk.bring(
    "nodes",
    `编码,名称,类型,组织,区域,库存池,省,城市,每单操作费
A1,甲仓,中心仓,NOPE,JS,EAST,湖北,武汉,1
A2,乙仓,飞船,EAST,JS,EAST,湖北,武汉,1
A3,丙仓,中心仓,EAST,JS,EAST,湖北,武汉,三块
A4,丁仓,中心仓,EAST,JS,EAST,湖北,武汉,1
`,
  );
  assert.deepEqual(countsOf(report), [1, 0, 0, 3]);
  const [organisation, type, handling] = reasons(report);
  assert.match(organisation!, /没有编码为 NOPE 的组织/);
  assert.match(type!, /^类型：/);
  assert.match(handling!, /^每单操作费：金额要写成/);
});

const opening = `单据号,仓库,商品编码,数量,单位
OPEN-XZ,XZ01,COLA-330,10,箱
OPEN-XZ,XZ01,TEA-500,30,
OPEN-NJ,NJ01,COLA-330,5,箱
`;

Deno.test("stock documents are imported whole, and a second time change nothing", async () => {
  await using desk = await settledDesk();
  assert.deepEqual(countsOf(await desk.bring("stock", opening)), [2, 0, 0, 0]);
  assert.deepEqual(countsOf(await desk.bring("stock", opening)), [0, 0, 2, 0]);
  const entries = desk.read.all(
    "select document, effect_key, quantity, kind, reason from stock_entry order by id",
    [],
  );
  assert.deepEqual(entries, [
    {
      document: "SE-2026-000001",
      effect_key: "import OPEN-XZ:1",
      quantity: 240,
      kind: "receipt",
      reason: "OPEN-XZ",
    },
    {
      document: "SE-2026-000001",
      effect_key: "import OPEN-XZ:2",
      quantity: 30,
      kind: "receipt",
      reason: "OPEN-XZ",
    },
    {
      document: "SE-2026-000002",
      effect_key: "import OPEN-NJ:1",
      quantity: 120,
      kind: "receipt",
      reason: "OPEN-NJ",
    },
  ]);
  assert.deepEqual(desk.broken(), []);
});

Deno.test("a stock document with a row that does not hold is left out whole, the others are kept", async () => {
  await using desk = await settledDesk();
  const report = await desk.bring(
    "stock",
    `单据号,事由,仓库,商品编码,数量,原因
A,入库,XZ01,COLA-330,10,
A,入库,XZ01,NOPE,1,
B,调整,XZ01,TEA-500,-1,破损
C,盘点,NJ01,TEA-500,12,
D,调整,NJ01,COLA-330,5,
`,
  );
  assert.deepEqual(countsOf(report), [1, 0, 0, 3]);
  const said = reasons(report).join(" ");
  assert.match(said, /没有编码为 NOPE 的商品/);
  assert.match(said, /XZ01 的 TEA-500 只有 0，要减 1，不够/);
  assert.match(said, /写上原因/);
  assert.ok(desk.errors()?.includes("NOPE"));
});

Deno.test("a document that takes more than there is says so once where nothing is reserved", async () => {
  await using desk = await settledDesk();
  await desk.bring("stock", opening);
  const taken = "单据号,事由,仓库,商品编码,数量,原因\nOUT,调整,XZ01,COLA-330,-99999,报损\n";
  const report = await desk.bring("stock", taken);
  assert.deepEqual(reasons(report), ["数量：XZ01 的 COLA-330 只有 240，要减 99,999，不够。"]);
});
