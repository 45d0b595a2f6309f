import { strict as assert } from "node:assert";
import { dealers, skus } from "~/db/dispatch/testing.ts";
import { draft, grantCredit, odd, plantDraft } from "~/db/order/testing.ts";
import { type OrderHouse, orderHouse } from "./testing.ts";

type Said = { pointer?: string; code: string; zh: RegExp; en: RegExp };

const line = (over: object = {}) => ({ sku: skus.water, quantity: 1, ...over });

/** Every bad input the issue names, with its pointer, its code and its words in both languages. */
const bad: Record<string, { body: object; said: Said }> = {
  "an unknown SKU": {
    body: { lines: [line(), line({ sku: "QY-9999" })] },
    said: {
      pointer: "/lines/1/sku",
      code: "unknown_sku",
      zh: /没有编码 QY-9999 的商品/,
      en: /No product has the code QY-9999/,
    },
  },
  "quantity 0": {
    body: { lines: [line({ quantity: 0 })] },
    said: { pointer: "/lines/0/quantity", code: "too_small", zh: /至少 1/, en: /At least 1/ },
  },
  "a quantity with decimals": {
    body: { lines: [line({ quantity: 1.5 })] },
    said: {
      pointer: "/lines/0/quantity",
      code: "not_whole",
      zh: /要填整数，不带小数/,
      en: /A whole number/,
    },
  },
  "more than there is": {
    body: { lines: [line({ quantity: 341 })] },
    said: {
      pointer: "/lines/0/quantity",
      code: "stock_short",
      zh: /要 341 箱，可订 340 箱/,
      en: /341 箱 wanted, 340 箱 can be ordered/,
    },
  },
  "a withdrawn product": {
    body: { lines: [line({ sku: odd.withdrawn })] },
    said: {
      pointer: "/lines/0/sku",
      code: "sku_not_on_sale",
      zh: /Q330 已下架/,
      en: /Q330 is withdrawn/,
    },
  },
  "a product that is phased out": {
    body: { lines: [line({ sku: odd.phasedOut })] },
    said: {
      pointer: "/lines/0/sku",
      code: "sku_not_on_sale",
      zh: /Q331 停产清库，不再接单/,
      en: /Q331 is being phased out/,
    },
  },
  "a unit it is not sold in": {
    body: { lines: [line({ unit: "托" })] },
    said: {
      pointer: "/lines/0/unit",
      code: "unknown_unit",
      zh: /W550 不按“托”卖，可用：瓶、箱/,
      en: /W550 is not sold by 托; choose 瓶, 箱/,
    },
  },
  "a price that ran out": {
    body: { lines: [line({ sku: odd.expired })] },
    said: {
      pointer: "/lines/0/sku",
      code: "price_expired",
      zh: /Q333 的价格到 2026-02-01 为止/,
      en: /The price of Q333 ended on 2026-02-01/,
    },
  },
  "a product without a price": {
    body: { lines: [line({ sku: odd.unpriced })] },
    said: {
      pointer: "/lines/0/sku",
      code: "no_price",
      zh: /Q332 按箱没有给你的价格/,
      en: /Q332 has no price for you by 箱/,
    },
  },
  "credit exceeded": {
    body: { lines: [line({ quantity: 300 })] },
    said: {
      code: "credit_exceeded",
      zh: /额度 ¥5,000.00，已用 ¥0.00，这单 ¥7,920.00，超出 ¥2,920.00/,
      en: /Limit ¥5,000.00, used ¥0.00, this order ¥7,920.00: ¥2,920.00 too much/,
    },
  },
  "1,001 lines": {
    body: { lines: Array.from({ length: 1001 }, () => line({ unit: "瓶" })) },
    said: {
      pointer: "/lines",
      code: "too_many_lines",
      zh: /这张单有 1,001 行，一单至多 1,000 行/,
      en: /This order has 1,001 lines; one order takes at most 1,000/,
    },
  },
  "5,001 lines": {
    body: { lines: Array.from({ length: 5001 }, () => line({ unit: "瓶" })) },
    said: {
      pointer: "/lines",
      code: "too_many_lines",
      zh: /这张单有 5,001 行，一单至多 1,000 行/,
      en: /This order has 5,001 lines; one order takes at most 1,000/,
    },
  },
  "a quantity in quotes": {
    body: { lines: [line({ quantity: "3" })] },
    said: {
      pointer: "/lines/0/quantity",
      code: "invalid_type",
      zh: /^要填数字$/,
      en: /^Must be a number$/,
    },
  },
  "a wanted day that is none": {
    body: { requiredOn: "2026-02-31", lines: [line()] },
    said: { pointer: "/requiredOn", code: "not_a_date", zh: /日期要写成/, en: /A date such as/ },
  },
  "a wanted day that is over": {
    body: { requiredOn: "2020-01-01", lines: [line()] },
    said: {
      pointer: "/requiredOn",
      code: "date_in_the_past",
      zh: /希望送达 2020-01-01 已经过了，今天是 20/,
      en: /The wanted day 2020-01-01 is over; today is 20/,
    },
  },
  "a product that is still a draft": {
    body: { lines: [line({ sku: draft })] },
    said: {
      pointer: "/lines/0/sku",
      code: "unknown_sku",
      zh: /没有编码 Q335 的商品/,
      en: /No product has the code Q335/,
    },
  },
  "an address the dealer does not have": {
    body: { address: "NOWHERE", lines: [line()] },
    said: {
      pointer: "/address",
      code: "unknown_address",
      zh: /没有这个收货地址/,
      en: /no such delivery address/,
    },
  },
  "a discount by the dealer's own client": {
    body: { lines: [line({ discountBasisPoints: 100, discountReason: "老客户" })] },
    said: {
      pointer: "/lines/0/discountBasisPoints",
      code: "discount_not_allowed",
      zh: /你不能给折扣或改运费/,
      en: /You may not give discounts/,
    },
  },
  "freight in another currency": {
    body: { freight: { amountMinor: 1, currency: "USD" }, lines: [line()] },
    said: {
      pointer: "/freight/currency",
      code: "freight_currency_differs",
      zh: /运费要用 CNY，不是 USD/,
      en: /The freight is in CNY, not USD/,
    },
  },
};

