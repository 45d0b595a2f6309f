import { strict as assert } from "node:assert";
import { seedWorld } from "~/db/seed/seed_world.ts";
import { Planter } from "~/db/seed/planter.ts";
import { password, testHouse } from "~/routes/_entry/testing.ts";

const token = "full-disk-proof-of-dingshun";

Deno.test("a full disk: orders are refused with words and a time to come back, reads go on, nothing is doubled", async () => {
  await using house = await testHouse();
  const { engine, passwords, app } = house;
  await seedWorld(engine, "tiny", {
    passwordHash: await passwords.hash(password),
    print: () => {},
  });
  const planter = new Planter(engine);
  const login = "api.dingshun";
  const user = await planter.user({
    login,
    name: "ERP",
    roles: ["api_client"],
    dealerCode: "D-1001",
  });
  await planter.token(user, "proof", token);
  const order = (language: string) =>
    app.request("/api/v1/orders", {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "idempotency-key": "full-disk-0001",
        "accept-language": language,
      },
      body: JSON.stringify({ lines: [{ sku: "W-0550-24", quantity: 1 }] }),
    });
  const { connection } = engine.writer;
  connection.exec(`pragma max_page_count = ${connection.pragma("page_count")}`);
  const refused = await order("zh");
  assert.equal(refused.status, 503);
  assert.ok(Number(refused.headers.get("retry-after")) > 0);
  assert.match((await refused.json()).detail, /什么也没有改动/);
  const list = await app.request("/api/v1/orders", {
    headers: { authorization: `Bearer ${token}` },
  });
  assert.equal(list.status, 200, "reads go on");
  // The connection was opened anew, as after a real full disk; space is back.
  const taken = await order("en");
  assert.equal(taken.status, 201, await taken.clone().text());
  assert.equal((await order("en")).headers.get("idempotent-replayed"), "true");
  assert.equal(engine.read.all("select 1 from sales_order", []).length, 1);
  assert.deepEqual(engine.broken(), []);
});
