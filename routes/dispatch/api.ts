import { loadParts } from "~/db/dispatch/order_dispatch.ts";
import { fulfilmentIdByNumber } from "~/db/dispatch/fulfilments.ts";
import { loadShipmentPage } from "~/db/dispatch/shipment_page.ts";
import {
  loadDeliveryFacts,
  loadReleaseFacts,
  loadShippingFacts,
} from "~/db/dispatch/shipping_facts.ts";
import { loadOrderByNumber, loadSkuCodes, orderIdByNumber } from "~/db/order/orders.ts";
import { type DeliverRefusal, deliverShipment } from "~/domain/dispatch/deliver_shipment.ts";
import type { ParcelShipped } from "~/domain/dispatch/events.ts";
import { releaseOrder } from "~/domain/dispatch/release_order.ts";
import { shipParcel } from "~/domain/dispatch/ship_parcel.ts";
import { stageOf } from "~/domain/order/order.ts";
import { answerApi, json } from "~/routes/_entry/answer.ts";
import type { Ctx } from "~/routes/_entry/context.ts";
import { NotFound } from "~/routes/_entry/errors.ts";
import { route } from "~/routes/_entry/route.ts";
import { dispatchWords } from "~/views/dispatch/text.ts";
import {
  DeliveredReply,
  FulfilmentsReply,
  ReleaseReply,
  ShipmentReply,
  ShippedReply,
} from "./replies.ts";
import { DeliveryBody, OrderDeliveryBody, ReleaseBody, ShipmentBody } from "./schema.ts";

export const createShipment = route({
  method: "POST",
  path: "/api/v1/orders/:number/shipments",
  resource: "fulfilment",
  action: "ship",
  summary: "Hand a parcel of an order to its carrier",
  creates: true,
  body: ShipmentBody,
  replies: ShippedReply,
  handle: async (ctx) => {
    const { params, body } = ctx;
    const { carrier, trackingNumber = "" } = body;
    const lines = body.lines?.map(({ line, quantity }) => ({ lineNo: line, quantity }));
    const decision = await ctx.act({
      load: (facts) => {
        const fulfilmentId = fulfilmentIdByNumber(facts, body.fulfilment);
        const shipping = loadShippingFacts(facts, { fulfilmentId, carrier });
        if (shipping.order.number !== params.number) throw new NotFound("fulfilment");
        return { ...shipping, skuCodes: loadSkuCodes(facts, shipping.order.lines) };
      },
      decide: (facts, by) => {
        const version = body.version ?? facts.fulfilment.version;
        return shipParcel({ version, carrier, trackingNumber, lines }, facts, by);
      },
      reply: (events, { skuCodes, fulfilment }) => {
        const parcel = events.find(({ type }) => type === "ParcelShipped") as ParcelShipped;
        const { number, currency, goodsMinor, freightMinor, taxMinor } = parcel;
        const item = events.find((event) => event.type === "OpenItemOpened");
        const money = (amountMinor: number) => ({ amountMinor, currency });
        const reply = {
          number,
          order: params.number,
          fulfilment: fulfilment.number,
          trackingNumber,
          status: parcel.fulfilment,
          amount: money(goodsMinor + freightMinor),
          tax: money(taxMinor),
          dueOn: item?.type === "OpenItemOpened" ? item.dueOn : null,
          lines: parcel.lines.map((line) => ({
            line: line.lineNo,
            sku: skuCodes.get(line.skuId),
            quantity: line.quantity,
            amount: money(line.goodsMinor),
          })),
        };
        return { status: 201, body: JSON.stringify(reply) };
      },
    });
    return answerApi(ctx, decision, dispatchWords(ctx.lang).refused);
  },
});

type Delivered = { signedBy: string; version?: number };

