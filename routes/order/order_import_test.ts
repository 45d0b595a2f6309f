import assert from "node:assert/strict";
import { limitBuyers } from "~/db/order/testing.ts";
import { systemUser } from "~/domain/platform/system_user.ts";
import { importFile, type ImportReport } from "~/routes/_cli/import/import_file.ts";
import { terminalImporter } from "~/routes/_cli/import/kind.ts";
import type { ImportRun } from "~/routes/_cli/import/run.ts";
import { type Browser, origin } from "~/routes/_entry/testing.ts";
import { orderImport } from "./order_import.ts";
import { type OrderHouse, orderHouse } from "./testing.ts";

const head = "外部单号,经销商,收货地址,商品,单位,数量,折扣,折扣原因,运费,希望送达,备注";
const good = [
  "DS-0312,D320301,MAIN,W550,箱,10,5%,新店陈列,120.00,2026-03-06,送到后门",
  "DS-0312,D320301,,T500,,４,,,,,",
  "HF-77,D320102,,W550,瓶,12,,,,,",
];
const file = (...rows: string[]) => [head, ...rows, ""].join("\n");
const placeable = "A-1,D320301,,W550,,1,,,,,";

type Wish = Partial<ImportRun>;

async function bring(house: OrderHouse, text: string | Uint8Array<ArrayBuffer>, wish: Wish = {}) {
  const path = `${house.engine.folder}/orders.csv`;
  const errorPath = `${path}.errors.csv`;
  await Deno.writeFile(path, typeof text === "string" ? new TextEncoder().encode(text) : text);
  const run: ImportRun = {
    engine: house.engine,
    kind: orderImport,
    author: systemUser,
    importer: terminalImporter,
    scope: { kind: "all" },
    lang: "zh",
    dryRun: false,
    ...wish,
  };
  const report = await importFile(run, { path, errorPath });
  const errors = await Deno.readTextFile(errorPath).catch(() => "");
  return { counts: countsOf(report), reasons: reasonsOf(report), errors };
}

/** Created, unchanged and refused orders. */
function countsOf(report: ImportReport): number[] {
  assert.ok(!report.refused, JSON.stringify(report));
  const { created, changed, unchanged, refused } = report.counts;
  assert.equal(changed, 0);
  return [created, unchanged, refused];
}

function reasonsOf(report: ImportReport): string[] {
  return report.refused ? [] : report.shown.map(({ line, reason }) => `${line} ${reason}`);
}

function ordersIn({ engine }: OrderHouse) {
  return engine.read.all<{ external: string; lines: number; channel: string; dealer: string }>(
    `select external_number as external, line_count as lines, channel, p.code as dealer
     from sales_order o join partner p on p.id = o.dealer_id order by o.number`,
    [],
  );
}

Deno.test("rows under each other become one order of their dealer, placed on its behalf", async () => {
  await using house = await orderHouse();
  assert.deepEqual(await bring(house, file(...good)), {
    counts: [2, 0, 0],
    reasons: [],
    errors: "",
  });
  assert.deepEqual(ordersIn(house), [
    { external: "DS-0312", lines: 2, channel: "import", dealer: "D320301" },
    { external: "HF-77", lines: 1, channel: "import", dealer: "D320102" },
  ]);
  const [order] = house.engine.read.all(
    `select goods_minor, discount_minor, freight_minor, required_on, note,
       on_behalf_of = dealer_id as for_dealer, commercial from sales_order order by number limit 1`,
    [],
  );
  assert.deepEqual(order, {
    goods_minor: 26400 + 12480,
    discount_minor: 1320,
    freight_minor: 12000,
    required_on: "2026-03-06",
    note: "送到后门",
    for_dealer: 1,
    commercial: "confirmed",
  });
  const lines = house.engine.read.all(
    "select unit, quantity, discount_bp, discount_reason from sales_order_line order by order_id, line_no",
    [],
  );
  assert.deepEqual(lines[0], {
    unit: "箱",
    quantity: 10,
    discount_bp: 500,
    discount_reason: "新店陈列",
  });
  assert.deepEqual(house.engine.broken(), []);
  const list = await (await (await house.as("operator")).get("/order")).text();
  assert.ok(list.includes("文件导入") && !list.includes("业务代下"));
});

