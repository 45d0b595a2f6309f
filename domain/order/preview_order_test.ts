import assert from "node:assert/strict";
import fc from "fast-check";
import { placeOrder } from "./place_order.ts";
import { lineIn, previewOrder } from "./preview_order.ts";
import { account, balance, byUser, dingshun, placing, soda, tea, usual, water } from "./testing.ts";
import { priceRow } from "../policy/price/testing.ts";

const preview = (lines: typeof usual.lines, facts = {}) =>
  previewOrder({ ...usual, lines }, placing(facts), byUser());
const good = { sku: water.code, quantity: 10 };
const short = { sku: tea.code, quantity: 5_000 };

Deno.test("previewOrder() counts only the lines nothing stands in the way of, and says which", () => {
  const { lines, goodsMinor, totalMinor, taxMinor, refusals } = preview([good, short]);
  assert.deepEqual(lines.map(({ counted }) => counted), [true, false]);
  assert.deepEqual([goodsMinor, totalMinor, taxMinor], [26_400, 26_400, 3_037]);
  assert.deepEqual(refusals.map(({ reason }) => reason), ["stock_short"]);
});

Deno.test("previewOrder() asks the credit for what is counted, not for what is refused", () => {
  const credit = { ...account, overLimit: "block" as const, limitMinor: 26_400 };
  assert.deepEqual(preview([good, short], { credit }).refusals.map(({ reason }) => reason), [
    "stock_short",
  ]);
  const [over] = preview([good, short], { credit: { ...credit, limitMinor: 26_399 } }).refusals
    .filter(({ reason }) => reason === "credit_exceeded");
  assert.ok(over?.reason === "credit_exceeded");
  assert.equal(over.wantedMinor, 26_400);
});

Deno.test("previewOrder() of lines that are all refused comes to nothing", () => {
  const { totalMinor, refusals } = preview([short], { credit: null });
  assert.equal(totalMinor, 0);
  assert.deepEqual(refusals.map(({ reason }) => reason).sort(), [
    "credit_account_missing",
    "stock_short",
  ]);
  assert.deepEqual(preview([]).refusals, [{ reason: "no_lines", at: "/lines" }]);
});

Deno.test("previewOrder() tells every gate and its cause, also while a line is wrong", () => {
  const tenth = { ...good, discountBasisPoints: 1_001, discountReason: "年框" };
  const facts = {
    mayDiscount: true,
    dealer: { ...dingshun, approvalLimitMinor: 0 },
  };
  const { gates, awaiting } = preview([tenth, short], facts);
  assert.equal(awaiting, "dealer");
  assert.deepEqual(gates.map(({ gate, causes }) => [gate, causes[0]!.cause]), [
    ["dealer", "above_buyer_limit"],
    ["company", "discount_above_limit"],
  ]);
  const dated = { ...usual, lines: [tenth], requiredOn: "2020-01-01" };
  assert.equal(previewOrder(dated, placing(facts), byUser()).gates.length, 2);
  assert.deepEqual(preview([short], facts).gates, []);
});

const wish = fc.record({
  sku: fc.constantFrom(water.code, soda.code, tea.code, "NOPE"),
  quantity: fc.integer({ min: 0, max: 150 }),
  discountBasisPoints: fc.oneof(fc.integer({ min: 0, max: 10_000 }), fc.constant(Number.NaN)),
  discountReason: fc.constant("活动"),
});

Deno.test("previewOrder(): the totals are the sum of the counted lines, and those of the order it becomes", () => {
  fc.assert(fc.property(
    fc.array(wish, { minLength: 1, maxLength: 8 }),
    fc.integer({ min: 0, max: 5_000 }),
    (lines, freightMinor) => {
      const facts = placing({
        mayDiscount: true,
        balances: [balance(water, 2_400), balance(soda, 0), balance(tea, 1_500)],
      });
      const command = { ...usual, lines, freightMinor };
      const seen = previewOrder(command, facts, byUser());
      const wrong = new Set(seen.refusals.map(({ at }) => lineIn(at)));
      const counted = seen.lines.filter((line) => line.counted);
      assert.ok(counted.every(({ index }) => !wrong.has(index)));
      const sum = (of: "goodsMinor" | "discountMinor") =>
        counted.reduce((total, line) => total + line[of], 0);
      assert.deepEqual([seen.goodsMinor, seen.discountMinor], [
        sum("goodsMinor"),
        sum("discountMinor"),
      ]);
      assert.equal(seen.totalMinor, seen.goodsMinor - seen.discountMinor + freightMinor);
      const done = placeOrder(command, facts, byUser());
      assert.equal(done.ok, seen.refusals.length === 0);
      const order = done.events?.find((event) => event.type === "OrderSubmitted");
      if (order) {
        assert.equal(order.awaiting, seen.awaiting);
        assert.deepEqual([order.totalMinor, order.taxMinor], [seen.totalMinor, seen.taxMinor]);
      }
    },
  ));
});

Deno.test("previewOrder() shows the price of a line that is not counted", () => {
  const prices = new Map([[water.id, [priceRow(26_400_000)]]]);
  const [line] = preview([{ ...good, quantity: 101 }], { prices }).lines;
  assert.deepEqual([line!.priceE4, line!.counted, line!.available], [26_400_000, false, 100]);
});
