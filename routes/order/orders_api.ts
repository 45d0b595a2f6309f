import { z } from "zod";
import { loadDecisions, loadParts } from "~/db/dispatch/order_dispatch.ts";
import { loadOrderShipments } from "~/db/dispatch/order_shipments.ts";
import { loadDetailByNumber } from "~/db/order/order_detail.ts";
import { listOrders } from "~/db/order/order_list.ts";
import { loadOrderByNumber } from "~/db/order/orders.ts";
import { stageOf } from "~/domain/order/order.ts";
import { stages } from "~/domain/order/order_views.ts";
import { isMasked } from "~/domain/platform/principal.ts";
import { answerApi, json } from "~/routes/_entry/answer.ts";
import type { Ctx } from "~/routes/_entry/context.ts";
import { TimeCursor } from "~/routes/_entry/list_page.ts";
import { CursorQuery } from "~/routes/_entry/master_api.ts";
import { listOf } from "~/routes/_entry/reply.ts";
import { route } from "~/routes/_entry/route.ts";
import { Code, Day } from "~/routes/_entry/shapes.ts";
import {
  mayRouting,
  orderShipmentsJson,
  routingJson,
} from "~/routes/dispatch/order_dispatch_json.ts";
import { orderWords } from "~/views/order/text.ts";
import { cancelling } from "./cancellation.tsx";
import { deciding } from "./deciding.ts";
import { detailJson, rowJson } from "./order_json.ts";
import { askedOf, filterOf, OrdersQuery, views } from "./orders_asked.ts";
import { OrderReply, OrderRowReply, StandingReply } from "./replies.ts";
import { ApprovalBody, CancellationBody } from "./schema.ts";

/** As the page's filters, but one that is wrong is told. */
const OrdersCursor = z.strictObject({
  ...CursorQuery.shape,
  after: TimeCursor.optional(),
  q: OrdersQuery.shape.q,
  view: z.enum(views).optional(),
  stage: z.enum(stages).optional(),
  dealer: Code.optional(),
  from: Day.optional(),
  to: Day.optional(),
});

export const ordersByApi = route({
  method: "GET",
  path: "/api/v1/orders",
  resource: "order",
  action: "read",
  summary: "Orders, newest first, by cursor",
  query: OrdersCursor,
  replies: listOf(OrderRowReply),
  handle: (ctx) => {
    const { reader, query: { after, limit, ...query }, url } = ctx;
    const page = { after, limit };
    const { rows, older } = listOrders(
      reader,
      filterOf(reader, askedOf({ dealer: undefined, ...query })),
      page,
    );
    return json({ items: rows.map(rowJson) }, 200, older ? nextOf(url, older) : {});
  },
});

function nextOf(url: URL, older: string): HeadersInit {
  const next = new URL(url);
  next.searchParams.set("after", older);
  return { link: `<${next.pathname}${next.search}>; rel="next"` };
}

export const orderByApi = route({
  method: "GET",
  path: "/api/v1/orders/:number",
  resource: "order",
  action: "read",
  summary:
    "One order: lines, where they are, amounts, price explanation, approvals, shipments, timeline; for staff why it is routed so",
  replies: OrderReply,
  handle: (ctx) => {
    const { reader, params, principal } = ctx;
    const detail = loadDetailByNumber(reader, params.number);
    const parts = loadParts(reader, detail.order.id);
    const showPhone = !isMasked(principal, "phone");
    const headers = { etag: `"${detail.order.version}"` };
    const { id } = detail.order;
    return json(
      {
        ...detailJson(detail, { parts, showPhone }),
        shipments: orderShipmentsJson(ctx, loadOrderShipments(reader, id)),
        ...(mayRouting(ctx) ? { routing: routingJson(loadDecisions(reader, id)[0]) } : {}),
      },
      200,
      headers,
    );
  },
});

export const cancelByApi = route({
  method: "POST",
  path: "/api/v1/orders/:number/cancellation",
  resource: "order",
  action: "cancel",
  summary: "Cancel an order: whole until it is released, afterwards what has not shipped",
  body: CancellationBody,
  replies: StandingReply,
  handle: async (ctx) => {
    const { params: { number }, body: { because, version } } = ctx;
    const decision = await ctx.act({
      ...cancelling(ctx, number, { because, version: version ?? null }),
      reply: () => ({ status: 200, body: "{}" }),
    });
    return decision.ok
      ? standing(ctx, number, decision.replayed)
      : answerApi(ctx, decision, orderWords(ctx.lang).refused);
  },
});

export const approvalByApi = route({
  method: "POST",
  path: "/api/v1/orders/:number/approval",
  resource: "order",
  action: "read",
  summary: "Approve or reject an order at the gate of the token's user",
  body: ApprovalBody,
  replies: StandingReply,
  handle: async (ctx) => {
    const { params: { number }, body: { decision: verdict, reason, version } } = ctx;
    const decision = await ctx.act({
      ...deciding(ctx, number, { verdict, reason, version: version ?? null }),
      reply: () => ({ status: 200, body: "{}" }),
    });
    return decision.ok
      ? standing(ctx, number, decision.replayed)
      : answerApi(ctx, decision, orderWords(ctx.lang).refused);
  },
});

/** How the order stands now, also when the same request comes a second time. */
function standing(
  ctx: Pick<Ctx, "readerFor">,
  number: string,
  replayed = false,
): Response {
  const order = loadOrderByNumber(ctx.readerFor("order", "read"), number);
  const { version, awaiting } = order;
  const headers = {
    etag: `"${version}"`,
    ...(replayed ? { "idempotent-replayed": "true" } : {}),
  };
  return json({ number, version, status: stageOf(order), awaiting }, 200, headers);
}
