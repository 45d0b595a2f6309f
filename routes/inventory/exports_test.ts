import { strict as assert } from "node:assert";
import { settle, world } from "~/db/inventory/testing.ts";
import { addUser, signIn, testHouse } from "~/routes/_entry/testing.ts";

async function entered() {
  const house = await testHouse();
  await settle(house.engine);
  await addUser(house, { login: "wangjing", roles: ["operator"], name: "王静" });
  return { house, me: await signIn(house, "wangjing") };
}

Deno.test("GET /node/export is the list of nodes as a stamped file, narrowed as on the page", async () => {
  const { house, me } = await entered();
  await using _house = house;
  const file = await (await me.get("/node/export")).text();
  assert.ok(
    file.startsWith("编码,名称,英文名称,类型,库存池,省份,城市,存货,发货,在用,导出人,导出时间"),
  );
  assert.match(file, /XZ01,徐州仓,.*,是,是,是,王静 \(wangjing\),/);
  const none = await (await me.get("/node/export?q=nowhere")).text();
  assert.equal(none.trim().split("\r\n").length, 1);
  assert.match(await (await me.get("/node?q=xz")).text(), /href="\/node\/export\?q=xz"/);
  await addUser(house, { login: "sunhao", roles: ["auditor"] });
  const auditor = await signIn(house, "sunhao");
  assert.doesNotMatch(await (await auditor.get("/node")).text(), /node\/export/);
});

Deno.test("GET /stock/:sku/export has every movement of the product once, newest first, page after page", async () => {
  const { house, me } = await entered();
  await using _house = house;
  const { id: user_id } = house.engine.read.all<{ id: string }>("select id from app_user", [])[0]!;
  const at = house.clock.now();
  const [node_id, sku_id] = [world.node.xuzhou, world.sku.cola];
  await house.engine.writer.write((tx) => {
    const entry = { at, recorded_at: at, node_id, sku_id, kind: "receipt" as const, user_id };
    tx.insert(
      "stock_entry",
      Array.from({ length: 1001 }, (_, i) => ({
        ...entry,
        quantity: i + 1,
        reason: "采购到货",
        document: "SE-2026-000001",
        effect_key: `export ${i}`,
      })),
    );
    return Promise.resolve();
  });
  const lines = (await (await me.get("/stock/COLA-330/export")).text()).trim().split("\r\n");
  assert.ok(lines[0]!.endsWith("导出人,导出时间"));
  assert.match(
    lines[1]!,
    /^COLA-330,.*,SE-2026-000001,入库,XZ01,采购到货,系统,1001,王静 \(wangjing\),/,
  );
  const quantities = lines.slice(1).map((line) => Number(line.split(",")[7]));
  assert.deepEqual(quantities, Array.from({ length: 1001 }, (_, i) => 1001 - i));
  assert.equal((await me.get("/stock/NOPE/export")).status, 404);
  assert.match(await (await me.get("/stock/COLA-330")).text(), /href="\/stock\/COLA-330\/export"/);
});