Deno.test("the same file a second time changes nothing; other content under a number is refused", async () => {
  await using house = await orderHouse();
  await bring(house, file(...good));
  assert.deepEqual((await bring(house, file(...good))).counts, [0, 2, 0]);
  const changed = file(good[0]!, good[1]!.replace("４", "5"), good[2]!);
  const again = await bring(house, changed);
  assert.deepEqual(again.counts, [0, 1, 1]);
  const [{ number }] = house.engine.read.all<{ number: string }>(
    "select number from sales_order order by number",
    [],
  ) as [{ number: string }];
  assert.deepEqual(again.reasons, [
    `2 外部单号：外部单号 DS-0312 已经是订单 ${number}`,
    "3 第 2 行有错，整张单没有导入。",
  ]);
  assert.equal(ordersIn(house).length, 2);
});

const broken: [name: string, rows: string[], reasons: RegExp[]][] = [
  ["a quantity that is none", ["X-1,D320301,,W550,,十箱,,,,,"], [/^2 数量：要填整数/]],
  ["a quantity of nothing", ["X-1,D320301,,W550,,0,,,,,"], [/^2 数量：数量要是 1 以上/]],
  ["a quantity beyond all", ["X-1,D320301,,W550,,10000001,,,,,"], [
    /^2 数量：.*10,?000,?000/,
  ]],
  ["a discount that is none", ["X-1,D320301,,W550,,1,打折,,,,"], [/^2 折扣：折扣要写成 5/]],
  ["a discount above all", ["X-1,D320301,,W550,,1,101,,,,"], [/^2 折扣：折扣要写成 5/]],
  ["a discount without its reason", ["X-1,D320301,,W550,,1,5,,,,"], [
    /^2 折扣原因：给折扣要写原因/,
  ]],
  ["a freight that is none", ["X-1,D320301,,W550,,1,,,十元,,"], [
    /^2 运费：运费要写成 12\.50/,
  ]],
  ["a day that is none", ["X-1,D320301,,W550,,1,,,,2026-02-30,"], [
    /^2 希望送达：日期要写成/,
  ]],
  ["an unknown dealer", ["X-1,D999999,,W550,,1,,,,,"], [/^2 经销商：没有编码为 D999999/]],
  ["a carrier for a dealer", ["X-1,SF,,W550,,1,,,,,"], [/^2 经销商：没有编码为 SF/]],
  ["an unknown address", ["X-1,D320301,NORTH,W550,,1,,,,,"], [
    /^2 收货地址：没有这个收货地址/,
  ]],
  ["no number", [",D320301,,W550,,1,,,,,"], [/^2 外部单号：/]],
  [
    "an unknown product in its second row",
    ["X-1,D320301,,W550,,1,,,,,", "X-1,D320301,,QY-9999,,1,,,,,"],
    [/^2 第 3 行有错，整张单没有导入/, /^3 商品：没有编码 QY-9999/],
  ],
  [
    "too much of one thing and a unit it has not got",
    [
      "X-1,D320301,,T500,,61,,,,,",
      "X-1,D320301,,W550,托,1,,,,,",
      "X-1,D320301,,W550,,1,,,,,",
    ],
    [/^2 数量：要 61 箱，可订 60 箱/, /^3 单位：W550 不按“托”卖/, /^4 第 2 行有错/],
  ],
  [
    "a row that cannot be read in its middle",
    ["X-1,D320301,,W550,,1,,,,,", "X-1,D320301,,T500,,一,,,,,"],
    [/^2 第 3 行有错/, /^3 数量：要填整数/],
  ],
  [
    "another note in its second row",
    ["X-1,D320301,,W550,,1,,,,,早上送", "X-1,D320301,,T500,,1,,,,,下午送"],
    [/^2 第 3 行有错/, /^3 备注：和这张单的第一行不一样/],
  ],
];

Deno.test("an order that does not hold is refused whole, each row with its reason, the others are placed", async () => {
  await using house = await orderHouse();
  let placed = 0;
  for (const [name, rows, reasons] of broken) {
    const kept = placeable.replace("A-1", `A-${placed += 1}`);
    const { counts, reasons: told, errors } = await bring(house, file(...rows, kept));
    const alone = name === "no number";
    assert.deepEqual(counts, alone ? [0, 0, 1] : [1, 0, 1], `${name} ${told}`);
    reasons.forEach((reason, at) => assert.match(told[at]!, reason, name));
    assert.equal(errors.split("\r\n").length, rows.length + (alone ? 3 : 2), name);
    for (const row of rows) assert.ok(errors.includes(row), `${name}: ${errors}`);
    assert.ok(errors.startsWith(`\ufeff${head},行号,原因\r\n`));
  }
  assert.equal(ordersIn(house).length, broken.length - 1);
  assert.ok(ordersIn(house).every(({ external }) => external.startsWith("A-")));
});

