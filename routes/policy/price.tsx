import { z } from "zod";
import { answerPrice } from "~/db/policy/price_question.ts";
import { startOfDay } from "~/domain/_kernel/period.ts";
import { isStaff } from "~/domain/platform/principal.ts";
import { html } from "~/routes/_entry/answer.ts";
import type { Ctx } from "~/routes/_entry/context.ts";
import { route } from "~/routes/_entry/route.ts";
import { type AnswerView, PricePage } from "~/views/policy/price_page.tsx";
import { policyWords } from "~/views/policy/text.ts";
import { named } from "~/views/_kit/named.ts";
import { Day } from "~/routes/_entry/shapes.ts";

const Question = z.object({
  dealer: z.string().trim().max(60).default(""),
  sku: z.string().trim().max(60).default(""),
  unit: z.string().trim().max(20).default(""),
  quantity: z.coerce.number().int().min(1).max(10_000_000).catch(1),
  on: z.union([z.literal(""), Day]).catch("").default(""),
  channel: z.string().trim().max(40).default("portal"),
});
type Question = z.infer<typeof Question>;

/** Which price a buyer would pay, and why it is this one. */
export const pricePage = route({
  method: "GET",
  path: "/price",
  resource: "price",
  action: "read",
  query: Question,
  handle: (ctx) => {
    const { query, lang } = ctx;
    const isDealer = !isStaff(ctx.principal);
    const isAsked = query.sku !== "" && (isDealer || query.dealer !== "");
    return html(
      <PricePage
        shell={ctx.shell}
        reading={{ lang, now: ctx.now }}
        form={{ values: query, errors: {} }}
        answer={isAsked ? answer(ctx) : undefined}
        isDealer={isDealer}
      />,
    );
  },
});

function answer(ctx: Ctx<unknown, Question>): AnswerView {
  const { query, lang } = ctx;
  const t = policyWords(lang).price.explain;
  const at = query.on === "" ? ctx.now : startOfDay(query.on);
  const found = answerPrice(ctx.reader, ctx.readerFor("partner", "read"), { ...query, at });
  const { dealer, sku, unit, winner, losers, lists } = found;
  const nameOf = (code: string) => {
    const list = lists.get(code);
    return list ? named(list, lang) : code;
  };
  const missing = !dealer
    ? t.unknownDealer(query.dealer)
    : sku
    ? undefined
    : t.unknownSku(query.sku);
  return {
    missing,
    dealer: dealer ? named(dealer, lang) : query.dealer,
    sku: sku ? named(sku, lang) : query.sku,
    unit,
    quantity: query.quantity,
    winner,
    losers,
    nameOf,
  };
}
