import { strict as assert } from "node:assert";
import { dealers, skus } from "~/db/dispatch/testing.ts";
import { type DispatchHouse, dispatchHouse } from "~/routes/dispatch/testing.ts";

async function booked(house: DispatchHouse) {
  const { world } = house;
  const { id } = await world.order([{ sku: skus.tea, quantity: 2 }], { freightMinor: 1000 });
  await world.release(id);
  const shipment = await world.ship(world.fulfilments(id)[0]!.number);
  house.clock.set("2026-03-05T02:00:00.000Z");
  const receipt = await world.pay(5000);
  await world.pay(700, { dealer: dealers.baichuan });
  return { shipment, receipt };
}

async function listed(house: DispatchHouse, person: "auditor" | "finance" | "south", query = "") {
  const page = await (await (await house.as(person)).get(`/journal${query}`)).text();
  return [...page.matchAll(/href="\/journal\/JV-2026-(\d+)"/g)].map(([, n]) => Number(n));
}

Deno.test("GET /journal is the book of what each may see, newest first", async () => {
  await using house = await dispatchHouse();
  await booked(house);
  assert.deepEqual(await listed(house, "auditor"), [3, 2, 1]);
  assert.deepEqual(await listed(house, "finance"), [2, 1]);
  assert.deepEqual(await listed(house, "south"), [3]);
  for (const person of ["buyer", "sales", "xuzhou"] as const) {
    assert.equal((await (await house.as(person)).get("/journal")).status, 403);
  }
});

Deno.test("GET /journal is narrowed by kind, days and document", async () => {
  await using house = await dispatchHouse();
  const { shipment, receipt } = await booked(house);
  assert.deepEqual(await listed(house, "auditor", "?kind=shipment"), [1]);
  assert.deepEqual(await listed(house, "auditor", "?from=2026-03-03"), [3, 2]);
  assert.deepEqual(await listed(house, "auditor", "?to=2026-03-02"), [1]);
  assert.deepEqual(await listed(house, "auditor", `?q=${shipment}`), [1]);
  assert.deepEqual(await listed(house, "auditor", `?q=${receipt}`), [2]);
  assert.deepEqual(await listed(house, "auditor", "?q=JV-2026-000003"), [3]);
  assert.deepEqual(await listed(house, "finance", "?q=JV-2026-000003"), []);
});

Deno.test("GET /journal/:number shows both sides in the words of bookkeeping", async () => {
  await using house = await dispatchHouse();
  await booked(house);
  const browser = await house.as("finance");
  const page = await (await browser.get("/journal/JV-2026-000001")).text();
  for (const words of ["应收账款", "主营业务收入", "应交增值税（销项）", "运费收入", "借贷相等"]) {
    assert.ok(page.includes(words), words);
  }
  for (const figure of ["72.40", "55.22", "7.18", "10.00"]) {
    assert.ok(page.includes(figure), figure);
  }
  const english = await (await browser.get("/journal/JV-2026-000001", {
    cookie: `${browser.cookie}; lang=en`,
  })).text();
  assert.match(english, /Freight income/);
  assert.equal((await browser.get("/journal/JV-2026-000003")).status, 404);
});
