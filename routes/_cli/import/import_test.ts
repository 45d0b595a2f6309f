import assert from "node:assert/strict";
import { findOrganisation } from "~/db/channel/organisations.ts";
import { findPartnerRecord } from "~/db/channel/partner_records.ts";
import { findCategory } from "~/db/product/categories.ts";
import { findProduct } from "~/db/product/products.ts";
import { categoryCsv, furnishedDesk, importDesk, organisationCsv } from "./testing.ts";
import type { ImportReport } from "./import_file.ts";

const head = "编码,品名,英文名,规格,类目,基本单位,销售单位,单位换算,税率,单重/克,成本价,状态";
const productCsv = `${head}
QY-0550-24,天然矿泉水,Spring water,550 ml×24,WATER,瓶,箱,箱=24,13,570,0.65,在售
QY-0500-15,茉莉花茶,,500 ml×15,TEA,瓶,箱,箱=15; 提=5,13%,520,1.1,在售
`;
const all = { kind: "all" } as const;

function countsOf(report: ImportReport) {
  assert.ok(!report.refused);
  return report.counts;
}
const counts = (created = 0, changed = 0, unchanged = 0, refused = 0) => ({
  created,
  changed,
  unchanged,
  refused,
});

Deno.test("import brings products in and does nothing the second time", async () => {
  await using desk = await furnishedDesk();
  assert.deepEqual(countsOf(await desk.bring("products", productCsv)), counts(2));
  assert.deepEqual(countsOf(await desk.bring("products", productCsv)), counts(0, 0, 2));
  const tea = findProduct(desk.reader(all), "QY-0500-15")!;
  assert.equal(tea.version, 1);
  assert.deepEqual(tea.record.units, [
    { code: "瓶", factor: 1 },
    { code: "提", factor: 5 },
    { code: "箱", factor: 15 },
  ]);
  assert.equal(tea.record.costE4, 1_100_000);
  assert.equal(tea.record.taxRateBp, 1300);
  assert.equal(desk.errors(), null);
});

Deno.test("import changes only what the file says: an absent column stays", async () => {
  await using desk = await furnishedDesk();
  await desk.bring("products", productCsv);
  const report = await desk.bring(
    "products",
    "编码,品名,类目,基本单位\nQY-0550-24,天然矿泉水 新,WATER,瓶\n",
  );
  assert.deepEqual(countsOf(report), counts(0, 1));
  const category = findCategory(desk.reader(all), "TEA")!;
  await desk.bring("categories", "编码,名称,上级\nTEA,茶,DRINK\n");
  assert.deepEqual(findCategory(desk.reader(all), "TEA")!.record, {
    ...category.record,
    nameZh: "茶",
  });
  const { record } = findProduct(desk.reader(all), "QY-0550-24")!;
  assert.equal(record.nameZh, "天然矿泉水 新");
  assert.equal(record.nameEn, "Spring water");
  assert.equal(record.salesUnit, "箱");
  assert.equal(record.costE4, 650_000);
  assert.equal(record.state, "on_sale");
});

Deno.test("import reads GB18030 as well as UTF-8 with a mark", async () => {
  await using desk = await furnishedDesk();
  const gb = new Uint8Array(await Deno.readFile(new URL("gb18030_fixture.csv", import.meta.url)));
  assert.throws(() => new TextDecoder("utf-8", { fatal: true }).decode(gb));
  assert.deepEqual(countsOf(await desk.bring("products", gb)), counts(2));
  assert.equal(findProduct(desk.reader(all), "QY-0600-15")!.record.nameZh, "电解质水 青柠");
  assert.deepEqual(
    countsOf(await desk.bring("categories", "\ufeff" + categoryCsv)),
    counts(0, 0, 3),
  );
});

