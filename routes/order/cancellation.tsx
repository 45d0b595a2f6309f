import { z } from "zod";
import { loadCancelFacts } from "~/db/order/deciding_facts.ts";
import { loadDetailByNumber } from "~/db/order/order_detail.ts";
import { orderIdByNumber } from "~/db/order/orders.ts";
import type { AnyEvent } from "~/domain/events.ts";
import {
  type CancelFacts,
  cancelOrder,
  type CancelOrderRefusal,
} from "~/domain/order/cancel_order.ts";
import { isStaff } from "~/domain/platform/principal.ts";
import { goTo, html, statusOf } from "~/routes/_entry/answer.ts";
import type { Ctx, Work } from "~/routes/_entry/context.ts";
import { refusedForm, stoppedForm } from "~/routes/_entry/form_state.ts";
import { route } from "~/routes/_entry/route.ts";
import type { FormState } from "~/views/_kit/form_state.ts";
import { paths } from "~/views/_kit/paths.ts";
import { CancellationPage } from "~/views/order/cancellation.tsx";
import { orderWords } from "~/views/order/text.ts";
import type { OrderCtx } from "./order.tsx";

const Because = z.string().trim().min(1).max(200);
const CancellationForm = z.object({ version: z.coerce.number().int().min(0), because: Because });

/** The dialog's content as a page, for whoever has no scripts. */
export const askCancellation = route({
  method: "GET",
  path: "/order/:number/cancellation",
  resource: "order",
  action: "cancel",
  handle: (ctx) => show(ctx),
});

/** A cancellation is a thing one creates, not a verb in a URL. */
export const cancellation = route({
  method: "POST",
  path: "/order/:number/cancellation",
  resource: "order",
  action: "cancel",
  form: CancellationForm,
  refill: (ctx, input) => show(ctx, { form: stoppedForm(input, ctx.lang), status: 422 }),
  handle: async (ctx) => {
    const { params: { number }, form, lang } = ctx;
    const decision = await ctx.act(cancelling(ctx, number, form));
    if (decision.ok) return goTo(ctx, paths.order(number));
    const { refused } = orderWords(lang);
    return show(ctx, {
      form: refusedForm(form, decision.refusals, refused, lang),
      status: statusOf(decision.refusals),
    });
  },
});

/** What is being picked only we may stop. */
export function cancelling(
  { principal }: Pick<Ctx, "principal">,
  number: string,
  { version, because }: { version: number | null; because: string },
): Pick<
  Work<CancelFacts, AnyEvent, CancelOrderRefusal>,
  "load" | "decide"
> {
  const mayAfterRelease = isStaff(principal);
  return {
    load: (facts) => loadCancelFacts(facts, orderIdByNumber(facts, number)),
    decide: (facts) =>
      cancelOrder({ because, mayAfterRelease, version: version ?? facts.order.version }, facts),
  };
}

function show(
  ctx: Pick<OrderCtx, "shell" | "params" | "readerFor">,
  { form, status }: { form?: FormState; status?: number } = {},
): Response {
  const detail = loadDetailByNumber(ctx.readerFor("order", "cancel"), ctx.params.number);
  return html(<CancellationPage shell={ctx.shell} detail={detail} form={form} />, status);
}
