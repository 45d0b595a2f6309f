import assert from "node:assert/strict";
import { signIn } from "~/routes/_entry/testing.ts";
import { auditRows, costShown, spring, tradingHouse } from "~/routes/channel/testing.ts";

const { code, costE4: _cost, ...unpriced } = spring;
const path = `/products/${code}`;

Deno.test("PUT /products/{sku} creates with 201 and an ETag, and again without change with 200", async () => {
  await using house = await tradingHouse();
  const body = { ...unpriced, barcode: null };
  const made = await house.call("wangjing", "PUT", "/products/QY-NEW", body);
  assert.deepEqual([made.status, made.headers.get("etag")], [201, '"1"']);
  const rows = auditRows(house);
  const again = await house.call("wangjing", "PUT", "/products/QY-NEW", body);
  assert.deepEqual([again.status, again.headers.get("etag")], [200, '"1"']);
  const seen = await house.call("wangjing", "PUT", "/products/QY-NEW", body, { "if-match": '"1"' });
  assert.deepEqual([seen.status, seen.headers.get("etag")], [200, '"1"']);
  assert.equal(auditRows(house), rows);
});

const changed = { ...unpriced, brand: "泉屿山" };
const conditions: [name: string, headers: Record<string, string>, status: number, code: string][] =
  [
    ["without If-Match", {}, 428, "version_needed"],
    ["with an old version", { "if-match": '"0"' }, 412, "changed_meanwhile"],
    ["with nonsense as version", { "if-match": "latest" }, 412, "changed_meanwhile"],
  ];

for (const [name, headers, status, title] of conditions) {
  Deno.test(`PUT /products/{sku} that would change is refused ${name}`, async () => {
    await using house = await tradingHouse();
    const rows = auditRows(house);
    const reply = await house.call("wangjing", "PUT", path, changed, headers);
    assert.deepEqual([reply.status, (await reply.json()).title], [status, title]);
    assert.equal(auditRows(house), rows);
  });
}

Deno.test("PUT /products/{sku} with the version just read changes it and answers the next one", async () => {
  await using house = await tradingHouse();
  const reply = await house.call("wangjing", "PUT", path, changed, { "if-match": '"1"' });
  assert.deepEqual([reply.status, reply.headers.get("etag")], [200, '"2"']);
  const read = await house.call("wangjing", "GET", path);
  const body = await read.json();
  assert.equal(body.brand, "泉屿山");
  assert.equal(body.costE4, spring.costE4);
  const put = await house.call("wangjing", "PUT", path, body, { "if-match": '"2"' });
  assert.deepEqual([put.status, put.headers.get("etag")], [200, '"2"']);
});

Deno.test("PUT of a version to something that is not there is 404", async () => {
  await using house = await tradingHouse();
  const headers = { "if-match": '"1"' };
  assert.equal(
    (await house.call("wangjing", "PUT", "/products/NOPE", changed, headers)).status,
    404,
  );
});

const refusals: [name: string, body: object, code: string, pointer: string][] = [
  ["an unknown category", { categoryCode: "SODA" }, "unknown_category", "/categoryCode"],
  ["an unknown sales unit", { salesUnit: "盒" }, "sales_unit_unknown", "/salesUnit"],
  ["a state that cannot follow", { state: "draft" }, "state_not_reachable", "/state"],
  ["a rate above all", { taxRateBp: 10_001 }, "too_big", "/taxRateBp"],
  ["a factor of zero", { units: [{ code: "箱", factor: 0 }] }, "too_small", "/units/0/factor"],
  ["a broken barcode", { barcode: "69 01" }, "barcode_shape", "/barcode"],
  ["a field nobody knows", { colour: "blue" }, "unrecognized_keys", "/colour"],
];

for (const [name, body, errorCode, pointer] of refusals) {
  Deno.test(`PUT /products/{sku} names ${name}`, async () => {
    await using house = await tradingHouse();
    const reply = await house.call("wangjing", "PUT", path, { ...unpriced, ...body }, {
      "if-match": '"1"',
    });
    assert.equal(reply.status, 422);
    const { errors } = await reply.json();
    assert.deepEqual([errors[0].code, errors[0].pointer], [errorCode, pointer]);
    assert.ok(errors[0].detail.length > 0);
  });
}

Deno.test("PUT /products/{sku} checks the code in the URL", async () => {
  await using house = await tradingHouse();
  const reply = await house.call("wangjing", "PUT", "/products/new", unpriced);
  assert.deepEqual([reply.status, (await reply.json()).errors[0].code], [422, "code_shape"]);
});