const broken: [name: string, row: string, reason: RegExp][] = [
  ["a column too few", "X,水,,,WATER,瓶,箱,箱=24,13,570,0.65", /应有 12 列，这一行有 11 列/],
  [
    "a column too many",
    "X,水,,,WATER,瓶,箱,箱=24,13,570,0.65,在售,多",
    /应有 12 列，这一行有 13 列/,
  ],
  ["an open quote", 'X,"水,,,WATER,瓶,箱,箱=24,13,570,0.65,在售', /引号没有成对/],
  ["a quote inside a cell", 'X,5"水,,,WATER,瓶,箱,箱=24,13,570,0.65,在售', /引号没有成对/],
  [
    "an unknown category",
    "X,水,,,NONE,瓶,箱,箱=24,13,570,0.65,在售",
    /^类目：没有编码为 NONE 的类目/,
  ],
  ["a bad price", "X,水,,,WATER,瓶,箱,箱=24,13,570,六毛五,在售", /^成本价：价格要写成/],
  ["a price too fine", "X,水,,,WATER,瓶,箱,箱=24,13,570,0.65001,在售", /^成本价：价格要写成/],
  ["a bad rate", "X,水,,,WATER,瓶,箱,箱=24,130,570,0.65,在售", /^税率：/],
  ["a bad factor", "X,水,,,WATER,瓶,箱,箱=0,13,570,0.65,在售", /^单位换算：/],
  ["a unit it has not got", "X,水,,,WATER,瓶,盒,箱=24,13,570,0.65,在售", /^销售单位：.*盒/],
  ["a unit twice", "X,水,,,WATER,瓶,箱,箱=24;箱=12,13,570,0.65,在售", /^单位换算：.*两次/],
  ["an unknown state", "X,水,,,WATER,瓶,箱,箱=24,13,570,0.65,热卖", /^状态：/],
  ["no code", ",水,,,WATER,瓶,箱,箱=24,13,570,0.65,在售", /^编码：/],
  ["a weight with decimals", "X,水,,,WATER,瓶,箱,箱=24,13,57.5,0.65,在售", /^单重/],
];

for (const [name, row, reason] of broken) {
  Deno.test(`import refuses a row with ${name} and keeps the good ones`, async () => {
    await using desk = await furnishedDesk();
    const [heads, first, second] = productCsv.trimEnd().split("\n");
    const report = await desk.bring("products", [heads, first, row, second, ""].join("\n"));
    assert.deepEqual(countsOf(report), counts(2, 0, 0, 1));
    assert.ok(!report.refused);
    assert.equal(report.shown[0]!.line, 3);
    assert.match(report.shown[0]!.reason!, reason);
    const errors = desk.errors()!;
    assert.ok(errors.startsWith(`\ufeff${head},行号,原因\r\n`), errors);
    assert.equal(errors.trimEnd().split("\r\n").length, 2);
    assert.equal(findProduct(desk.reader(all), "X"), null);
  });
}

Deno.test("an error file that was mended is imported as it is", async () => {
  await using desk = await furnishedDesk();
  const row = "QY-0330-12,苏打水,,330 ml×12,SODA,瓶,箱,箱=12,13,340,1.5,在售";
  await desk.bring("products", `${productCsv}${row}\n`);
  const mended = desk.errors()!.replace("SODA", "WATER");
  const report = await desk.bring("products", mended);
  assert.deepEqual(countsOf(report), counts(1));
  assert.deepEqual(!report.refused && report.ignored, []);
  assert.equal(desk.errors(), null);
});

const whole: [name: string, text: string, refused: object | RegExp][] = [
  ["without the columns it needs", "编码,品名\nX,水\n", /columns_missing/],
  ["with a column twice", "编码,商品编码,品名,类目,基本单位\nX,X,水,WATER,瓶\n", /column_twice/],
  ["that is empty", "", /file_empty/],
];

for (const [name, text, reason] of whole) {
  Deno.test(`import refuses a file ${name} as a whole`, async () => {
    await using desk = await furnishedDesk();
    const report = await desk.bring("products", text);
    assert.match(report.refused?.reason ?? "", reason as RegExp);
  });
}

Deno.test("import names the columns nobody asked for", async () => {
  await using desk = await furnishedDesk();
  const report = await desk.bring("products", "编码,品名,类目,基本单位,备注\nX,水,WATER,瓶,甜\n");
  assert.ok(!report.refused);
  assert.deepEqual(report.ignored, ["备注"]);
  assert.deepEqual(report.counts, counts(1));
});

Deno.test("import takes semicolons, tabs, and a cell of several lines", async () => {
  await using desk = await furnishedDesk();
  const semicolons = "编码;品名;类目;基本单位;属性\nA;水;WATER;瓶;\n";
  assert.deepEqual(countsOf(await desk.bring("products", semicolons)), counts(1));
  const tabs = "编码\t品名\t类目\t基本单位\r\nB\t茶\tTEA\t瓶\r\n\r\n";
  assert.deepEqual(countsOf(await desk.bring("products", tabs)), counts(1));
  const lines = '编码,品名,类目,基本单位,规格\nC,"茶, ""新""",TEA,瓶,"500 ml\n×15"\n';
  assert.deepEqual(countsOf(await desk.bring("products", lines)), counts(1));
  assert.equal(findProduct(desk.reader(all), "C")!.record.nameZh, '茶, "新"');
});

