import assert from "node:assert/strict";
import { origin, signIn } from "~/routes/_entry/testing.ts";
import { auditRows, type TradingHouse, tradingHouse } from "~/routes/channel/testing.ts";

const productCsv = `编码,品名,类目,基本单位,成本价
QY-0330-12,苏打水,WATER,瓶,1.2
QY-0331-12,汽水,SODA,瓶,1.2
`;

async function upload(house: TradingHouse, cookie: string, kind: string, csv: string | null) {
  const body = new FormData();
  body.set("kind", kind);
  if (csv !== null) body.set("file", new File([csv], "商品.csv", { type: "text/csv" }));
  return await house.app.request("/import", {
    method: "POST",
    body,
    headers: { cookie, origin, "sec-fetch-site": "same-origin" },
  });
}

Deno.test("a file is seen before it is imported, then imported, its bad rows to download", async () => {
  await using house = await tradingHouse();
  const seat = await signIn(house, "wangjing");
  const rows = auditRows(house);
  const uploaded = await upload(house, seat.cookie, "products", productCsv);
  const address = uploaded.headers.get("location")!;
  assert.equal(uploaded.status, 303);
  const preview = await (await seat.get(address)).text();
  for (const word of ["商品.csv", "还没有导入", "没有编码为 SODA", "导入 1 行"]) {
    assert.ok(preview.includes(word), word);
  }
  assert.equal(auditRows(house), rows);
  assert.equal((await seat.post(`${address}/application`)).status, 303);
  const done = await (await seat.get(address)).text();
  assert.ok(done.includes("已导入") && !done.includes("还没有导入"));
  assert.equal(auditRows(house), rows + 1);
  const errors = await seat.get(`${address}/errors`);
  const text = await errors.text();
  assert.ok(text.includes("SODA") && text.includes("原因") && !text.includes("苏打水"));
  assert.equal((await house.call("wangjing", "GET", "/products/QY-0330-12")).status, 200);
});

Deno.test("an upload belongs to whoever made it", async () => {
  await using house = await tradingHouse();
  const seat = await signIn(house, "wangjing");
  const address = (await upload(house, seat.cookie, "products", productCsv)).headers.get(
    "location",
  )!;
  const other = await signIn(house, "lizhuo");
  for (const path of [address, `${address}/errors`]) {
    assert.equal((await other.get(path)).status, 404);
  }
  assert.equal((await other.post(`${address}/application`)).status, 404);
  const [{ id: userId }] = house.engine.read.all<{ id: string }>(
    "select id from app_user where login = 'wangjing'",
    [],
  ) as [{ id: string }];
  const around = address.replace("/import/", `/import/..%2F${userId}%2F`);
  assert.equal((await seat.get(address)).status, 200);
  assert.equal((await seat.get(around)).status, 404);
});

Deno.test("whoever may import nothing is refused, and a kind that is not theirs too", async () => {
  await using house = await tradingHouse();
  const auditor = await signIn(house, "auditor");
  assert.equal((await auditor.get("/import")).status, 403);
  const sales = await signIn(house, "lizhuo");
  const form = await (await sales.get("/import")).text();
  assert.ok(form.includes("外部单号") && !form.includes("商品分类"), form);
  assert.equal((await upload(house, sales.cookie, "products", productCsv)).status, 403);
  const operator = await signIn(house, "wangjing");
  assert.equal((await upload(house, operator.cookie, "nonsense", productCsv)).status, 404);
});

const bad: [name: string, csv: string | null, words: string][] = [
  ["no file", null, "还没选文件"],
  ["an empty file", "", "还没选文件"],
  ["no headings", "QY-1,水\n", "缺这些列"],
];

for (const [name, csv, words] of bad) {
  Deno.test(`POST /import with ${name} answers the form and says so`, async () => {
    await using house = await tradingHouse();
    const seat = await signIn(house, "wangjing");
    const reply = await upload(house, seat.cookie, "products", csv);
    assert.equal(reply.status, 422);
    assert.ok((await reply.text()).includes(words));
  });
}

Deno.test("a file from another site is refused", async () => {
  await using house = await tradingHouse();
  const { cookie } = await signIn(house, "wangjing");
  const body = new FormData();
  body.set("kind", "products");
  const reply = await house.app.request("/import", {
    method: "POST",
    body,
    headers: { cookie, origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" },
  });
  assert.equal(reply.status, 403);
});

const exports: [kind: string, path: string][] = [
  ["products", "/product/export"],
  ["dealers", "/partner/export?kind=dealer"],
];

for (const [kind, path] of exports) {
  Deno.test(`${path} can be imported again and changes nothing; each row says who took it`, async () => {
    await using house = await tradingHouse();
    const seat = await signIn(house, "wangjing");
    const risky = await (await house.call("wangjing", "GET", "/products/QY-0550-24")).json();
    const written = { ...risky, nameZh: '=HYPERLINK("x"), 水', nameEn: "'+1", barcode: null };
    await house.call("wangjing", "PUT", "/products/RISKY", written);
    const file = await (await seat.get(path)).text();
    for (const line of file.trimEnd().split("\r\n").slice(1)) {
      assert.match(line, /王静 \(wangjing\),2026-03-02T/);
    }
    if (kind === "products") assert.ok(file.includes(`"'=HYPERLINK(""x""), 水"`), file);
    const address = (await upload(house, seat.cookie, kind, file)).headers.get("location")!;
    const preview = await (await seat.get(address)).text();
    assert.ok(preview.includes("没有要改的"), preview);
    assert.ok(!preview.includes("不认得"));
  });
}