Deno.test("no order is placed of half its rows", async () => {
  await using house = await orderHouse();
  const line = (number: string, sku = "W550") => `${number},D320301,,${sku},,1,,,,,`;
  const firstBroken = await bring(
    house,
    file(line("A"), "B,D320301,,W550,,一,,,,,", line("B")),
  );
  assert.deepEqual(firstBroken.counts, [1, 0, 1]);
  const stray = await bring(
    house,
    file(line("C"), "W550,1", line("D"), line("D"), line("E")),
  );
  assert.deepEqual(stray.counts, [1, 0, 2]);
  assert.match(stray.reasons[0]!, /^2 第 3 行有错/);
  assert.match(stray.reasons[2]!, /^4 第 3 行看不出是不是这张单的/);
  assert.match(stray.reasons[3]!, /^5 第 4 行有错/);
  const apart = await bring(house, file(line("F", "QY-9999"), line("G"), line("F")));
  assert.deepEqual(apart.counts, [1, 0, 2]);
  assert.match(apart.reasons[1]!, /^4 这张单从第 2 行开始，它的行要挨在一起/);
  assert.deepEqual(ordersIn(house).map(({ external }) => external), ["A", "E", "G"]);
});

Deno.test("an order of 1,001 lines is refused in the business' own words", async () => {
  await using house = await orderHouse();
  const rows = Array.from({ length: 1001 }, () => "BIG,D320301,,W550,瓶,1,,,,,");
  const { counts, reasons } = await bring(house, file(...rows, placeable));
  assert.deepEqual(counts, [1, 0, 1]);
  assert.equal(reasons[0], "2 这张单有 1,001 行，一单至多 1,000 行。分成几张再提交。");
  assert.equal(reasons[1], "3 第 2 行有错，整张单没有导入。");
});

Deno.test("two dealers may use one number: it is an order for each, and known again", async () => {
  await using house = await orderHouse();
  const rows = file(
    "PO-1,D320301,,W550,,1,,,１２．５０,,",
    "PO-1,D320102,,W550,,2,,,,,",
  );
  assert.deepEqual((await bring(house, rows)).counts, [2, 0, 0]);
  assert.deepEqual(ordersIn(house).map(({ dealer }) => dealer), ["D320301", "D320102"]);
  assert.deepEqual((await bring(house, rows)).counts, [0, 2, 0]);
  const [first] = house.engine.read.all(
    "select freight_minor from sales_order order by number",
    [],
  );
  assert.deepEqual(first, { freight_minor: 1250 });
});

Deno.test("a dry run says what would be and writes nothing", async () => {
  await using house = await orderHouse();
  const audits = () => house.engine.read.all("select seq from audit", []).length;
  const before = audits();
  const text = file(...good, "X-1,D320301,,QY-9999,,1,,,,,");
  assert.deepEqual((await bring(house, text, { dryRun: true })).counts, [2, 0, 1]);
  assert.deepEqual([audits(), ordersIn(house).length], [before, 0]);
});

Deno.test("a dry run of orders that share the stock says what the import then does", async () => {
  await using house = await orderHouse();
  const text = file(
    "S-1,D320301,,T500,,40,,,,,",
    "S-2,D320301,,T500,,40,,,,,",
    "S-2,D320301,,W550,,1,,,,,",
    "S-3,D320102,,T500,,20,,,,,",
  );
  const foreseen = await bring(house, text, { dryRun: true });
  assert.deepEqual(ordersIn(house), []);
  const done = await bring(house, text);
  assert.deepEqual([foreseen.counts, done.counts], [[2, 0, 1], [2, 0, 1]]);
  assert.ok(foreseen.reasons.includes("3 数量：要 40 箱，可订 20 箱"), foreseen.reasons.join());
  assert.deepEqual(ordersIn(house).map(({ external }) => external), ["S-1", "S-3"]);
  assert.deepEqual(house.engine.broken(), []);
});

