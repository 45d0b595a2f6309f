import { strict as assert } from "node:assert";
import { dealers, skus } from "~/db/dispatch/testing.ts";
import { type DispatchHouse, dispatchHouse, type Person } from "~/routes/dispatch/testing.ts";

/** A shipment, two receipts for it of which the second is too much, and one in another organisation. */
async function booked(): Promise<DispatchHouse> {
  const house = await dispatchHouse();
  const { world } = house;
  const { id } = await world.order([{ sku: skus.tea, quantity: 2 }], { freightMinor: 1000 });
  await world.release(id);
  await world.ship(world.fulfilments(id)[0]!.number);
  await world.pay(5000);
  await world.pay(4000);
  await world.pay(700, { dealer: dealers.baichuan });
  return house;
}

async function told(house: DispatchHouse, person: Person, path: string): Promise<string> {
  return await (await (await house.as(person)).get(path)).text();
}

Deno.test("GET /receipt/export is the list as a stamped file, in figures", async () => {
  await using house = await booked();
  const all = await told(house, "finance", "/receipt/export");
  assert.match(
    all,
    /^收款单,编码,经销商,到账时间,方式,凭据号,币种,金额,还没核销,导出人,导出时间\r\n/,
  );
  assert.match(all, /RC-2026-000001,D320301,徐州鼎顺商贸,2026-.*,CNY,50,0,陈会计 \(/);
  assert.match(all, /RC-2026-000002,D320301,.*,CNY,40,17\.6,/);
  assert.doesNotMatch(all, /RC-2026-000003/);
  assert.match(await told(house, "operator", "/receipt/export"), /RC-2026-000003/);
  const none = await told(house, "operator", "/receipt/export?dealer=D320301&q=RC-2026-000003");
  assert.doesNotMatch(none, /RC-/);
  const open = await told(house, "operator", "/receipt/export?view=unapplied");
  assert.match(open, /RC-2026-000002/);
  assert.doesNotMatch(open, /RC-2026-000001/);
  assert.match(await told(house, "finance", "/receipt"), /href="\/receipt\/export\?view=all"/);
  assert.doesNotMatch(await told(house, "auditor", "/receipt"), /receipt\/export/);
});

Deno.test("GET /journal/export is the book as a stamped file, in figures", async () => {
  await using house = await booked();
  const all = await told(house, "finance", "/journal/export");
  assert.match(all, /^凭证号,时间,类别,单据,币种,金额,导出人,导出时间\r\n/);
  assert.match(all, /JV-2026-000001,2026-.*,发货,.*,CNY,72\.4,陈会计 \(/);
  assert.match(all, /JV-2026-000002,2026-.*,收款,.*,CNY,50,/);
  assert.doesNotMatch(all, /JV-2026-000004/);
  const shipments = await told(house, "operator", "/journal/export?kind=shipment");
  assert.match(shipments, /JV-2026-000001/);
  assert.doesNotMatch(shipments, /JV-2026-00000[234]/);
  assert.match(
    await told(house, "finance", "/journal?kind=shipment"),
    /href="\/journal\/export\?kind=shipment"/,
  );
  assert.doesNotMatch(await told(house, "auditor", "/journal"), /journal\/export/);
});
