import { strict as assert } from "node:assert";
import { skus } from "~/db/dispatch/testing.ts";
import { dispatchHouse, type Person } from "./testing.ts";

Deno.test("GET /shipment/export is the list as a stamped file: each their own, narrowed as on the page", async () => {
  await using house = await dispatchHouse();
  const { world } = house;
  const ship = async (dealer?: string) => {
    const { id, number } = await world.order([{ sku: skus.tea, quantity: 2 }], { dealer });
    await world.release(id);
    return { order: number, shipment: await world.ship(world.fulfilments(id)[0]!.number) };
  };
  const [own, other] = [await ship(), await ship("D320102")];
  const file = async (person: Person, query = "") =>
    await (await (await house.as(person)).get(`/shipment/export${query}`)).text();
  const all = await file("finance");
  assert.match(all, /^发货单,订单,送给,仓,承运商,运单号,件数,发出,签收,导出人,导出时间\r\n/);
  assert.match(all, new RegExp(`${own.shipment},${own.order},徐州鼎顺商贸,.*,SF1390022817,`));
  assert.match(all, /,陈会计 \(.*\),2026-\d\d-\d\dT[\d:.]+Z\r\n/);
  assert.ok(all.includes(other.shipment));
  const buyers = await file("buyer");
  assert.ok(buyers.includes(own.shipment) && !buyers.includes(other.shipment));
  assert.ok(!(await file("south")).includes("SH-"));
  await world.deliver(own.shipment);
  const delivered = await file("finance", "?view=delivered");
  assert.ok(delivered.includes(own.shipment) && !delivered.includes(other.shipment));
  const ordered = await file("finance", `?view=all&q=${own.order.toLowerCase()}`);
  assert.ok(ordered.includes(own.shipment) && !ordered.includes(other.shipment));
  const page = async (person: Person) =>
    await (await (await house.as(person)).get("/shipment?view=delivered")).text();
  assert.match(await page("finance"), /href="\/shipment\/export\?view=delivered"/);
  assert.doesNotMatch(await page("auditor"), /shipment\/export/);
  assert.equal((await (await house.as("auditor")).get("/shipment/export")).status, 403);
});
