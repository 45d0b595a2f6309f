import type { Reader } from "~/db/_engine/reader.ts";
import { loadOrderDispatch } from "~/db/dispatch/order_dispatch.ts";
import { loadOverrideFacts, loadRoutingFacts } from "~/db/dispatch/routing_facts.ts";
import { loadReleaseFacts } from "~/db/dispatch/shipping_facts.ts";
import { orderIdByNumber } from "~/db/order/orders.ts";
import type { RefusalBase } from "~/domain/_kernel/decision.ts";
import type { OrderId } from "~/domain/_kernel/id.ts";
import { overrideRouting } from "~/domain/dispatch/override_routing.ts";
import { releaseOrder } from "~/domain/dispatch/release_order.ts";
import { routeOrder } from "~/domain/dispatch/route_order.ts";
import { goTo, html, statusOf } from "~/routes/_entry/answer.ts";
import { ownPath } from "~/routes/_entry/back.ts";
import type { Ctx } from "~/routes/_entry/context.ts";
import { refusedForm, stoppedForm } from "~/routes/_entry/form_state.ts";
import { type RefusedWords, wordsOf } from "~/routes/_entry/problem.ts";
import { route } from "~/routes/_entry/route.ts";
import type { FormState } from "~/views/_kit/form_state.ts";
import { paths } from "~/views/_kit/paths.ts";
import { OrderDispatchPage } from "~/views/dispatch/order_dispatch_page.tsx";
import { RoutingCard } from "~/views/dispatch/routing_card.tsx";
import { dispatchWords } from "~/views/dispatch/text.ts";
import { OverrideForm, ReleaseForm } from "./schema.ts";

type AnyCtx = Ctx<{ id: string }, unknown, unknown, unknown>;
type Notice = { tone: "ok" | "bad"; words: string };

/** The order a path names: by its number, or by its id. */
export function orderIdOf(reader: Reader, named: string): OrderId {
  return /^SO-/i.test(named) ? orderIdByNumber(reader, named.toUpperCase()) : named as OrderId;
}

/** Why the order ships from where it ships; the way back when a decision here was refused. */
function show(
  ctx: AnyCtx,
  { form, notice, status }: { form?: FormState; notice?: Notice; status?: number } = {},
): Response {
  const { lang, now, shell, isFragment, params } = ctx;
  const reader = ctx.readerFor("order", "read");
  const dispatch = loadOrderDispatch(reader, orderIdOf(reader, params.id));
  const may = {
    override: ctx.may("routing", "override"),
    release: ctx.may("fulfilment", "release"),
    fulfilment: ctx.may("fulfilment", "read"),
    routing: ctx.may("routing", "read"),
  };
  const reading = { lang, now };
  return html(
    isFragment
      ? <RoutingCard {...{ dispatch, reading, may, form, notice }} />
      : <OrderDispatchPage {...{ shell, dispatch, reading, may, form, notice }} />,
    status,
  );
}

function refused<Refusal extends RefusalBase>(
  { lang }: Pick<AnyCtx, "lang">,
  refusals: readonly (Refusal | { reason: "changed_meanwhile" })[],
  words: RefusedWords<Refusal>,
): { notice: Notice; status: number } {
  const said = refusals.map((refusal) => wordsOf(refusal, words, lang)).join(" ");
  return { notice: { tone: "bad", words: said }, status: statusOf(refusals) };
}

export const orderRouting = route({
  method: "GET",
  path: "/order/:id/routing",
  resource: "routing",
  action: "read",
  handle: (ctx) => show(ctx),
});

export const routeAgain = route({
  method: "POST",
  path: "/order/:id/routing",
  resource: "routing",
  action: "override",
  handle: async (ctx) => {
    const { params, lang } = ctx;
    const decision = await ctx.act({
      load: (facts) => loadRoutingFacts(facts, orderIdOf(facts, params.id)),
      decide: routeOrder,
    });
    const { refused: words, routing } = dispatchWords(lang);
    if (!decision.ok) return show(ctx, refused(ctx, decision.refusals, words));
    if (decision.events.length > 0) return goTo(ctx, paths.order(params.id));
    return show(ctx, { notice: { tone: "ok", words: routing.againDone } });
  },
});

export const overrideOrder = route({
  method: "POST",
  path: "/order/:id/routing-override",
  resource: "routing",
  action: "override",
  form: OverrideForm,
  refill: (ctx, input) => show(ctx, { form: stoppedForm(input, ctx.lang), status: 422 }),
  handle: async (ctx) => {
    const { params, form: typed, lang } = ctx;
    const decision = await ctx.act({
      load: (facts) => loadOverrideFacts(facts, orderIdOf(facts, params.id)),
      decide: (facts, by) => overrideRouting(typed, facts, by),
    });
    if (decision.ok) return goTo(ctx, paths.order(params.id));
    const form = refusedForm(typed, decision.refusals, dispatchWords(lang).refused, lang);
    const notice = form.general ? { tone: "bad" as const, words: form.general } : undefined;
    return show(ctx, { form, notice, status: statusOf(decision.refusals) });
  },
});

export const release = route({
  method: "POST",
  path: "/order/:id/release",
  resource: "fulfilment",
  action: "release",
  form: ReleaseForm,
  handle: async (ctx) => {
    const { params, form, lang } = ctx;
    const decision = await ctx.act({
      load: (facts) => loadReleaseFacts(facts, orderIdOf(facts, params.id)),
      decide: (facts) => releaseOrder(form, facts),
    });
    if (!decision.ok) {
      return show(ctx, refused(ctx, decision.refusals, dispatchWords(lang).refused));
    }
    return goTo(ctx, form.back ? ownPath(form.back) : paths.order(params.id));
  },
});
