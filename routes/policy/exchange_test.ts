import { strict as assert } from "node:assert";
import { settle } from "~/db/inventory/testing.ts";
import { findCreditTerms } from "~/db/policy/credit_accounts.ts";
import { findPriceList } from "~/db/policy/price_lists.ts";
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

const lists = `编码,名称,等级,生效日
BASE,目录价,,2026-01-01
A,A 级价,A,2026-01-01
`;
const prices = `价目表,商品编码,单位,起订量,生效日,失效日,价格
BASE,COLA-330,箱,1,2026-01-01,2026-07-01,26.40
BASE,COLA-330,箱,1,2026-07-01,,27.20
BASE,COLA-330,罐,,2026-01-01,,1.1375
A,COLA-330,箱,1,2026-01-01,,25
`;

Deno.test("price lists and prices are imported, and a second time unchanged", async () => {
  await using desk = await settledDesk();
  assert.deepEqual(countsOf(await desk.bring("price_lists", lists)), [2, 0, 0, 0]);
  assert.deepEqual(countsOf(await desk.bring("price_lists", lists)), [0, 0, 2, 0]);
  assert.equal(findPriceList(desk.asSystem("test"), "A")?.record.grade, "A");
  assert.deepEqual(countsOf(await desk.bring("prices", prices)), [4, 0, 0, 0]);
  assert.deepEqual(countsOf(await desk.bring("prices", prices)), [0, 0, 4, 0]);
  assert.deepEqual(
    desk.read.all("select price_e4 from price_row order by price_e4", []).length,
    4,
  );
});

Deno.test("a price that does not hold says why, and the others are kept", async () => {
  await using desk = await settledDesk();
  await desk.bring("price_lists", lists);
  const report = await desk.bring(
    "prices",
    `价目表,商品编码,单位,起订量,生效日,失效日,价格
NOPE,COLA-330,箱,1,2026-01-01,,26.40
BASE,NOPE,箱,1,2026-01-01,,26.40
BASE,COLA-330,托,1,2026-01-01,,26.40
BASE,COLA-330,箱,0,2026-01-01,,26.40
BASE,COLA-330,箱,1,去年,,26.40
BASE,COLA-330,箱,5,2026-01-01,,二十六
BASE,COLA-330,箱,1,2026-01-01,,26.40
BASE,COLA-330,箱,1,2026-03-01,,27.40
`,
  );
  assert.deepEqual(countsOf(report), [1, 0, 0, 7]);
  assert.ok(!report.refused);
  const said = report.shown.map(({ reason }) => reason);
  const keys = report.shown.map(({ key }) => key);
  assert.ok(keys.includes("BASE COLA-330 箱 1 2026-03-01"), keys.join());
  for (
    const [at, words] of [
      /没有编码为 NOPE 的价目表/,
      /没有编码为 NOPE 的商品/,
      /没有单位“托”/,
      /^起订量：/,
      /^生效日：日期要写成/,
      /“二十六”不是 CNY 的价/,
      /从 2026-01-01 起已有价，没有写失效日/,
    ].entries()
  ) assert.match(said[at]!, words);
});

Deno.test("a long file of prices is imported row by row", async () => {
  await using desk = await settledDesk();
  await desk.bring("price_lists", lists);
  const codes = Array.from({ length: 500 }, (_, at) => `SKU-${at + 100}`);
  await desk.writer.write((tx) => {
    const [cola] = tx.all<Record<string, string>>("select * from sku where code = 'COLA-330'");
    for (const code of codes) tx.insert("sku", { ...cola, id: code, code } as never);
    return Promise.resolve();
  });
  const rows = codes.map((code) =>
    `BASE,${code},罐,1,2026-01-01,,2.50\nA,${code},罐,10,2026-01-01,,2.25\n`
  );
  const file = `价目表,商品编码,单位,起订量,生效日,失效日,价格\n${rows.join("")}`;
  assert.deepEqual(countsOf(await desk.bring("prices", file)), [1000, 0, 0, 0]);
});

Deno.test("credit is imported, mended column by column, and refused with its reason", async () => {
  await using desk = await settledDesk();
  const credit = `经销商,额度,账期,超额度时,有逾期时
D-1001,"200,000.00",30,转我们审批,不让下单
D-2001,50000,15,提醒，照样下单,block
`;
  assert.deepEqual(countsOf(await desk.bring("credit_accounts", credit)), [2, 0, 0, 0]);
  assert.deepEqual(countsOf(await desk.bring("credit_accounts", credit)), [0, 0, 2, 0]);
  const wider = "经销商,额度\nD-1001,300000\nD-9,1\nD-2001,很多\n";
  assert.deepEqual(countsOf(await desk.bring("credit_accounts", wider)), [0, 1, 0, 2]);
  assert.deepEqual(findCreditTerms(desk.asSystem("test"), "D-1001")?.record, {
    code: "D-1001",
    limit: { amountMinor: 30_000_000, currency: "CNY" },
    termDays: 30,
    overLimit: "approve",
    overdue: "block",
  });
  assert.match(desk.errors()!, /没有编码为 D-9 的经销商/);
  assert.match(desk.errors()!, /额度：金额要写成/);
});

Deno.test("price lists are meant for regions by file too; an unknown one is named", async () => {
  await using desk = await settledDesk();
  const text = `编码,名称,区域,渠道,生效日
JS-T,江苏天猫价,JS,tmall,2026-01-01
NOPE,没有这个区,XX,,2026-01-01
`;
  const report = await desk.bring("price_lists", text);
  assert.deepEqual(countsOf(report), [1, 0, 0, 1]);
  assert.ok(
    !report.refused && report.shown.some(({ reason }) => /没有编码为 XX 的区域/.test(reason ?? "")),
  );
  const { record } = findPriceList(desk.asSystem("test"), "JS-T")!;
  assert.deepEqual([record.regionCode, record.channel], ["JS", "tmall"]);
  // A file without the column leaves the region as it is.
  const renamed = "编码,名称,生效日\nJS-T,江苏天猫专价,2026-01-01\n";
  assert.deepEqual(countsOf(await desk.bring("price_lists", renamed)), [0, 1, 0, 0]);
  assert.equal(findPriceList(desk.asSystem("test"), "JS-T")!.record.regionCode, "JS");
});