Deno.test("a record stands in a file once: the second row is refused, and again is no change", async () => {
  await using desk = await furnishedDesk();
  const rows = Array.from({ length: 200 }, (_, at) => `D-${at % 7},名 ${at},WATER,瓶`);
  const text = `编码,品名,类目,基本单位\n${rows.join("\n")}\n`;
  const foreseen = await desk.bring("products", text, { dryRun: true });
  assert.deepEqual(countsOf(foreseen), counts(7, 0, 0, 193));
  const report = await desk.bring("products", text);
  assert.deepEqual(countsOf(report), counts(7, 0, 0, 193));
  assert.ok(!report.refused);
  assert.deepEqual(report.shown[0], {
    line: 9,
    key: "D-0",
    outcome: "refused",
    reason: "第 2 行已经写过它，只留一行。",
  });
  const english = await desk.bring("products", text, { lang: "en" });
  assert.deepEqual(countsOf(english), counts(0, 0, 7, 193));
  assert.match(
    (!english.refused && english.shown[0]!.reason) || "",
    /^It is already on line 2; write it once\.$/,
  );
  const { record, version } = findProduct(desk.reader(all), "D-3")!;
  assert.deepEqual([record.nameZh, version], ["名 3", 1]);
});

Deno.test("a row that makes no sense does not stand in the way of the one that does", async () => {
  await using desk = await furnishedDesk();
  const text = "编码,品名,类目,基本单位\nX,,WATER,瓶\nX,水,WATER,瓶\n";
  assert.deepEqual(countsOf(await desk.bring("products", text)), counts(1, 0, 0, 1));
});

Deno.test("a preview too long to rehearse says that each row was judged alone", async () => {
  await using desk = await furnishedDesk();
  const rows = (many: number) =>
    Array.from({ length: many }, (_, at) => `R-${at},区 ${at},${at ? "R-0" : ""}\n`).join("");
  const exact = await desk.bring("regions", `编码,名称,上级\n${rows(1000)}`, { dryRun: true });
  const alone = await desk.bring("regions", `编码,名称,上级\n${rows(1001)}`, { dryRun: true });
  assert.ok(!exact.refused && !alone.refused);
  assert.deepEqual([exact.isExact, alone.isExact], [true, false]);
  assert.deepEqual([countsOf(exact), countsOf(alone)], [counts(1000), counts(1001)]);
  assert.deepEqual(desk.read.all("select code from region where code like 'R-%'", []), []);
});

Deno.test("a dry run counts the same and writes nothing", async () => {
  await using desk = await importDesk();
  const before = desk.read.all("select count(*) as rows from audit", []);
  const foreseen = await desk.bring("categories", categoryCsv, { dryRun: true });
  assert.deepEqual(countsOf(foreseen), counts(3));
  assert.deepEqual(desk.read.all("select count(*) as rows from audit", []), before);
  assert.deepEqual(desk.read.all("select code from category", []), []);
  assert.deepEqual(countsOf(await desk.bring("categories", categoryCsv)), counts(3));
});

Deno.test("a dry run refuses what no row of the file brings", async () => {
  await using desk = await importDesk();
  const text = "编码,名称,上级\nTEA,茶饮,DRINK\nDRINK,饮品,\n";
  const foreseen = await desk.bring("categories", text, { dryRun: true });
  assert.deepEqual(countsOf(foreseen), counts(1, 0, 0, 1));
});

const dealerHead =
  "编码,名称,等级,组织,区域,库存池,上级,电话,职能,自批额度,联系人,收货电话,省份,城市,街道门牌";
const dealerCsv = `${dealerHead}
NJSH,南京盛和饮品,A,QY-E,JS,HD,,025-5555 0101,卖货;备货;结算,"20,000",李卓,13900001111,江苏,南京市,江东中路 100 号
XZDS,徐州鼎顺商贸,B,QY-E,JS,HD,NJSH,,卖货,,赵立新,13805201234,江苏省,徐州市,淮海西路 88 号
`;