Deno.test("the cost is shown to those who may see it and to nobody else, anywhere", async () => {
  await using house = await tradingHouse();
  const operator = await signIn(house, "wangjing");
  const raised = {
    ...(await (await house.call("wangjing", "GET", path)).json()),
    costE4: 7_654_321,
  };
  await house.call("wangjing", "PUT", path, raised, { "if-match": '"1"' });
  const secrets = /7\.654321|7654321|6\.54321|6543210|costE4|成本/;
  const pages = ["/product", `/product/${code}`];
  for (const page of [`/product/${code}`, `/product/${code}/edit`, "/product/export"]) {
    assert.match(await (await operator.get(page)).text(), secrets, page);
  }
  for (const login of ["lizhuo", "dealer"]) {
    const seat = await signIn(house, login);
    for (const page of pages) {
      const reply = await seat.get(page);
      assert.equal(reply.status, 200);
      assert.doesNotMatch(await reply.text(), secrets, `${login} ${page}`);
    }
  }
  const sales = await signIn(house, "lizhuo");
  assert.doesNotMatch(await (await sales.get("/product/export")).text(), secrets);
  for (const address of [path, "/products"]) {
    const reply = await house.call("erp", "GET", address);
    assert.equal(reply.status, 200);
    assert.doesNotMatch(await reply.text(), secrets, address);
  }
  assert.equal(costShown, "6.54321");
});

Deno.test("a caller who may not see the cost may not write it, and does not lose it", async () => {
  await using house = await tradingHouse();
  const headers = { "if-match": '"1"' };
  const blind = await house.call("erp", "PUT", path, { ...changed, costE4: 1 }, headers);
  assert.equal(blind.status, 403);
  const allowed = await house.call("erp", "PUT", path, changed, headers);
  assert.equal(allowed.status, 200);
  assert.equal((await allowed.json()).costE4, undefined);
  const read = await (await house.call("wangjing", "GET", path)).json();
  assert.equal(read.costE4, spring.costE4);
});

Deno.test("GET /products pages by cursor", async () => {
  await using house = await tradingHouse();
  for (const sku of ["A1", "B2", "C3"]) {
    await house.call("wangjing", "PUT", `/products/${sku}`, { ...unpriced, barcode: null });
  }
  const first = await house.call("wangjing", "GET", "/products?limit=3");
  const { items } = await first.json();
  assert.deepEqual(items.map((item: { code: string }) => item.code), ["A1", "B2", "C3"]);
  const next = /<([^>]+)>; rel="next"/.exec(first.headers.get("link")!)![1]!;
  const second = await house.call("wangjing", "GET", next.replace("/api/v1", ""));
  assert.deepEqual((await second.json()).items.map((item: { code: string }) => item.code), [code]);
  assert.equal(second.headers.get("link"), null);
});

Deno.test("a dealer finds no draft and nothing withdrawn, on the page or through the API", async () => {
  await using house = await tradingHouse();
  const draft = { ...unpriced, barcode: null, state: "draft", nameZh: "秘密新品" };
  await house.call("wangjing", "PUT", "/products/SECRET", draft);
  const dealer = await signIn(house, "dealer");
  assert.doesNotMatch(await (await dealer.get("/product?state=draft")).text(), /SECRET|秘密新品/);
  assert.doesNotMatch(await (await dealer.get("/product?q=秘密")).text(), /SECRET/);
  assert.equal((await dealer.get("/product/SECRET")).status, 404);
  assert.equal((await house.call("dealer", "GET", "/products/SECRET")).status, 404);
  assert.doesNotMatch(await (await house.call("dealer", "GET", "/products")).text(), /SECRET/);
  assert.equal((await dealer.get("/product/export")).status, 403);
});

const form = {
  code: "QY-0330-12",
  nameZh: "苏打水",
  nameEn: "",
  specification: "330 ml×12",
  brand: "泉屿",
  categoryCode: "WATER",
  barcode: "",
  baseUnit: "瓶",
  salesUnit: "箱",
  taxRateBp: "13",
  weightGram: "345",
  costE4: "1.25",
  state: "draft",
  "units.0.code": "箱",
  "units.0.factor": "12",
  "units.1.code": "",
  "units.1.factor": "",
  "attributes.0.name": "口味",
  "attributes.0.value": "青柠",
};

Deno.test("a product is made and mended on its form", async () => {
  await using house = await tradingHouse();
  const seat = await signIn(house, "wangjing");
  const made = await seat.post("/product", form);
  assert.deepEqual([made.status, made.headers.get("location")], [303, "/product/QY-0330-12"]);
  const page = await (await seat.get("/product/QY-0330-12")).text();
  for (const word of ["苏打水", "330 ml×12", "青柠", "建档", "1.25"]) {
    assert.ok(page.includes(word));
  }
  const edited = { ...form, brand: "泉屿山", version: "1" };
  assert.equal((await seat.post("/product/QY-0330-12", edited)).status, 303);
  const history = await (await seat.get("/product/QY-0330-12")).text();
  for (const word of ["品牌", "泉屿山", "王静"]) assert.ok(history.includes(word), word);
});

