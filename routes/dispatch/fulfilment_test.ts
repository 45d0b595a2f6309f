import { strict as assert } from "node:assert";
import { skus } from "~/db/dispatch/testing.ts";
import { type DispatchHouse, dispatchHouse } from "./testing.ts";

/** A released order of 3 箱 of water and 2 箱 of tea, all at 徐州仓. */
async function released(house: DispatchHouse) {
  const { id, number } = await house.world.order([
    { sku: skus.water, quantity: 3 },
    { sku: skus.tea, quantity: 2 },
  ]);
  await house.world.release(id);
  const [part] = house.world.fulfilments(id);
  return { id, order: number, part: part!.number, version: String(part!.version) };
}

function formOf(version: string, over: Record<string, string> = {}) {
  return {
    version,
    carrier: "SF",
    trackingNumber: "SF1390022817",
    "lines.0.lineNo": "1",
    "lines.0.packs": "3",
    "lines.0.rest": "0",
    "lines.1.lineNo": "2",
    "lines.1.packs": "2",
    "lines.1.rest": "0",
    ...over,
  };
}

Deno.test("GET /fulfilment/:number shows what to pick in packs, without a price", async () => {
  await using house = await dispatchHouse();
  const { part } = await released(house);
  const reply = await (await house.as("xuzhou")).get(`/fulfilment/${part}`);
  const page = await reply.text();
  assert.equal(reply.status, 200);
  assert.match(page, /3 箱/);
  assert.match(page, /天然矿泉水/);
  assert.match(page, /淮海西路 88 号/);
  assert.match(page, /name="lines\.0\.packs" value="3"/);
  assert.doesNotMatch(page, /26\.40|79\.20|¥/);
});

Deno.test("GET /fulfilment/:number speaks English to whoever reads it", async () => {
  await using house = await dispatchHouse();
  const { part } = await released(house);
  const { cookie, get } = await house.as("xuzhou");
  const page = await (await get(`/fulfilment/${part}`, { cookie: `${cookie}; lang=en` })).text();
  assert.match(page, /Hand to the carrier/);
  assert.match(page, /Spring water/);
  assert.doesNotMatch(page, /确认发出/);
});

Deno.test("GET /fulfilment/:number is not there for another warehouse, a dealer may not ask", async () => {
  await using house = await dispatchHouse();
  const { part } = await released(house);
  for (const path of ["", "/pick-list", "/packing-slip"]) {
    const at = `/fulfilment/${part}${path}`;
    assert.equal((await (await house.as("nanjing")).get(at)).status, 404);
    assert.equal((await (await house.as("buyer")).get(at)).status, 403);
    assert.equal((await (await house.as("finance")).get(at)).status, 403);
  }
});

Deno.test("GET /fulfilment/:number hides the phone from an auditor, who ships nothing", async () => {
  await using house = await dispatchHouse();
  const { part } = await released(house);
  const page = await (await (await house.as("auditor")).get(`/fulfilment/${part}`)).text();
  assert.doesNotMatch(page, /0516-8300/);
  assert.doesNotMatch(page, /确认发出/);
});

Deno.test("the pick list and the packing slip are papers of their own, with a barcode", async () => {
  await using house = await dispatchHouse();
  const { part } = await released(house);
  const browser = await house.as("xuzhou");
  const pick = await (await browser.get(`/fulfilment/${part}/pick-list`)).text();
  assert.match(pick, /拣货单 PK-/);
  assert.match(pick, new RegExp(`class="barcode"[^>]*aria-label="${part}"`));
  assert.match(pick, /72 瓶/);
  const shipment = await house.world.ship(part, [{ lineNo: 1, quantity: 25 }]);
  const slip = await (await browser.get(`/fulfilment/${part}/packing-slip?shipment=${shipment}`))
    .text();
  assert.match(slip, new RegExp(`送货单 ${shipment}`));
  assert.match(slip, /1 箱 1 瓶/);
  assert.doesNotMatch(slip, /茉莉花茶/);
});

