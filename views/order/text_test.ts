import { causesEn, causesZh } from "./cause_words.ts";
import assert from "node:assert/strict";
import { wordProblems } from "~/views/_kit/text_check.ts";
import { orderWords } from "./text.ts";

const { zh, en } = orderWords.both;

/** One refusal of each reason: a reason without words does not build, one without a sample fails. */
const refusals: { [R in keyof typeof zh.refused]: Parameters<typeof zh.refused[R]>[0] } = {
  no_lines: { reason: "no_lines" },
  too_many_lines: { reason: "too_many_lines", count: 1001, most: 1000 },
  dealer_suspended: { reason: "dealer_suspended", dealer: "D320301" },
  dealer_does_not_sell: { reason: "dealer_does_not_sell", dealer: "D320301" },
  dealer_does_not_settle: { reason: "dealer_does_not_settle", dealer: "D320301" },
  dealer_without_pool: { reason: "dealer_without_pool", dealer: "S-2001" },
  organisation_not_in_force: {
    reason: "organisation_not_in_force",
    organisation: "QY-E",
    from: "2018-03-01",
    until: "2026-03-01",
  },
  channel_not_yours: { reason: "channel_not_yours", channel: "tmall", own: "api" },
  unknown_address: { reason: "unknown_address" },
  unknown_sku: { reason: "unknown_sku", sku: "QY-9999" },
  sku_not_on_sale: { reason: "sku_not_on_sale", sku: "QY-0330-24", state: "withdrawn" },
  unknown_unit: { reason: "unknown_unit", sku: "QY-0330-24", unit: "7", units: ["1", "24"] },
  quantity_not_positive: { reason: "quantity_not_positive", sku: "QY-0330-24", quantity: 0 },
  no_price: { reason: "no_price", sku: "QY-0330-24", unit: "7" },
  price_expired: {
    reason: "price_expired",
    sku: "QY-0330-24",
    unit: "7",
    expiredAt: "2026-10-01T00:00:00.000Z",
  },
  stock_short: {
    reason: "stock_short",
    sku: "QY-0330-24",
    needed: 101,
    available: 100,
    unit: "7",
  },
  freight_currency_differs: { reason: "freight_currency_differs", needed: "CNY", actual: "USD" },
  discount_not_allowed: { reason: "discount_not_allowed" },
  discount_reason_missing: { reason: "discount_reason_missing" },
  discount_unreadable: { reason: "discount_unreadable" },
  not_a_date: { reason: "not_a_date", typed: "1" },
  date_in_the_past: { reason: "date_in_the_past", day: "2026-11-21", today: "2026-11-22" },
  external_number_taken: {
    reason: "external_number_taken",
    externalNumber: "PO-7781",
    number: "SO-2026-000007",
  },
  credit_account_missing: { reason: "credit_account_missing", currency: "CNY" },
  credit_exceeded: {
    reason: "credit_exceeded",
    limitMinor: 100,
    usedMinor: 90,
    wantedMinor: 20,
    overMinor: 10,
    currency: "CNY",
  },
  receivable_overdue: { reason: "receivable_overdue", overdueMinor: 500, currency: "CNY" },
  wrong_stage: { reason: "wrong_stage", command: "cancel", stage: "shipped" },
  changed_meanwhile: { reason: "changed_meanwhile" },
  already_picking: { reason: "already_picking" },
  other_gate: { reason: "other_gate", gate: "dealer" },
  placed_by_you: { reason: "placed_by_you" },
  stock_gone: { reason: "stock_gone", sku: "QY-0330-24", needed: 240, available: 12 },
};
const causes: { [C in keyof typeof causesZh]: Parameters<typeof causesZh[C]>[0] } = {
  above_buyer_limit: {
    cause: "above_buyer_limit",
    limitMinor: 1,
    totalMinor: 2,
    currency: "CNY",
  },
  credit_exceeded: { cause: "credit_exceeded", overMinor: 1, currency: "CNY" },
  receivable_overdue: { cause: "receivable_overdue", overdueMinor: 1, currency: "CNY" },
  discount_above_limit: {
    cause: "discount_above_limit",
    limitBasisPoints: 1_000,
    discountBasisPoints: 1_250,
    sku: "QY-0330-24",
    lines: 2,
  },
};

function said({ refused, ...rest }: typeof zh, causeWords: typeof causesZh) {
  const say = (words: object, samples: object) =>
    Object.fromEntries(
      Object.entries(samples).map(([reason, sample]) => [
        reason,
        (words as Record<string, (sample: unknown) => string>)[reason]!(sample),
      ]),
    );
  return { ...rest, refused: say(refused, refusals), causes: say(causeWords, causes) };
}

Deno.test("the words of orders stand in both languages", () => {
  assert.deepEqual(wordProblems({ zh: said(zh, causesZh), en: said(en, causesEn) }), []);
});

Deno.test("a refusal names what was needed and what there is", () => {
  const { refused } = said(zh, causesZh);
  assert.match(refused.stock_short!, /101.*100/);
  assert.match(refused.too_many_lines!, /1,001.*1,000/);
  assert.match(refused.credit_exceeded!, /¥1\.00.*¥0\.90.*¥0\.20.*¥0\.10/);
  assert.match(refused.stock_gone!, /240.*12/);
  assert.match(refused.date_in_the_past!, /2026-11-21.*2026-11-22/);
});

Deno.test("a cause names the limit and what goes beyond it, on the page and in the timeline", () => {
  const detail = { gate: "company", causes: [causes.discount_above_limit] };
  const words = [zh, en].map((text) => text.page.log.kinds.approval_asked(detail));
  assert.deepEqual(words, [
    "送厂家审，2 行的议定折扣超过上限 10%，最高 12.5%（QY-0330-24）",
    "asked the brand: 2 lines above the discount limit of 10%, at most 12.5% (QY-0330-24)",
  ]);
  assert.equal(zh.page.log.kinds.approval_asked({ gate: "company" }), "送厂家审");
});

Deno.test("whose turn it is is told without a history that may not be", () => {
  const turn = (words: typeof zh) =>
    words.refused.other_gate({ reason: "other_gate", gate: "company" });
  assert.deepEqual([zh, en].map(turn), ["现在等厂家审", "It now waits for the brand's approval"]);
});
