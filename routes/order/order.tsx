import { z } from "zod";
import { loadOrderDispatch } from "~/db/dispatch/order_dispatch.ts";
import { loadDetailByNumber } from "~/db/order/order_detail.ts";
import { loadOrderSettlement } from "~/db/settlement/order_settlement.ts";
import type { OrderDetail } from "~/domain/order/read_models.ts";
import { isMasked } from "~/domain/platform/principal.ts";
import { html } from "~/routes/_entry/answer.ts";
import type { Ctx } from "~/routes/_entry/context.ts";
import { route } from "~/routes/_entry/route.ts";
import type { FormState } from "~/views/_kit/form_state.ts";
import { OrderPage } from "~/views/order/order_page.tsx";
import { ownGate } from "./gate.ts";

export type OrderCtx = Ctx<{ number: string }, unknown, unknown, unknown>;

/** The explained line stands in the URL, so that it can be sent to somebody. */
const LineQuery = z.object({ line: z.coerce.number().int().optional().catch(undefined) });

export const order = route({
  method: "GET",
  path: "/order/:number",
  resource: "order",
  action: "read",
  query: LineQuery,
  handle: (ctx) => showOrder(ctx, { open: ctx.query.line ?? null }),
});

type Shown = {
  open?: number | null;
  form?: FormState;
  notice?: string;
  status?: number;
};

/** The page of an order, also as the answer to what was refused on it. */
export function showOrder(
  ctx: OrderCtx,
  { open = null, form, notice, status }: Shown = {},
): Response {
  const { shell, lang, now, params } = ctx;
  const reader = ctx.readerFor("order", "read");
  const detail = loadDetailByNumber(reader, params.number);
  const { id } = detail.order;
  return html(
    <OrderPage
      {...{ shell, detail, open, form, notice }}
      reading={{ lang, now }}
      dispatch={loadOrderDispatch(reader, id)}
      settlement={ctx.may("account", "read") ? loadOrderSettlement(reader, id) : null}
      may={mayOf(ctx, detail)}
    />,
    status,
  );
}

function mayOf(ctx: OrderCtx, { order }: OrderDetail) {
  const { principal } = ctx;
  const isOwn = principal.dealerId === null || principal.dealerId === order.dealerId;
  const isStaff = principal.dealerId === null;
  return {
    decide: order.awaiting !== null && ownGate(ctx) === order.awaiting && isOwn,
    cancel: ctx.may("order", "cancel") && isOwn,
    reorder: isOwn && ctx.may("order", isStaff ? "place_on_behalf" : "place"),
    partner: isStaff && ctx.may("partner", "read"),
    phone: !isMasked(principal, "phone"),
    routing: ctx.may("routing", "read"),
    override: ctx.may("routing", "override"),
    release: ctx.may("fulfilment", "release"),
    fulfilment: ctx.may("fulfilment", "read"),
    receipt: ctx.may("receipt", "read"),
  };
}