Deno.test("a stale form is 409, keeps what was typed and changes nothing", async () => {
  await using house = await tradingHouse();
  const seat = await signIn(house, "wangjing");
  await seat.post("/product", form);
  await seat.post("/product/QY-0330-12", { ...form, brand: "先改的", version: "1" });
  const late = await seat.post("/product/QY-0330-12", { ...form, brand: "后改的", version: "1" });
  assert.equal(late.status, 409);
  const page = await late.text();
  for (const word of ["后改的", "别人改过", 'name="version" value="1"']) {
    assert.ok(page.includes(word), word);
  }
  assert.ok((await (await seat.get("/product/QY-0330-12")).text()).includes("先改的"));
});

const badForms: [name: string, change: object, words: string[]][] = [
  ["a bad price", { costE4: "一块二" }, ["价格要写成", "一块二"]],
  ["a bad unit row", { "units.0.factor": "0" }, ["换算要填 1 以上的整数", 'id="f-units-0-factor"']],
  ["an unknown category", { categoryCode: "SODA" }, ["没有编码为 SODA 的类目"]],
  ["a unit twice", { "units.1.code": "箱", "units.1.factor": "6" }, ["单位“箱”写了两次"]],
  ["a code in use", { code }, [`编码 ${code} 已经用了`]],
  ["no name", { nameZh: "" }, ["这里要填"]],
];

for (const [name, change, expected] of badForms) {
  Deno.test(`POST /product with ${name} answers the form with words and all that was typed`, async () => {
    await using house = await tradingHouse();
    const seat = await signIn(house, "wangjing");
    const rows = auditRows(house);
    const reply = await seat.post("/product", { ...form, ...change });
    assert.equal(reply.status, 422);
    const page = await reply.text();
    for (const word of [...expected, "330 ml×12", "青柠"]) assert.ok(page.includes(word), word);
    assert.equal(auditRows(house), rows);
  });
}

Deno.test("POST /product/:code/state walks only the listed steps", async () => {
  await using house = await tradingHouse();
  const seat = await signIn(house, "wangjing");
  const step = (state: string, version: string) =>
    seat.post(`/product/${code}/state`, { state, version });
  const wrong = await step("draft", "1");
  assert.equal(wrong.status, 422);
  assert.ok((await wrong.text()).includes("不能直接到“草稿”"));
  assert.equal((await step("phase_out", "1")).status, 303);
  assert.equal((await step("on_sale", "1")).status, 409);
  assert.equal((await step("withdrawn", "2")).status, 303);
  assert.equal(
    (await seat.post("/product/NOPE/state", { state: "draft", version: "1" })).status,
    404,
  );
});

Deno.test("the list filters, searches by pinyin, pages and says when nothing fits", async () => {
  await using house = await tradingHouse();
  const seat = await signIn(house, "wangjing");
  const has = async (query: string) =>
    (await (await seat.get(`/product${query}`)).text()).includes(code);
  for (
    const query of ["", "?q=trkqs", "?q=矿泉", "?category=WATER", "?brand=泉屿", "?state=on_sale"]
  ) {
    assert.equal(await has(query), true, query);
  }
  for (const query of ["?q=kele", "?category=NONE", "?brand=无", "?state=draft"]) {
    assert.equal(await has(query), false, query);
  }
  assert.ok((await (await seat.get("/product?q=kele&state=draft")).text()).includes("没有符合的"));
  for (let at = 0; at < 60; at++) {
    await house.call("wangjing", "PUT", `/products/P${100 + at}`, { ...unpriced, barcode: null });
  }
  const first = await (await seat.get("/product")).text();
  assert.ok(first.includes("P149") && !first.includes(">P150<"));
  const second = await (await seat.get("/product?after=P149")).text();
  assert.ok(second.includes("P150") && second.includes(code) && !second.includes(">P149<"));
  const back = await (await seat.get("/product?before=P150")).text();
  assert.ok(back.includes("P149") && back.includes("P100"));
});

Deno.test("categories are made and mended, and refuse a circle", async () => {
  await using house = await tradingHouse();
  const seat = await signIn(house, "wangjing");
  const soda = { code: "SODA", nameZh: "汽水", nameEn: "", parentCode: "WATER" };
  assert.equal((await seat.post("/category", soda)).status, 303);
  const list = await (await seat.get("/category")).text();
  assert.ok(list.includes("汽水") && list.includes("饮用水"));
  const circle = {
    nameZh: "饮用水",
    nameEn: "Water",
    parentCode: "SODA",
    code: "WATER",
    version: "1",
  };
  const refused = await seat.post("/category/WATER", circle);
  assert.equal(refused.status, 422);
  assert.ok((await refused.text()).includes("不能放到自己下面"));
  const renamed = { ...soda, nameZh: "碳酸饮料", version: "1" };
  assert.equal((await seat.post("/category/SODA", renamed)).status, 303);
  assert.equal((await seat.post("/category/SODA", { ...renamed, nameZh: "别的" })).status, 409);
  assert.equal((await seat.get("/category/NOPE")).status, 404);
  assert.equal((await house.call("wangjing", "GET", "/categories/SODA")).status, 200);
  assert.equal((await (await signIn(house, "lizhuo")).get("/category/new")).status, 403);
});
