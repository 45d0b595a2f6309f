import { strict as assert } from "node:assert";
import fc from "fast-check";
import { dealers, skus } from "~/db/dispatch/testing.ts";
import { grantCredit, odd } from "~/db/order/testing.ts";
import { type OrderHouse, orderHouse } from "./testing.ts";

const quoted = (house: OrderHouse, body: object, lang: "zh" | "en" = "zh") =>
  house.api("POST", "/api/v1/quotes", body, { by: "dealer", lang });

Deno.test("POST /api/v1/quotes prices a basket, says which price won and lost, and saves nothing", async () => {
  await using house = await orderHouse();
  await house.world.planter.prices("BASE", [{
    sku: skus.water,
    unit: "箱",
    minQuantity: 20,
    validFrom: "2026-01-01T00:00:00.000Z",
    validUntil: null,
    price: "25.00",
  }]);
  const before = rowsOf(house);
  const reply = await quoted(house, { lines: [{ sku: skus.water, quantity: 20 }] });
  assert.equal(reply.status, 200);
  const quote = await reply.json();
  assert.equal(quote.placeable, true);
  assert.deepEqual(quote.total, { amountMinor: 50_000, currency: "CNY" });
  assert.deepEqual(quote.lines[0].won, { list: "BASE", minQuantity: 20 });
  assert.deepEqual(quote.lines[0].lost, [
    { list: "BASE", minQuantity: 1, priceE4: 26_400_000, because: "smaller_tier" },
  ]);
  assert.equal(quote.lines[0].available, 340);
  assert.equal(quote.credit.verdict, "pass");
  assert.deepEqual(quote.credit.after, { amountMinor: 50_000, currency: "CNY" });
  assert.deepEqual(rowsOf(house), before);
});

function rowsOf({ engine }: OrderHouse) {
  return engine.read.all(
    "select (select count(*) from sales_order) o, (select count(*) from audit) a, (select count(*) from outbox) e, (select count(*) from credit_entry) c",
    [],
  );
}

Deno.test("POST /api/v1/quotes answers what is wrong beside what can be priced", async () => {
  await using house = await orderHouse();
  await grantCredit(house.world.planter, { limitMinor: 1_000, overLimit: "approve" });
  const body = {
    lines: [
      { sku: skus.water, quantity: 1 },
      { sku: "QY-9999", quantity: 1 },
      { sku: odd.outOfStock, quantity: 1 },
    ],
  };
  const quote = await (await quoted(house, body, "en")).json();
  assert.equal(quote.placeable, false);
  assert.deepEqual(quote.lines.map(({ line }: { line: number }) => line), [1, 3]);
  assert.deepEqual(
    quote.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code]),
    [["/lines/1/sku", "unknown_sku"], ["/lines/2/quantity", "stock_short"]],
  );
  assert.equal(quote.credit.verdict, "approve");
  assert.match(quote.credit.concerns[0].detail, /too much/);
});

const wish = fc.record({
  sku: fc.constantFrom(skus.water, skus.tea, skus.family),
  quantity: fc.integer({ min: 1, max: 3 }),
});

Deno.test("a quote and the order that follows it agree to the cent, for any basket", async () => {
  await using house = await orderHouse();
  await grantCredit(house.world.planter, { limitMinor: 900_000_000 });
  await fc.assert(
    fc.asyncProperty(fc.array(wish, { minLength: 1, maxLength: 6 }), async (lines) => {
      const quote = await (await quoted(house, { lines })).json();
      const reply = await house.api("POST", "/api/v1/orders", { lines }, { by: "dealer" });
      const order = await reply.json();
      if (!quote.placeable) {
        assert.equal(reply.status, 422);
        return assert.deepEqual(order.errors, quote.errors);
      }
      assert.deepEqual([order.total, order.tax], [quote.total, quote.tax]);
      assert.deepEqual(
        order.lines.map(({ amount }: { amount: object }) => amount),
        quote.lines.map(({ amount }: { amount: object }) => amount),
      );
    }),
    { numRuns: 25 },
  );
  await house.world.relay.wake();
  assert.deepEqual(await house.engine.broken(), []);
});

Deno.test("POST /api/v1/quotes says who would have to approve, with the limit and what goes beyond it", async () => {
  await using house = await orderHouse();
  const lines = [
    { sku: skus.water, quantity: 1, discountBasisPoints: 1_250, discountReason: "年框" },
    { sku: odd.outOfStock, quantity: 1 },
  ];
  const ask = async (lang: "zh" | "en") => {
    const body = { dealer: dealers.dingshun, lines };
    return await (await house.api("POST", "/api/v1/quotes", body, { lang })).json();
  };
  const { awaiting, approvals, ...quote } = await ask("zh");
  assert.equal(awaiting, "company");
  assert.deepEqual(approvals, [{
    gate: "company",
    causes: [{
      cause: "discount_above_limit",
      limitBasisPoints: 1_000,
      discountBasisPoints: 1_250,
      sku: skus.water,
      lines: 1,
      detail: `1 行的议定折扣超过上限 10%，最高 12.5%（${skus.water}）`,
    }],
  }]);
  assert.match((await ask("en")).approvals[0].causes[0].detail, /limit of 10%, at most 12.5%/);
  assert.deepEqual(quote.lines.map(({ counted }: { counted: boolean }) => counted), [true, false]);
  assert.equal(quote.total.amountMinor, quote.lines[0].amount.amountMinor);
});
