import { strict as assert } from "node:assert";
import { dealers, skus } from "~/db/dispatch/testing.ts";
import { odd } from "~/db/order/testing.ts";
import { type OrderHouse, orderHouse } from "./testing.ts";

function draftOf({ engine }: OrderHouse): { code: string; unit: string; quantity: string }[] {
  const [row] = engine.read.all<{ content: string }>("select content from order_draft", []);
  const { lines } = JSON.parse(row?.content ?? '{"lines":[]}');
  return lines.map(({ code, unit, quantity }: Record<string, string>) => ({
    code,
    unit,
    quantity,
  }));
}

Deno.test("GET /catalogue shows what this dealer may order, at its price and with the stock", async () => {
  await using house = await orderHouse();
  const page = await (await (await house.as("buyer")).get("/catalogue")).text();
  assert.match(page, /天然矿泉水/);
  assert.match(page, /26\.40<span class="q">\/箱/);
  assert.match(page, /现货 340/);
  assert.match(page, /葡萄气泡水.*?<span class="warn">缺货/s);
  assert.match(page, /荔枝气泡水.*?没有给你的价/s);
  assert.doesNotMatch(page, /山楂气泡水|青柠气泡水/);
});

Deno.test("GET /catalogue finds by two characters, pinyin, code and barcode, and within a category", async () => {
  await using house = await orderHouse();
  const buyer = await house.as("buyer");
  const codesFor = async (query: string) => {
    const text = await (await buyer.get(`/catalogue?${query}`)).text();
    return [...text.matchAll(/<td class="c-no q"[^>]*>([^<]+)/g)].map(([, code]) => code);
  };
  assert.deepEqual(await codesFor(`q=${encodeURIComponent("花茶")}`), [skus.tea]);
  assert.deepEqual(await codesFor("q=mlhc"), [skus.tea]);
  assert.deepEqual(await codesFor("q=w4500"), [skus.family]);
  assert.deepEqual(await codesFor("q=690123453340"), [odd.outOfStock]);
  assert.ok((await codesFor("category=DRINK")).includes(skus.water));
  assert.deepEqual(await codesFor("q=nothing"), []);
});

Deno.test("POST /catalogue puts all quantities on the draft at once and adds to what is there", async () => {
  await using house = await orderHouse();
  const buyer = await house.as("buyer");
  const put = (fields: Record<string, string>) => buyer.post("/catalogue", fields);
  const first = await put({
    "code.0": skus.water,
    "quantity.0": "１0",
    "code.1": skus.family,
    "quantity.1": "",
    "code.3": skus.tea,
    "quantity.3": "4",
  });
  assert.equal(first.status, 303);
  assert.equal(first.headers.get("location"), "/catalogue?added=2");
  await put({ "code.0": skus.water, "quantity.0": "5", q: "水" });
  assert.deepEqual(draftOf(house), [
    { code: skus.water, unit: "箱", quantity: "15" },
    { code: skus.tea, unit: "箱", quantity: "4" },
  ]);
  assert.match(await (await buyer.get("/catalogue?added=2")).text(), /放进了 2 行/);
  assert.match(await (await buyer.get("/order/pad")).text(), /value="15"/);
});

Deno.test("POST /catalogue keeps what cannot be read in its box, and asks for a quantity where there is none", async () => {
  await using house = await orderHouse();
  const buyer = await house.as("buyer");
  const bad = await buyer.post("/catalogue", {
    "code.0": skus.water,
    "quantity.0": "十箱",
    "code.1": skus.tea,
    "quantity.1": "7",
  });
  assert.equal(bad.status, 422);
  const text = await bad.text();
  assert.match(text, /数量要是 1 以上的整数，不是 十箱/);
  assert.match(text, /value="十箱"/);
  assert.match(text, /value="7"/);
  assert.deepEqual(draftOf(house), []);
  const none = await buyer.post("/catalogue", { "code.0": skus.water, "quantity.0": "" });
  assert.equal(none.status, 422);
  assert.match(await none.text(), /先在要订的商品后面填数量/);
});

Deno.test("GET /dealer-chooser finds the dealers in reach; the catalogue is then theirs", async () => {
  await using house = await orderHouse();
  const sales = await house.as("sales");
  const found = await (await sales.get("/dealer-chooser?q=dszxs")).text();
  assert.doesNotMatch(found, /\/order\/pad\?dealer/);
  const named = await (await sales.get(`/dealer-chooser?q=${encodeURIComponent("鼎顺")}`)).text();
  assert.match(named, /href="\/order\/pad\?dealer=D320301">徐州鼎顺商贸/);
  const south = await (await sales.get(`/dealer-chooser?q=${encodeURIComponent("百川")}`)).text();
  assert.match(south, /没有找到“百川”，或它不归你管/);
  assert.equal((await sales.get(`/catalogue?dealer=${dealers.baichuan}`)).status, 404);
  const theirs = await sales.get(`/catalogue?dealer=${dealers.dingshun}`);
  assert.match(await theirs.text(), /徐州鼎顺商贸 的目录/);
  assert.equal((await (await house.as("buyer")).get("/dealer-chooser")).status, 403);
  assert.equal((await (await house.as("finance")).get("/catalogue")).status, 403);
});