async function tight(house: OrderHouse): Promise<void> {
  await grantCredit(house.world.planter, { limitMinor: 500_000 });
}

Deno.test("POST /api/v1/orders names what is wrong with each named bad input, in both languages", async (t) => {
  await using house = await orderHouse();
  await tight(house);
  await plantDraft(house.world.planter);
  for (const [name, { body, said }] of Object.entries(bad)) {
    for (const lang of ["zh", "en"] as const) {
      await t.step(`${name} (${lang})`, async () => {
        const reply = await house.api("POST", "/api/v1/orders", body, { by: "dealer", lang });
        assert.equal(reply.status, 422);
        const { errors } = await reply.json();
        const found = errors.find(({ code }: { code: string }) => code === said.code);
        assert.ok(found, JSON.stringify(errors));
        assert.equal(found.pointer, said.pointer);
        assert.match(found.detail, said[lang]);
      });
    }
  }
  const [kept] = house.engine.read.all<{ orders: number; next: number | null }>(
    "select (select count(*) from sales_order) as orders, (select next_value from number_series where series = 'SO') as next",
    [],
  );
  assert.deepEqual(kept, { orders: 0, next: null });
});

Deno.test("POST /api/v1/orders repeats its answer for the same key and refuses it for another body", async () => {
  await using house = await orderHouse();
  const place = (quantity: number, lang: "zh" | "en" = "zh") =>
    house.api("POST", "/api/v1/orders", { lines: [line({ quantity })] }, {
      by: "dealer",
      key: "order-1-0000",
      lang,
    });
  const first = await place(2);
  assert.equal(first.status, 201);
  const order = await first.json();
  assert.deepEqual(order.total, { amountMinor: 5_280, currency: "CNY" });
  const again = await place(2);
  assert.equal(again.headers.get("idempotent-replayed"), "true");
  assert.deepEqual(await again.json(), order);
  for (const [lang, words] of [["zh", /已经用在内容不同/], ["en", /another body/]] as const) {
    const other = await place(3, lang);
    assert.equal(other.status, 422);
    const { title, detail } = await other.json();
    assert.equal(title, "idempotency_key_reused");
    assert.match(detail, words);
  }
});

Deno.test("POST /api/v1/orders: a key that was refused may be tried again", async () => {
  await using house = await orderHouse();
  const send = (body: object) =>
    house.api("POST", "/api/v1/orders", body, { by: "dealer", key: "order-2-0000" });
  assert.equal((await send({ lines: [line({ sku: odd.outOfStock })] })).status, 422);
  assert.equal((await send({ lines: [line()] })).status, 201);
});

Deno.test("POST /api/v1/orders by our own system names the dealer, in its sight", async () => {
  await using house = await orderHouse();
  const send = (body: object) => house.api("POST", "/api/v1/orders", body);
  assert.equal((await send({ lines: [line()] })).status, 400);
  assert.equal((await send({ dealer: dealers.baichuan, lines: [line()] })).status, 404);
  assert.equal((await send({ dealer: dealers.hengfeng, lines: [line()] })).status, 201);
});

Deno.test("GET /api/v1/orders/:number shows lines, where they are, why the price, and what happened", async () => {
  await using house = await orderHouse();
  const { number } = await house.world.order([
    line({ quantity: 10, discountBasisPoints: 500, discountReason: "陈列补贴" }),
    line({ sku: skus.tea, quantity: 4 }),
  ], { freightMinor: 900 });
  const reply = await house.api("GET", `/api/v1/orders/${number}`, undefined, { by: "dealer" });
  const order = await reply.json();
  assert.equal(reply.headers.get("etag"), `"${order.version}"`);
  assert.equal(order.status, "routed");
  assert.deepEqual(order.total, { amountMinor: 26_400 - 1_320 + 12_480 + 900, currency: "CNY" });
  const [water, tea] = order.lines;
  assert.deepEqual(water.buckets, {
    open: 0,
    allocated: 240,
    released: 0,
    shipped: 0,
    delivered: 0,
    cancelled: 0,
  });
  assert.deepEqual(water.price, { list: "BASE", minQuantity: 1, beaten: [] });
  assert.equal(water.freight.amountMinor + tea.freight.amountMinor, 900);
  assert.equal(order.fulfilments[0].node, "XZ01");
  assert.deepEqual(order.timeline.map(({ kind }: { kind: string }) => kind), [
    "routed",
    "confirmed",
    "submitted",
  ]);
  assert.equal(order.address.phone, "0516-8300 1188");
});

Deno.test("a draft product is nameless to a dealer and named to us", async () => {
  await using house = await orderHouse();
  await plantDraft(house.world.planter);
  const send = async (path: string, by: "erp" | "dealer") => {
    const dealer = by === "erp" ? { dealer: dealers.dingshun } : {};
    const body = { ...dealer, lines: [line({ sku: draft })] };
    const { errors } = await (await house.api("POST", `/api/v1/${path}`, body, { by })).json();
    return errors.map(({ code }: { code: string }) => code);
  };
  for (const path of ["orders", "quotes"]) {
    assert.deepEqual(await send(path, "dealer"), ["unknown_sku"]);
    assert.deepEqual(await send(path, "erp"), ["sku_not_on_sale"]);
  }
});