Deno.test("import brings dealers with their parent and address, and again is no change", async () => {
  await using desk = await furnishedDesk();
  assert.deepEqual(countsOf(await desk.bring("dealers", dealerCsv)), counts(2));
  assert.deepEqual(countsOf(await desk.bring("dealers", dealerCsv)), counts(0, 0, 2));
  const { record } = findPartnerRecord(desk.reader(all), "XZDS")!;
  assert.equal(record.parentCode, "NJSH");
  assert.deepEqual(record.functions, {
    sells: true,
    stocks: false,
    ships: false,
    settles: false,
    services: false,
  });
  assert.deepEqual(record.addresses, [{
    code: "MAIN",
    contact: "赵立新",
    phone: "13805201234",
    province: "江苏省",
    city: "徐州市",
    street: "淮海西路 88 号",
    zone: "JS",
    isDefault: true,
    state: "active",
  }]);
  assert.equal(findPartnerRecord(desk.reader(all), "NJSH")!.record.approvalLimitMinor, 2_000_000);
});

const brokenDealers: [name: string, row: string, reason: RegExp][] = [
  ["an unknown organisation", "X,某某,,ZZ,JS,HD,,,,,,,,,", /^组织：没有编码为 ZZ/],
  ["an unknown region", "X,某某,,QY-E,ZZ,HD,,,,,,,,,", /^区域：没有编码为 ZZ/],
  ["no pool", "X,某某,,QY-E,JS,,,,,,,,,,", /^库存池：经销商要有库存池/],
  ["an unknown parent", "X,某某,,QY-E,JS,HD,ZZ,,,,,,,,", /^上级：没有编码为 ZZ/],
  ["an unknown province", "X,某某,,QY-E,JS,HD,,,,,,,巴伐利亚,,", /^省份：没有这个省份/],
  ["an unknown function", "X,某某,,QY-E,JS,HD,,,跳舞,,,,,,", /^职能：/],
  ["a bad phone", "X,某某,,QY-E,JS,HD,,电话,,,,,,,", /^电话：/],
];

for (const [name, row, reason] of brokenDealers) {
  Deno.test(`import refuses a dealer with ${name}`, async () => {
    await using desk = await furnishedDesk();
    const report = await desk.bring("dealers", `${dealerCsv}${row}\n`);
    assert.deepEqual(countsOf(report), counts(2, 0, 0, 1));
    assert.match(!report.refused ? report.shown[0]!.reason! : "", reason);
  });
}

Deno.test("import refuses a carrier's code in a file of dealers", async () => {
  await using desk = await furnishedDesk();
  await desk.bring("carriers", "编码,名称,组织,区域\nSF,顺风速运,QY,HD\n");
  const report = await desk.bring("dealers", "编码,名称,组织,区域,库存池\nSF,顺风,QY,HD,HD\n");
  assert.deepEqual(countsOf(report), counts(0, 0, 0, 1));
  assert.equal(findPartnerRecord(desk.reader(all), "SF")!.record.functions.ships, true);
});

Deno.test("an organisation's discount limit comes by file, in per cent; a file that says nothing leaves it", async () => {
  await using desk = await importDesk();
  const limit = () =>
    findOrganisation(desk.reader({ kind: "all" }), "QY")!.record.discountLimitBasisPoints;
  await desk.bring("organisations", organisationCsv);
  assert.equal(limit(), 1_000);
  await desk.bring("organisations", "编码,名称,启用日,折扣上限%\nQY,泉屿饮品,2026-01-01,7.5\n");
  assert.equal(limit(), 750);
  await desk.bring("organisations", organisationCsv);
  assert.equal(limit(), 750);
  const file = "Code,Name,First day,Discount limit %\nQY,Quanyu,2026-01-01,101\n";
  await desk.bring("organisations", file, { lang: "en" });
  assert.match(desk.errors()!, /no more than 100%/);
  assert.equal(limit(), 750);
});

Deno.test("a dealer's further addresses are further rows; they say all else alike", async () => {
  await using desk = await furnishedDesk();
  const head = "编码,名称,等级,组织,区域,库存池,职能,地址编码,联系人,收货电话,省份,城市,街道门牌\n";
  const row = (grade: string, address: string) =>
    `NJSH,南京盛和饮品,${grade},QY-E,JS,HD,卖货,${address},周敏,13800000000,江苏,南京市,江东中路 ${address} 号\n`;
  const text = head + row("A", "MAIN") + row("A", "WH2") + row("A", "WH2") + row("B", "WH3");
  const report = await desk.bring("dealers", text);
  assert.deepEqual(countsOf(report), counts(1, 1, 0, 2));
  assert.match((!report.refused && report.shown[0]!.reason) || "", /^第 3 行已经写过它/);
  assert.match((!report.refused && report.shown[1]!.reason) || "", /^和第 2 行写的不一样/);
  assert.deepEqual(countsOf(await desk.bring("dealers", text)), counts(0, 0, 2, 2));
});
