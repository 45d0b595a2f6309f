import { strict as assert } from "node:assert";
import { findPartnerRecord, partners } from "~/db/channel/partner_records.ts";
import { findRateCard, rateCards } from "~/db/dispatch/rate_cards.ts";
import { dealers, skus } from "~/db/dispatch/testing.ts";
import { put } from "~/db/_engine/put.ts";
import { type DispatchHouse, dispatchHouse } from "./testing.ts";

/** The carrier stays a partner, but it ships no more. */
async function stopShipping({ world: { planter } }: DispatchHouse, code: string): Promise<void> {
  const { record } = findPartnerRecord(planter.engine.asSystem("a test stops a carrier"), code)!;
  const functions = { ...record.functions, ships: false };
  await planter.put(partners as typeof partners & { also?: undefined }, [
    { ...record, functions },
  ]);
}

async function released(house: DispatchHouse) {
  const { id, number } = await house.world.order([{ sku: skus.water, quantity: 3 }]);
  await house.world.release(id);
  const [part] = house.world.fulfilments(id);
  return { id, number, part: part!.number };
}

Deno.test("a carrier that does not ship is not offered, and taken by neither form nor API", async () => {
  await using house = await dispatchHouse();
  const { number, part } = await released(house);
  const keeper = await house.as("xuzhou");
  const offered = async () => await (await keeper.get(`/fulfilment/${part}`)).text();
  assert.match(await offered(), /value="DB"/);
  await stopShipping(house, "DB");
  assert.doesNotMatch(await offered(), /value="DB"/);
  assert.match(await offered(), /value="SF"/);
  const at = `/api/v1/orders/${number}/shipments`;
  const refused = await house.api("POST", at, { fulfilment: part, carrier: "DB" });
  assert.equal(refused.status, 422);
  const { errors: [error] } = await refused.json();
  assert.deepEqual([error.code, error.pointer], ["carrier_does_not_ship", "/carrier"]);
  assert.match(error.detail, /DB 没有“配送”职能/);
  const form = { version: "2", carrier: "DB", trackingNumber: "", "lines.0.lineNo": "1" };
  const posted = await keeper.post(`/fulfilment/${part}/shipment`, {
    ...form,
    "lines.0.packs": "3",
    "lines.0.rest": "0",
  });
  assert.equal(posted.status, 422);
  assert.equal(house.engine.read.all("select 1 from shipment", []).length, 0);
  assert.equal((await house.api("POST", at, { fulfilment: part, carrier: "SF" })).status, 201);
});

Deno.test("the carrier that was planned is not taken either once it ships no more", async () => {
  await using house = await dispatchHouse();
  const { number, part } = await released(house);
  await stopShipping(house, "SF");
  const at = `/api/v1/orders/${number}/shipments`;
  const refused = await house.api("POST", at, { fulfilment: part });
  assert.equal((await refused.json()).errors[0].code, "carrier_does_not_ship");
  assert.equal((await house.api("POST", at, { fulfilment: part, carrier: "DB" })).status, 201);
});

Deno.test("an order is routed past the rates of a carrier that does not ship", async () => {
  await using house = await dispatchHouse();
  await stopShipping(house, "SF");
  const { id } = await house.world.order([{ sku: skus.water, quantity: 3 }]);
  const nodes = house.engine.read.all<{ code: string }>(
    "select n.code from fulfilment f join node n on n.id = f.node_id where f.order_id = ?",
    [id],
  );
  assert.deepEqual(nodes, [{ code: "HF01" }], "only Deppon's node has a rate left");
});

Deno.test("a carrier that does not ship gets no rate card", async () => {
  await using house = await dispatchHouse();
  await stopShipping(house, "DB");
  const { engine } = house;
  const { record } = findRateCard(engine.asSystem("a test"), "DB-HF")!;
  const saved = await engine.transact({
    action: "rate_card.edit",
    author: engine.author,
    scope: { kind: "all" },
    ...put(rateCards, { ...record, code: "DB-HF-2" }, "new"),
  });
  assert.equal(saved.refusals?.[0]?.reason, "carrier_does_not_ship");
});

Deno.test("money is booked only for who settles, and only who settles has credit terms", async () => {
  await using house = await dispatchHouse();
  const { planter } = house.world;
  const reader = planter.engine.asSystem("a test changes a dealer");
  const { record } = findPartnerRecord(reader, dealers.dingshun)!;
  const functions = { ...record.functions, settles: false };
  await planter.put(partners as typeof partners & { also?: undefined }, [
    { ...record, functions },
  ]);
  const money = {
    dealer: dealers.dingshun,
    amount: { amountMinor: 100, currency: "CNY" },
    method: "transfer",
  };
  const receipt = await house.api("POST", "/api/v1/receipts", money);
  assert.equal(receipt.status, 422);
  assert.deepEqual((await receipt.json()).errors.map(({ code }: { code: string }) => code), [
    "dealer_does_not_settle",
  ]);
  const desk = await (await (await house.as("finance")).get("/receipt/new")).text();
  assert.ok(desk.includes(dealers.hengfeng) && !desk.includes(dealers.dingshun));
  const form = { limit: "10.00", currency: "CNY", termDays: "30", overLimit: "warn" };
  const operator = await house.as("operator");
  const terms = await operator.post(`/credit/${dealers.dingshun}`, {
    ...form,
    overdue: "warn",
    version: "1",
  });
  assert.equal(terms.status, 422);
  assert.match(await terms.text(), /没有“结算”职能/);
});