Deno.test("POST /fulfilment/:number/shipment hands a part to the carrier and leads back", async () => {
  await using house = await dispatchHouse();
  const { part, version } = await released(house);
  const browser = await house.as("xuzhou");
  const form = formOf(version, { "lines.0.packs": "１", "lines.0.rest": "2", "lines.1.packs": "" });
  const reply = await browser.post(`/fulfilment/${part}/shipment`, form);
  assert.equal(reply.status, 303);
  assert.equal(
    reply.headers.get("location"),
    `/fulfilment/${part}?done=SH-2026-000001`,
  );
  const page = await (await browser.get(reply.headers.get("location")!)).text();
  assert.match(page, /已发出 SH-2026-000001/);
  assert.match(page, /1 箱 22 瓶/);
  assert.deepEqual(house.engine.broken(), []);
});

Deno.test("POST /fulfilment/:number/shipment under the same key ships once", async () => {
  await using house = await dispatchHouse();
  const { part, version } = await released(house);
  const browser = await house.as("xuzhou");
  const form = { ...formOf(version, { "lines.0.packs": "1" }), idempotency_key: "one-key-0001" };
  const first = await browser.post(`/fulfilment/${part}/shipment`, form);
  const second = await browser.post(`/fulfilment/${part}/shipment`, form);
  assert.deepEqual([first.status, second.status], [303, 303]);
  assert.equal(second.headers.get("location"), first.headers.get("location"));
  assert.equal(house.engine.read.all("select id from shipment", []).length, 1);
});

const refusals: { when: string; over: Record<string, string>; status: number; says: RegExp }[] = [
  {
    when: "more than is left",
    over: { "lines.0.packs": "3", "lines.0.rest": "1" },
    status: 422,
    says: /要发 73，只剩 72 没发/,
  },
  {
    when: "nothing at all",
    over: { "lines.0.packs": "0", "lines.1.packs": "0" },
    status: 422,
    says: /这次一件也没发/,
  },
  {
    when: "a carrier nobody knows",
    over: { carrier: "YTO" },
    status: 422,
    says: /没有编码为 YTO 的承运商/,
  },
  {
    when: "a line that is not on it",
    over: { "lines.1.lineNo": "9" },
    status: 422,
    says: /没有第 9 行/,
  },
  {
    when: "a line twice",
    over: { "lines.1.lineNo": "1", "lines.0.packs": "1" },
    status: 422,
    says: /第 1 行写了两次/,
  },
  {
    when: "a quantity with decimals",
    over: { "lines.0.packs": "1.5" },
    status: 422,
    says: /要填整数，不带小数/,
  },
  { when: "a stale version", over: { version: "0" }, status: 409, says: /别人刚改过/ },
];

Deno.test.each(refusals)(
  "POST /fulfilment/:number/shipment refuses $when and keeps what was typed",
  async ({ over, status, says }) => {
    await using house = await dispatchHouse();
    const { part, version } = await released(house);
    const browser = await house.as("xuzhou");
    const form = formOf(version, { trackingNumber: "YT 0099", ...over });
    const reply = await browser.post(`/fulfilment/${part}/shipment`, form);
    const page = await reply.text();
    assert.equal(reply.status, status);
    assert.match(page, says);
    assert.match(page, /value="YT 0099"/);
    const typed = over["lines.0.packs"] ?? "3";
    assert.match(page, new RegExp(`name="lines\\.0\\.packs" value="${typed.replace(".", "\\.")}"`));
    assert.equal(house.engine.read.all("select id from shipment", []).length, 0);
  },
);

Deno.test("POST /fulfilment/:number/shipment refuses what is not released", async () => {
  await using house = await dispatchHouse();
  const { id } = await house.world.order([{ sku: skus.tea, quantity: 2 }]);
  const [part] = house.world.fulfilments(id);
  const form = { version: "1", "lines.0.lineNo": "1", "lines.0.packs": "1" };
  const reply = await (await house.as("xuzhou")).post(`/fulfilment/${part!.number}/shipment`, form);
  assert.equal(reply.status, 422);
  assert.match(await reply.text(), /订单现在是“已排仓”，不能发货/);
});

Deno.test("POST /fulfilment/:number/shipment is for the own warehouse only", async () => {
  await using house = await dispatchHouse();
  const { part, version } = await released(house);
  const at = `/fulfilment/${part}/shipment`;
  assert.equal((await (await house.as("nanjing")).post(at, formOf(version))).status, 404);
  assert.equal((await (await house.as("sales")).post(at, formOf(version))).status, 403);
  assert.equal((await (await house.as("buyer")).post(at, formOf(version))).status, 403);
  assert.equal(house.engine.read.all("select id from shipment", []).length, 0);
});
