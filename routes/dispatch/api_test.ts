import { strict as assert } from "node:assert";
import { skus } from "~/db/dispatch/testing.ts";
import { type DispatchHouse, dispatchHouse } from "./testing.ts";

async function routed(house: DispatchHouse) {
  const { id, number } = await house.world.order([
    { sku: skus.water, quantity: 3 },
    { sku: skus.tea, quantity: 2 },
  ]);
  return { id, number, part: house.world.fulfilments(id)[0]!.number };
}

type Problem = { title: string; errors?: { pointer?: string; code: string; detail: string }[] };
const problem = async (reply: Response) => await reply.json() as Problem;

Deno.test("the API takes an order from routed to delivered", async () => {
  await using house = await dispatchHouse();
  const { number, part } = await routed(house);
  const released = await house.api("POST", `/api/v1/orders/${number}/release`, {});
  assert.deepEqual(await released.json(), { number, status: "released", fulfilments: [part] });

  const first = await house.api("POST", `/api/v1/orders/${number}/shipments`, {
    fulfilment: part,
    carrier: "DB",
    trackingNumber: "DB4490017",
    lines: [{ line: 1, quantity: 24 }],
  });
  assert.equal(first.status, 201);
  assert.deepEqual(await first.json(), {
    number: "SH-2026-000001",
    order: number,
    fulfilment: part,
    trackingNumber: "DB4490017",
    status: "part_shipped",
    amount: { amountMinor: 2640, currency: "CNY" },
    tax: { amountMinor: 303, currency: "CNY" },
    dueOn: "2026-04-01",
    lines: [{
      line: 1,
      sku: skus.water,
      quantity: 24,
      amount: { amountMinor: 2640, currency: "CNY" },
    }],
  });
  const rest = await house.api("POST", `/api/v1/orders/${number}/shipments`, { fulfilment: part });
  assert.equal((await rest.json()).status, "shipped");

  const parts = await house.api("GET", `/api/v1/orders/${number}/fulfilments`);
  const { items } = await parts.json();
  assert.deepEqual(items.map((one: { state: string; node: string }) => [one.state, one.node]), [[
    "shipped",
    "XZ01",
  ]]);

  const one = await house.api("POST", "/api/v1/shipments/SH-2026-000001/delivery", {
    signedBy: "周敏",
  });
  assert.equal((await one.json()).status, "shipped");
  const other = await house.api("POST", `/api/v1/orders/${number}/deliveries`, {
    shipment: "SH-2026-000002",
    signedBy: "周敏",
  });
  assert.equal((await other.json()).status, "delivered");
  assert.deepEqual(house.engine.broken(), []);
});

Deno.test("POST /api/v1/orders/{number}/shipments under one key ships once, and needs a key", async () => {
  await using house = await dispatchHouse();
  const { number, part, id } = await routed(house);
  await house.world.release(id);
  const at = `/api/v1/orders/${number}/shipments`;
  const body = { fulfilment: part, lines: [{ line: 1, quantity: 1 }] };
  const first = await house.api("POST", at, body, { key: "parcel-0001" });
  const again = await house.api("POST", at, body, { key: "parcel-0001" });
  assert.equal(await again.text(), await first.text());
  assert.equal(again.headers.get("idempotent-replayed"), "true");
  const other = await house.api("POST", at, { fulfilment: part }, { key: "parcel-0001" });
  assert.equal((await problem(other)).title, "idempotency_key_reused");
  assert.equal(house.engine.read.all("select id from shipment", []).length, 1);
});

const refusals = [
  {
    when: "more than is left",
    body: { lines: [{ line: 1, quantity: 73 }] },
    code: "more_than_left",
    pointer: "/lines/0/quantity",
  },
  {
    when: "a line it has not",
    body: { lines: [{ line: 8, quantity: 1 }] },
    code: "unknown_line",
    pointer: "/lines/0/quantity",
  },
  {
    when: "an unknown carrier",
    body: { carrier: "YTO" },
    code: "unknown_carrier",
    pointer: "/carrier",
  },
  { when: "a stale version", body: { version: 0 }, code: "changed_meanwhile", status: 412 },
  {
    when: "half a bottle",
    body: { lines: [{ line: 1, quantity: 0.5 }] },
    code: "invalid_type",
    pointer: "/lines/0/quantity",
  },
];
Deno.test.each(refusals)(
  "POST /api/v1/orders/{number}/shipments refuses $when in both languages",
  async ({ body, code, pointer, status = 422 }) => {
    await using house = await dispatchHouse();
    const { number, part, id } = await routed(house);
    await house.world.release(id);
    const said = new Set<string>();
    for (const lang of ["zh", "en"] as const) {
      const reply = await house.api(
        "POST",
        `/api/v1/orders/${number}/shipments`,
        { fulfilment: part, ...body },
        { lang },
      );
      const [first] = (await problem(reply)).errors!;
      assert.equal(reply.status, status);
      assert.equal(first!.code, code);
      assert.equal(first!.pointer, pointer);
      said.add(first!.detail);
    }
    assert.equal(said.size, 2);
  },
);

Deno.test("POST /api/v1/orders/{number}/shipments refuses what is not released", async () => {
  await using house = await dispatchHouse();
  const { number, part } = await routed(house);
  const reply = await house.api("POST", `/api/v1/orders/${number}/shipments`, { fulfilment: part });
  assert.equal(reply.status, 422);
  assert.equal((await problem(reply)).title, "wrong_stage");
});

Deno.test("a fulfilment or shipment of another order is not there", async () => {
  await using house = await dispatchHouse();
  const one = await routed(house);
  const other = await routed(house);
  await house.world.release(one.id);
  const shipment = await house.world.ship(one.part);
  const shipped = await house.api("POST", `/api/v1/orders/${other.number}/shipments`, {
    fulfilment: one.part,
  });
  const delivered = await house.api("POST", `/api/v1/orders/${other.number}/deliveries`, {
    shipment,
    signedBy: "周敏",
  });
  assert.deepEqual([shipped.status, delivered.status], [404, 404]);
});

Deno.test("a dealer's client reads and signs for its own shipments, and ships nothing", async () => {
  await using house = await dispatchHouse();
  const { number, part, id } = await routed(house);
  await house.world.release(id);
  const by = { by: "dealer" } as const;
  const at = `/api/v1/orders/${number}`;
  assert.equal((await house.api("POST", `${at}/shipments`, { fulfilment: part }, by)).status, 403);
  assert.equal((await house.api("POST", `${at}/release`, {}, by)).status, 403);
  assert.equal((await house.api("GET", `${at}/fulfilments`, undefined, by)).status, 403);
  const own = await house.world.ship(part);
  const read = await house.api("GET", `/api/v1/shipments/${own}`, undefined, by);
  assert.equal((await read.json()).amount.amountMinor, 3 * 2640 + 2 * 3120);
  const signed = { signedBy: "周敏" };
  assert.equal(
    (await house.api("POST", `/api/v1/shipments/${own}/delivery`, signed, by)).status,
    200,
  );

  const foreign = await house.world.order([{ sku: skus.tea, quantity: 1 }], { dealer: "D320102" });
  await house.world.release(foreign.id);
  const theirs = await house.world.ship(house.world.fulfilments(foreign.id)[0]!.number);
  assert.equal((await house.api("GET", `/api/v1/shipments/${theirs}`, undefined, by)).status, 404);
  assert.equal(
    (await house.api("POST", `/api/v1/shipments/${theirs}/delivery`, signed, by)).status,
    404,
  );
});
