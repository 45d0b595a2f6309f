import assert from "node:assert/strict";
import { numberRanges } from "~/db/platform/search.ts";
import { searchWords } from "~/db/_search/search_words.ts";
import { addDealer, addUser, signIn, type TestHouse, testHouse } from "~/routes/_entry/testing.ts";

async function stocked(house: TestHouse) {
  await addDealer(house);
  await addDealer(house, { id: "OTHER", code: "D371301", name: "临沂百川副食" });
  await house.engine.writer.write((tx) => {
    tx.run("update partner set search = ? where id = 'OTHER'", [
      searchWords("D371301", "临沂百川副食"),
    ]);
    tx.insert("category", {
      id: "WATER",
      code: "WATER",
      name_zh: "饮用水",
      name_en: "Water",
      parent_id: null,
      version: 1,
    });
    for (
      const [code, name, state] of [["QY-1", "天然矿泉水", "on_sale"], ["QY-2", "苏打水", "draft"]]
    ) {
      tx.insert("sku", {
        id: code!,
        code: code!,
        name_zh: name!,
        name_en: "",
        specification: "550 ml × 24",
        brand: "清屿",
        category_id: "WATER",
        barcode: "6901234567892",
        base_unit: "瓶",
        sales_unit: "瓶",
        tax_rate_bp: 1300,
        weight_gram: 580,
        cost_e4: 11_000,
        attributes: "{}",
        state: state!,
        search: searchWords(code!, name!, "6901234567892"),
        updated_at: house.clock.now(),
        version: 1,
      });
    }
    return Promise.resolve();
  });
  await addUser(house, { login: "chenmin", roles: ["operator"] });
  await addUser(house, { login: "sales.hn", roles: ["sales"], regionIds: [] });
  await addUser(house, { login: "buyer", roles: ["dealer_buyer"], dealerId: "DEALER" });
  await addUser(house, { login: "warehouse", roles: ["warehouse"] });
}

async function hits(seat: Awaited<ReturnType<typeof signIn>>, q: string): Promise<string[]> {
  const page = await (await seat.get(`/search?q=${encodeURIComponent(q)}`, {
    "hx-request": "true",
  })).text();
  assert.doesNotMatch(page, /<html/);
  return [...page.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href!);
}

Deno.test("GET /search finds products by name, two characters, pinyin, initials, code and barcode", async () => {
  await using house = await testHouse();
  await stocked(house);
  const chief = await signIn(house, "chenmin");
  for (const q of ["天然矿泉水", "矿泉", "tianran", "trkqs", "qy-1", "天然 690123"]) {
    assert.deepEqual(await hits(chief, q), ["/product/QY-1"], q);
  }
  assert.deepEqual(await hits(chief, "6901234567892"), ["/product/QY-1", "/product/QY-2"]);
  assert.deepEqual(await hits(chief, "可乐"), []);
  assert.deepEqual(await hits(chief, "%"), []);
  assert.match(await (await chief.get("/search?q=可乐")).text(), /没找到/);
  assert.match(await (await chief.get("/search?q=k")).text(), /再写一个字就找/);
});

Deno.test("GET /search shows each person only what is theirs to see", async () => {
  await using house = await testHouse();
  await stocked(house);
  const buyer = await signIn(house, "buyer");
  assert.deepEqual(await hits(buyer, "百川"), []);
  assert.deepEqual(await hits(buyer, "xzds"), ["/partner/D320301"]);
  assert.deepEqual(await hits(buyer, "苏打"), []);
  assert.deepEqual(await hits(await signIn(house, "chenmin"), "lybc"), ["/partner/D371301"]);
  assert.deepEqual(await hits(await signIn(house, "sales.hn"), "lybc"), []);
  assert.deepEqual(await hits(await signIn(house, "warehouse"), "lybc"), []);
});

Deno.test("GET /search finds pages that one may open, in both languages and by initials", async () => {
  await using house = await testHouse();
  await stocked(house);
  const chief = await signIn(house, "chenmin");
  assert.deepEqual(await hits(chief, "审计"), ["/audit"]);
  assert.deepEqual(await hits(chief, "audit"), ["/audit"]);
  assert.deepEqual(await hits(chief, "xt"), ["/system"]);
  assert.deepEqual(await hits(await signIn(house, "buyer"), "审计"), []);
});

const now = "2026-03-02T02:00:00.000Z";
const typed: [string, [string, string][]][] = [
  ["123", [["SO-2026-000123", "SO-2026-000123!"], ["SO-2025-000123", "SO-2025-000123!"]]],
  ["2026-12", [["SO-2026-000012", "SO-2026-000012!"], ["SO-2026-12", "SO-2026-12~"]]],
  ["so-2026-000123", [["SO-2026-000123", "SO-2026-000123!"], [
    "SO-2026-000123",
    "SO-2026-000123~",
  ]]],
  ["SO-2026-", []],
  ["6901234567892", []],
  ["徐州", []],
];
for (const [text, ranges] of typed) {
  Deno.test(`numberRanges() of "${text}"`, () => assert.deepEqual(numberRanges(text, now), ranges));
}