async function deliver(
  ctx: Ctx<unknown, unknown, unknown, unknown>,
  { shipment, order, signedBy, version }: Delivered & { shipment: string; order?: string },
): Promise<Response> {
  const decision = await ctx.act({
    load: (facts) => {
      const delivery = loadDeliveryFacts(facts, shipment);
      if (order && delivery.order.number !== order) throw new NotFound("shipment");
      return delivery;
    },
    decide: (facts) =>
      deliverShipment({ signedBy, version: version ?? facts.shipment.version }, facts),
    reply: (events, facts) => {
      const [delivered] = events;
      const reply = {
        number: shipment,
        order: facts.order.number,
        status: delivered?.fulfilment,
        signedBy,
      };
      return { status: 200, body: JSON.stringify(reply) };
    },
  });
  return answerApi<unknown, DeliverRefusal>(ctx, decision, dispatchWords(ctx.lang).refused);
}

export const deliverOne = route({
  method: "POST",
  path: "/api/v1/shipments/:number/delivery",
  resource: "shipment",
  action: "deliver",
  summary: "Record that a shipment was signed for",
  body: DeliveryBody,
  replies: DeliveredReply,
  handle: (ctx) => deliver(ctx, { ...ctx.body, shipment: ctx.params.number }),
});

export const deliverOfOrder = route({
  method: "POST",
  path: "/api/v1/orders/:number/deliveries",
  resource: "shipment",
  action: "deliver",
  summary: "Record that a shipment of an order was signed for",
  body: OrderDeliveryBody,
  replies: DeliveredReply,
  handle: (ctx) => deliver(ctx, { ...ctx.body, order: ctx.params.number }),
});

export const releaseByApi = route({
  method: "POST",
  path: "/api/v1/orders/:number/release",
  resource: "fulfilment",
  action: "release",
  summary: "Hand the routed parts of an order to their warehouses",
  body: ReleaseBody,
  replies: ReleaseReply,
  handle: async (ctx) => {
    const { params, body } = ctx;
    const decision = await ctx.act({
      load: (facts) => loadReleaseFacts(facts, orderIdByNumber(facts, params.number)),
      decide: (facts) => releaseOrder({ version: body.version ?? facts.order.version }, facts),
      reply: (events, { planned }) => {
        const reply = {
          number: params.number,
          status: events[0]?.fulfilment,
          fulfilments: planned.map(({ number }) => number),
        };
        return { status: 200, body: JSON.stringify(reply) };
      },
    });
    return answerApi(ctx, decision, dispatchWords(ctx.lang).refused);
  },
});

export const listFulfilments = route({
  method: "GET",
  path: "/api/v1/orders/:number/fulfilments",
  resource: "fulfilment",
  action: "read",
  summary: "The parts of an order, one for each node that ships it",
  replies: FulfilmentsReply,
  handle: (ctx) => {
    const order = loadOrderByNumber(ctx.reader, ctx.params.number);
    const items = loadParts(ctx.reader, order.id).map(({ node, carrier, ...part }) => ({
      ...part,
      node: node.code,
      carrier: carrier?.nameZh ?? null,
    }));
    return json({ number: order.number, status: stageOf(order), items });
  },
});

export const readShipment = route({
  method: "GET",
  path: "/api/v1/shipments/:number",
  resource: "shipment",
  action: "read",
  summary: "One shipment",
  replies: ShipmentReply,
  handle: (ctx) => {
    const parcel = loadShipmentPage(ctx.reader, ctx.params.number);
    const { currency } = parcel;
    const money = (amountMinor: number) =>
      ctx.may("account", "read") ? { amountMinor, currency } : undefined;
    const { province, city, street } = parcel.to;
    return json(
      {
        number: parcel.number,
        order: parcel.order.number,
        fulfilment: parcel.fulfilment,
        dealer: parcel.dealer.code,
        node: parcel.node.code,
        carrier: parcel.carrier?.nameZh ?? null,
        trackingNumber: parcel.trackingNumber,
        to: { province, city, street },
        shippedAt: parcel.shippedAt,
        deliveredAt: parcel.deliveredAt,
        signedBy: parcel.signedBy,
        amount: money(parcel.goodsMinor + parcel.freightMinor),
        tax: money(parcel.taxMinor),
        lines: parcel.lines.map(({ lineNo, sku, quantity, goodsMinor }) => ({
          line: lineNo,
          sku,
          quantity,
          amount: money(goodsMinor),
        })),
      },
      200,
      { etag: `"${parcel.version}"` },
    );
  },
});
