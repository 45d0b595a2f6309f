import { strict as assert } from "node:assert";
import { settleCarrier } from "~/db/dispatch/rate_card_testing.ts";
import { findRateCard } from "~/db/dispatch/rate_cards.ts";
import { importDesk } from "~/routes/_cli/import/testing.ts";
import { addUser, signIn, testHouse } from "~/routes/_entry/testing.ts";

const form = {
  do: "save",
  code: "SF-XZ01",
  carrierCode: "SF",
  nodeCode: "XZ01",
  validFrom: "2026-01-01",
  validUntil: "",
  ...zone(0, ["华东", "1000", "8.00", "1000", "1.20", "2"]),
};

function zone(at: number, cells: string[]): Record<string, string> {
  const fields = ["zone", "firstWeightGram", "first", "stepWeightGram", "step", "leadDays"];
  return Object.fromEntries(fields.map((field, i) => [`zones.${at}.${field}`, cells[i] ?? ""]));
}

async function entered() {
  const house = await testHouse();
  await settleCarrier(house.engine);
  await addUser(house, { login: "wangjing", roles: ["operator"] });
  return { house, me: await signIn(house, "wangjing") };
}

Deno.test("a rate card is made, shown and mended through its pages", async () => {
  const { house, me } = await entered();
  await using _house = house;
  assert.ok((await (await me.get("/rate-card")).text()).includes("还没有运价卡"));
  const made = await me.post("/rate-card", form);
  assert.equal(made.headers.get("location"), "/rate-card/SF-XZ01");
  const page = await (await me.get("/rate-card/SF-XZ01")).text();
  for (const said of ["华东", "1,000", "8.00", "1.20", "现行"]) {
    assert.ok(page.includes(said), said);
  }
  const edit = await (await me.get("/rate-card/SF-XZ01/edit")).text();
  assert.ok(edit.includes('value="8.00"') && edit.includes('name="version" value="1"'));
  const two = { ...form, ...zone(1, ["华南", "1000", "12", "500", "2", "3"]), version: "1" };
  assert.equal((await me.post("/rate-card/SF-XZ01", two)).status, 303);
  assert.equal((await me.post("/rate-card/SF-XZ01", { ...form, version: "1" })).status, 409);
  const list = await (await me.get("/rate-card")).text();
  assert.ok(list.includes("SF-XZ01"));
  assert.doesNotMatch(list, />(SF|XZ01)</, "a carrier and a node are named, not coded");
  assert.equal((await me.get("/rate-card/NOPE")).status, 404);
});

Deno.test("a rate card's form keeps what was typed and says what is wrong", async () => {
  const { house, me } = await entered();
  await using _house = house;
  const more = await (await me.post("/rate-card", { ...form, do: "more" })).text();
  assert.equal(more.match(/name="zones\.\d+\.zone"/g)?.length, 6);
  const cases: [Record<string, string>, string][] = [
    [zone(0, ["华东", "一斤", "8", "1000", "1", "2"]), 'value="一斤"'],
    [zone(0, ["华东", "1000", "八块", "1000", "1", "2"]), "金额要写成"],
    [zone(0, []), "至少写一个分区"],
    [{ validFrom: "" }, "日期要写成"],
    [{ code: "SF XZ" }, "编码只用"],
    [{ carrierCode: "NOPE" }, "没有编码为 NOPE 的承运商"],
    [zone(1, ["华东", "1000", "9", "1000", "1", "2"]), "“华东”写了两次"],
    [{ validUntil: "2026-01-01" }, "不在生效日 2026-01-01 之后"],
  ];
  for (const [change, said] of cases) {
    const reply = await me.post("/rate-card", { ...form, ...change });
    assert.equal(reply.status, 422, said);
    assert.ok((await reply.text()).includes(said), said);
  }
});

Deno.test("rate cards are imported, a zone a row, and a second time unchanged", async () => {
  await using desk = await importDesk();
  await settleCarrier(desk);
  const head = "编码,承运商,仓库,生效日,分区,首重/克,首重价,续重/克,续重价,在途天数";
  const file = `${head}
SF-NJ01,SF,NJ01,2026-01-01,华东,1000,八块,1000,1.2,2
SF-XZ01,SF,XZ01,2026-01-01,华东,1000,8,1000,1.2,2
SF-XZ01,SF,XZ01,2026-01-01,华南,1000,12,1000,2,3
SF-GZ01,SF,NOPE,2026-01-01,华东,1000,8,1000,1.2,2
`;
  const report = await desk.bring("rate_cards", file);
  assert.ok(!report.refused);
  assert.deepEqual(report.counts, { created: 1, changed: 0, unchanged: 0, refused: 2 });
  assert.match(report.shown[0]!.reason!, /^首重价：金额要写成/);
  assert.match(report.shown[1]!.reason!, /没有编码为 NOPE 的仓库/);
  const again = await desk.bring("rate_cards", file);
  assert.ok(!again.refused && again.counts.unchanged === 1);
  const zones = findRateCard(desk.asSystem("test"), "SF-XZ01")!.record.zones;
  assert.deepEqual(zones.map(({ zone, first }) => [zone, first.amountMinor]), [
    ["华东", 800],
    ["华南", 1200],
  ]);
});
