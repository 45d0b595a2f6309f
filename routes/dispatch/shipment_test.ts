import { strict as assert } from "node:assert";
import { skus } from "~/db/dispatch/testing.ts";
import { type DispatchHouse, dispatchHouse, type Person } from "./testing.ts";

async function shipped(house: DispatchHouse, dealer?: string) {
  const { world } = house;
  const { id, number } = await world.order([{ sku: skus.tea, quantity: 2 }], { dealer });
  await world.release(id);
  const [part] = world.fulfilments(id);
  return { id, order: number, part: part!.number, shipment: await world.ship(part!.number) };
}

async function listed(house: DispatchHouse, person: Person, query = ""): Promise<string[]> {
  const page = await (await (await house.as(person)).get(`/shipment${query}`)).text();
  return [...page.matchAll(/href="\/shipment\/(SH-[\d-]+)"/g)].map(([, number]) => number!);
}

Deno.test("GET /shipment shows each their own parcels, newest first", async () => {
  await using house = await dispatchHouse();
  const one = await shipped(house);
  const other = await shipped(house, "D320102");
  const both = [other.shipment, one.shipment];
  assert.deepEqual(await listed(house, "buyer"), [one.shipment]);
  assert.deepEqual(await listed(house, "stranger"), [other.shipment]);
  assert.deepEqual(await listed(house, "xuzhou"), both);
  assert.deepEqual(await listed(house, "nanjing"), []);
  assert.deepEqual(await listed(house, "finance"), both);
  assert.deepEqual(await listed(house, "south"), []);
});

Deno.test("GET /shipment has views, filters, and finds a parcel by any of its numbers", async () => {
  await using house = await dispatchHouse();
  const { shipment, order } = await shipped(house);
  const later = await shipped(house);
  await house.world.deliver(shipment);
  assert.deepEqual(await listed(house, "operator"), [later.shipment]);
  assert.deepEqual(await listed(house, "operator", "?view=delivered"), [shipment]);
  assert.deepEqual(await listed(house, "operator", "?view=all&node=NJ01"), []);
  assert.deepEqual(await listed(house, "operator", "?view=all&carrier=DB"), []);
  assert.deepEqual(await listed(house, "operator", `?view=all&q=${order}`), [shipment]);
  assert.deepEqual(await listed(house, "operator", "?view=all&q=SF1390022817"), [
    later.shipment,
    shipment,
  ]);
  const found = await (await house.as("operator")).get(`/shipment?q=${shipment.toLowerCase()}`);
  assert.equal(found.headers.get("location"), `/shipment/${shipment}`);
  assert.deepEqual(await listed(house, "stranger", `?view=all&q=${order}`), []);
});

Deno.test("GET /shipment/:number shows amounts to those who may see the account, none to a warehouse", async () => {
  await using house = await dispatchHouse();
  const { shipment } = await shipped(house);
  const read = async (person: Person) =>
    await (await (await house.as(person)).get(`/shipment/${shipment}`)).text();
  for (const person of ["buyer", "finance", "sales"] as const) {
    assert.match(await read(person), /¥62\.40/);
  }
  const ours = await read("xuzhou");
  assert.match(ours, /茉莉花茶/);
  assert.doesNotMatch(ours, /62\.40/);
});

Deno.test("GET /shipment/:number of another dealer, node or organisation is not there", async () => {
  await using house = await dispatchHouse();
  const { shipment } = await shipped(house);
  for (const person of ["stranger", "nanjing", "south"] as const) {
    const reply = await (await house.as(person)).get(`/shipment/${shipment}`);
    assert.equal(reply.status, 404);
    assert.doesNotMatch(await reply.text(), /鼎顺/);
  }
});

Deno.test("POST /shipment/:number/delivery: a dealer confirms its own parcel", async () => {
  await using house = await dispatchHouse();
  const { shipment } = await shipped(house);
  const browser = await house.as("buyer");
  assert.match(await (await browser.get(`/shipment/${shipment}`)).text(), /确认收到/);
  const reply = await browser.post(`/shipment/${shipment}/delivery`, {
    version: "1",
    signedBy: "周敏",
  });
  assert.equal(reply.headers.get("location"), `/shipment/${shipment}`);
  const page = await (await browser.get(`/shipment/${shipment}`)).text();
  assert.match(page, /已签收/);
  assert.doesNotMatch(page, /确认收到/);
  assert.deepEqual(house.engine.broken(), []);
});

const refusals = [
  { when: "no signer", form: { version: "1", signedBy: " " }, status: 422, says: /这里要填/ },
  {
    when: "a stale version",
    form: { version: "7", signedBy: "周敏" },
    status: 409,
    says: /别人刚改过/,
  },
];
Deno.test.each(refusals)(
  "POST /shipment/:number/delivery refuses $when",
  async ({ form, status, says }) => {
    await using house = await dispatchHouse();
    const { shipment } = await shipped(house);
    const reply = await (await house.as("buyer")).post(`/shipment/${shipment}/delivery`, form);
    const page = await reply.text();
    assert.equal(reply.status, status);
    assert.match(page, says);
    assert.ok(page.includes(`value="${form.signedBy}"`));
  },
);

Deno.test("POST /shipment/:number/delivery refuses what was signed for already", async () => {
  await using house = await dispatchHouse();
  const { shipment } = await shipped(house);
  await house.world.deliver(shipment);
  const reply = await (await house.as("xuzhou")).post(`/shipment/${shipment}/delivery`, {
    version: "2",
    signedBy: "周敏",
  });
  assert.equal(reply.status, 422);
  assert.match(await reply.text(), /这一票已经签收过了/);
});

Deno.test("POST /shipment/:number/delivery of a stranger is not there, of finance not allowed", async () => {
  await using house = await dispatchHouse();
  const { shipment } = await shipped(house);
  const form = { version: "1", signedBy: "路人" };
  const at = `/shipment/${shipment}/delivery`;
  assert.equal((await (await house.as("stranger")).post(at, form)).status, 404);
  assert.equal((await (await house.as("nanjing")).post(at, form)).status, 404);
  assert.equal((await (await house.as("finance")).post(at, form)).status, 403);
  assert.deepEqual(house.engine.read.all("select signed_by from shipment", []), [
    { signed_by: null },
  ]);
});