Deno.test("a row with its own number and no dealer is its own: its neighbours are placed", async () => {
  await using house = await orderHouse();
  const line = (number: string, dealer = "D320301") => `${number},${dealer},,W550,,1,,,,,`;
  const { counts, reasons, errors } = await bring(
    house,
    file(line("A"), line("B", ""), line("C"), line("D", ""), line("D"), line("E")),
  );
  assert.deepEqual(counts, [3, 0, 2]);
  assert.match(reasons[0]!, /^3 经销商：/);
  assert.match(reasons[1]!, /^5 经销商：/);
  assert.match(reasons[2]!, /^6 第 5 行有错，整张单没有导入/);
  assert.equal(errors.trimEnd().split("\r\n").length, 4);
  assert.deepEqual(ordersIn(house).map(({ external }) => external), ["A", "C", "E"]);
  const blank = await bring(
    house,
    file(line("F"), ",D320301,,W550,,1,,,,,", line("G"), line("H", "D320102")),
  );
  assert.deepEqual(blank.counts, [1, 0, 2]);
  assert.match(blank.reasons[2]!, /^4 第 3 行看不出是不是这张单的/);
  assert.equal(ordersIn(house).at(-1)!.external, "H");
});

Deno.test("a refused row is labelled with its own number", async () => {
  await using house = await orderHouse();
  const path = `${house.engine.folder}/labels.csv`;
  await Deno.writeTextFile(path, file(placeable, "B-2,,,W550,,1,,,,,"));
  const report = await importFile({
    engine: house.engine,
    kind: orderImport,
    author: systemUser,
    importer: terminalImporter,
    scope: { kind: "all" },
    lang: "zh",
    dryRun: false,
  }, { path, errorPath: null });
  assert.equal(!report.refused && report.shown[0]!.key, "B-2");
});

Deno.test("a run that stopped after the first order is finished by the same file", async () => {
  await using house = await orderHouse();
  const { engine } = house;
  let orders = 0;
  const stopping: ImportRun["engine"] = {
    ...engine,
    transact: (unit) => {
      if ((orders += 1) > 1) throw new Error("the lights went out");
      return engine.transact(unit);
    },
  };
  await assert.rejects(bring(house, file(...good), { engine: stopping }), /lights went out/);
  assert.deepEqual(ordersIn(house).map(({ external }) => external), ["DS-0312"]);
  assert.deepEqual((await bring(house, file(...good))).counts, [1, 1, 0]);
  assert.deepEqual(ordersIn(house).map(({ external }) => external), ["DS-0312", "HF-77"]);
});

