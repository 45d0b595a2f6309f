import { strict as assert } from "node:assert";
import { skus } from "~/db/dispatch/testing.ts";
import { type OrderHouse, orderHouse } from "./testing.ts";

/** An order of two parts, one of them shipped. */
async function halfShipped(house: OrderHouse) {
  const { id, number } = await house.world.order([
    { sku: skus.water, quantity: 3 },
    { sku: skus.tea, quantity: 2 },
  ]);
  await house.world.release(id);
  const [part] = house.world.fulfilments(id);
  const reply = await house.api("POST", `/api/v1/orders/${number}/shipments`, {
    fulfilment: part!.number,
    carrier: "DB",
    trackingNumber: "DB4490017",
    lines: [{ line: 1, quantity: 24 }],
  });
  assert.equal(reply.status, 201);
  return { number, part: part!.number, posted: await reply.json() };
}

Deno.test("GET /api/v1/orders/{number} gives a dealer its parcels, whose number takes the delivery", async () => {
  await using house = await orderHouse();
  const { number, posted } = await halfShipped(house);
  const by = { by: "dealer" } as const;
  const order = await (await house.api("GET", `/api/v1/orders/${number}`, undefined, by)).json();
  assert.deepEqual(order.shipments, [{
    number: posted.number,
    carrier: "德邦快递",
    trackingNumber: "DB4490017",
    shippedAt: house.clock.now(),
    deliveredAt: null,
    amount: posted.amount,
    tax: posted.tax,
    lines: posted.lines,
  }]);
  assert.equal("routing" in order, false);
  const [{ number: shipment }] = order.shipments;
  const at = `/api/v1/shipments/${shipment}/delivery`;
  assert.equal((await house.api("POST", at, { signedBy: "周敏" }, by)).status, 200);
  const signed = await (await house.api("GET", `/api/v1/orders/${number}`, undefined, by)).json();
  assert.equal(signed.shipments[0].deliveredAt, house.clock.now());
});

Deno.test("GET /api/v1/orders/{number} tells our own people why it ships from where it ships", async () => {
  await using house = await orderHouse();
  const { number } = await house.world.order([{ sku: skus.tea, quantity: 2 }]);
  const { routing } = await (await house.api("GET", `/api/v1/orders/${number}`)).json();
  const stored = house.engine.read.all<{ detail: string; at: string }>(
    "select detail, at from routing_decision",
    [],
  );
  const record = JSON.parse(stored.at(-1)!.detail);
  const money = (amountMinor: number) => ({ amountMinor, currency: "CNY" });
  assert.equal(routing.at, stored.at(-1)!.at);
  assert.deepEqual([routing.cost, routing.bound, routing.method, routing.optimal], [
    money(record.costMinor),
    money(record.boundMinor),
    record.method,
    record.optimal,
  ]);
  const [part] = routing.shipments;
  assert.equal(part.node, "XZ01");
  const parts = [part.freight, part.handling, part.late, part.split];
  assert.equal(
    parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    routing.cost.amountMinor,
  );
  assert.deepEqual(
    routing.runnerUp,
    record.runnerUp && {
      nodes: record.runnerUp.nodes,
      cost: money(record.runnerUp.costMinor),
      extra: money(record.runnerUp.extraMinor),
    },
  );
  assert.ok(routing.rejected.length > 0);
  assert.deepEqual(
    routing.rejected.map(({ node, because }: { node: string; because: string }) => [node, because]),
    record.rejected.map(({ node, because }: { node: string; because: string }) => [node, because]),
  );
});

const wrong: [name: string, query: string, pointer: string, code: string][] = [
  ["a stage that is none", "stage=bogus", "/stage", "invalid_value"],
  ["a view that is none", "view=bogus", "/view", "invalid_value"],
  ["a parameter nobody knows", "colour=red", "/colour", "unrecognized_keys"],
  ["the page's own parameter", "before=01M81ECK5F2T63B8XBF11JVDGC", "/before", "unrecognized_keys"],
  ["a cursor that is none", "after=garbage", "/after", "not_a_cursor"],
  ["a day that is none", "from=2026-02-30", "/from", "not_a_date"],
  ["a limit that is none", "limit=many", "/limit", "invalid_type"],
];

for (const [name, query, pointer, code] of wrong) {
  Deno.test(`GET /api/v1/orders names ${name}; the page shrugs at it`, async () => {
    await using house = await orderHouse();
    const said = new Set<string>();
    for (const lang of ["zh", "en"] as const) {
      const reply = await house.api("GET", `/api/v1/orders?${query}`, undefined, { lang });
      const { errors } = await reply.json();
      assert.deepEqual([reply.status, errors[0].pointer, errors[0].code], [422, pointer, code]);
      said.add(errors[0].detail);
    }
    assert.equal(said.size, 2);
    if (!query.startsWith("after")) {
      assert.equal((await (await house.as("sales")).get(`/order?${query}`)).status, 200);
    }
  });
}

const elsewhere = [
  ["/api/v1/receipts?after=garbage", "/after"],
  ["/api/v1/receipts?status=open", "/status"],
  ["/api/v1/price-lists?code=A", "/code"],
  ["/api/v1/products?after=!!", "/after"],
  ["/api/v1/products/W550?lang=zh", "/lang"],
  ["/api/v1/stock?warehouse=XZ01", "/warehouse"],
  ["/api/v1/dealers/D320301/account?curency=CNY", "/curency"],
] as const;

Deno.test("every list and record of the API names the parameter it does not know", async () => {
  await using house = await orderHouse();
  for (const [path, pointer] of elsewhere) {
    const reply = await house.api("GET", path);
    assert.equal(reply.status, 422, path);
    assert.equal((await reply.json()).errors[0].pointer, pointer);
  }
});
