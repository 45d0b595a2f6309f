import { byOf } from "~/db/_engine/transact.ts";
import { loadPlacingFacts } from "~/db/order/placing_facts.ts";
import { accept } from "~/domain/_kernel/decision.ts";
import { type OrderQuote, quoteOrder } from "~/domain/order/quote_order.ts";
import { json } from "~/routes/_entry/answer.ts";
import { wordsOf } from "~/routes/_entry/problem.ts";
import { route } from "~/routes/_entry/route.ts";
import type { Lang } from "~/views/_kit/text.ts";
import { causeSentences } from "~/views/order/cause_words.ts";
import { orderWords } from "~/views/order/text.ts";
import { ownChannel, questionOf } from "./api.ts";
import { QuoteReply } from "./replies.ts";
import { QuoteBody } from "./schema.ts";

/** The same loader and the same decision as an order, saved nowhere: what is quoted is what is charged. */
export const quote = route({
  method: "POST",
  path: "/api/v1/quotes",
  resource: "order",
  action: "place",
  summary:
    "Price a basket without saving: lines, the price that won and those that lost, credit, stock",
  body: QuoteBody,
  replies: QuoteReply,
  handle: async (ctx) => {
    const { body, principal, lang } = ctx;
    const channel = body.channel ?? ownChannel;
    const mayDiscount = ctx.may("order", "discount");
    const question = questionOf(body, { principal, mayDiscount, channel });
    const { loaded } = await ctx.foresee({
      load: (facts) => loadPlacingFacts(facts, question),
      decide: () => accept<never>(),
    });
    const { lines, freight } = body;
    const command = {
      channel,
      lines,
      freightMinor: freight?.amountMinor,
      freightCurrency: freight?.currency,
    };
    const quoted = quoteOrder(command, loaded, byOf(ctx.author, ctx.engine.seams));
    return json(quoteJson(quoted, loaded.dealer, lang));
  },
});

function quoteJson(
  quoted: OrderQuote,
  { code, currency }: { code: string; currency: string },
  lang: Lang,
) {
  const { refused } = orderWords(lang);
  const money = (amountMinor: number) => ({ amountMinor, currency });
  const { refusals, lines, credit, creditVerdict, concerns, awaiting, totalMinor } = quoted;
  return {
    dealer: code,
    placeable: refusals.length === 0,
    awaiting,
    approvals: quoted.gates.map(({ gate, causes }) => ({
      gate,
      causes: causes.map((cause, at) => ({
        ...cause,
        detail: causeSentences(causes, lang)[at],
      })),
    })),
    goods: money(quoted.goodsMinor),
    discount: money(quoted.discountMinor),
    freight: money(quoted.freightMinor),
    total: money(totalMinor),
    tax: money(quoted.taxMinor),
    lines: lines.map(({ index, won, lost, ...line }) => ({
      line: index + 1,
      sku: line.sku,
      unit: line.unit,
      quantity: line.quantity,
      priceE4: line.priceE4,
      won,
      lost,
      goods: money(line.goodsMinor),
      discount: money(line.discountMinor),
      freight: money(line.freightMinor),
      amount: money(line.goodsMinor - line.discountMinor),
      tax: money(line.taxMinor),
      available: line.available,
      counted: line.counted,
    })),
    credit: {
      verdict: creditVerdict,
      limit: credit && money(credit.limitMinor),
      used: credit && money(credit.usedMinor),
      after: credit && money(credit.usedMinor + totalMinor),
      concerns: concerns.map((concern) => ({
        code: concern.reason,
        detail: wordsOf(concern, refused, lang),
      })),
    },
    errors: refusals.map((refusal) => ({
      pointer: refusal.at,
      code: refusal.reason,
      detail: wordsOf(refusal, refused, lang),
    })),
  };
}