Deno.test("a file in GB18030 is read", async () => {
  await using house = await orderHouse();
  const url = new URL("orders_gb18030_fixture.csv", import.meta.url);
  const bytes = new Uint8Array(await Deno.readFile(url));
  assert.throws(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  assert.deepEqual((await bring(house, bytes)).counts, [1, 0, 0]);
  const [{ note }] = house.engine.read.all("select note from sales_order", []) as [
    { note: string },
  ];
  assert.equal(note, "送到徐州仓库后门");
});

Deno.test("English headings are understood, and English reasons given", async () => {
  await using house = await orderHouse();
  const text = `Your number,Dealer,SKU,Quantity,Freight
PO-1,D320301,W550,2,12.50
PO-2,D320301,W550,2,12.505
PO-3,D000000,W550,2,
`;
  const { counts, reasons } = await bring(house, text, { lang: "en" });
  assert.deepEqual(counts, [1, 0, 2]);
  assert.match(reasons[0]!, /^3 Freight: .*at most 2 decimals/);
  assert.match(reasons[1]!, /^4 Dealer: No dealer has the code D000000/);
});

/** The file through the page: the text of the preview, and of what was done when it was applied. */
async function upload(house: OrderHouse, { cookie, get, post }: Browser, csv: string) {
  const body = new FormData();
  body.set("kind", "orders");
  body.set("file", new File([csv], "订单.csv", { type: "text/csv" }));
  const headers = { cookie, origin, "sec-fetch-site": "same-origin" };
  const reply = await house.app.request("/import", { method: "POST", body, headers });
  assert.equal(reply.status, 303, await reply.text());
  const address = reply.headers.get("location")!;
  const preview = await (await get(address)).text();
  assert.equal((await post(`${address}/application`)).status, 303);
  return { preview, done: await (await get(address)).text() };
}

const forTwo = file(
  "M-1,D320301,,W550,,1,,,,,",
  "M-2,D320102,,W550,,1,,,,,",
  "M-3,D440101,,W550,,1,,,,,",
);

function placedBy({ engine }: OrderHouse) {
  return engine.read.all(
    `select p.code as dealer, u.login, b.code as behalf, a.action from sales_order o
     join partner p on p.id = o.dealer_id join app_user u on u.id = o.placed_by
     left join partner b on b.id = o.on_behalf_of join audit a on a.subject_id = o.id
     order by o.number`,
    [],
  );
}

Deno.test("a dealer imports for itself only, and agrees no discount with itself", async () => {
  await using house = await orderHouse();
  const { preview, done } = await upload(
    house,
    await house.as("buyer"),
    forTwo + "M-4,D320301,,W550,,1,5,老客户,,,\nM-5,D320301,,W550,,1,,,10,,\n",
  );
  assert.ok(preview.includes("没有编码为 D320102 的经销商"));
  assert.ok(preview.includes("导入 1 张单") && preview.includes("按单计数"));
  for (const word of ["D320102", "D440101", "折扣：你不能给折扣", "运费：你不能给折扣"]) {
    assert.ok(done.includes(word), word);
  }
  assert.deepEqual(placedBy(house), [
    { dealer: "D320301", login: "buyer", behalf: null, action: "order.place" },
  ]);
});

Deno.test("a dealer's buyer above the limit waits for the dealer's approver", async () => {
  await using house = await orderHouse();
  await limitBuyers(house.world.planter, 1000);
  await upload(house, await house.as("buyer"), file(placeable));
  const [order] = house.engine.read.all("select commercial, awaiting from sales_order", []);
  assert.deepEqual(order, { commercial: "awaiting_approval", awaiting: "dealer" });
});

Deno.test("sales import for the dealers of their region, in their name", async () => {
  await using house = await orderHouse();
  const { done } = await upload(house, await house.as("sales"), forTwo);
  assert.ok(done.includes("没有编码为 D440101 的经销商"));
  const behalf = { login: "sales", action: "order.place_on_behalf" };
  assert.deepEqual(placedBy(house), [
    { ...behalf, dealer: "D320301", behalf: "D320301" },
    { ...behalf, dealer: "D320102", behalf: "D320102" },
  ]);
});

Deno.test("whoever may not order is not offered the import of orders", async () => {
  await using house = await orderHouse();
  for (const [person, offered] of [["finance", false], ["owner", true], ["sales", true]] as const) {
    const seat = await house.as(person);
    const form = await (await seat.get("/import")).text();
    assert.equal(form.includes('value="orders"'), offered, person);
    const list = await (await seat.get("/order")).text();
    assert.equal(list.includes('href="/import?kind=orders"'), offered, person);
  }
});

Deno.test("a file of ours names the channel of each order; a second time it changes nothing", async () => {
  await using house = await orderHouse();
  const text = [
    "外部单号,经销商,渠道,商品,数量",
    "TM-1,D320301,tmall,W550,1",
    "TM-2,D320301,,W550,1",
    "",
  ].join("\n");
  assert.deepEqual((await bring(house, text)).counts, [2, 0, 0]);
  assert.deepEqual(ordersIn(house).map(({ channel }) => channel), ["tmall", "import"]);
  assert.deepEqual((await bring(house, text)).counts, [0, 2, 0]);
  const moved = text.replace("tmall", "jd");
  assert.deepEqual((await bring(house, moved)).counts, [0, 1, 1]);
});

Deno.test("a dealer's own file cannot choose the channel", async () => {
  await using house = await orderHouse();
  const text = ["外部单号,经销商,渠道,商品,数量", "TM-1,D320301,tmall,W550,1", ""].join("\n");
  const { id } = house.engine.read.all<{ id: string }>(
    "select id from partner where code = 'D320301'",
    [],
  )[0]!;
  const importer = { ...terminalImporter, dealerId: id };
  const { counts, reasons } = await bring(house, text, { importer });
  assert.deepEqual(counts, [0, 0, 1]);
  assert.match(reasons[0]!, /你的订单走 import 渠道/);
});
