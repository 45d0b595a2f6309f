import { findPartner } from "~/db/channel/partners.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import type { Reply } from "~/db/_engine/idempotency.ts";
import { loadPlacingFacts, type PlacingQuestion } from "~/db/order/placing_facts.ts";
import { placeOrder } from "~/domain/order/place_order.ts";
import { mostLines, type PlacingEvent } from "~/domain/order/placing.ts";
import type { OrderSubmitted } from "~/domain/order/events.ts";
import type { Principal } from "~/domain/platform/principal.ts";
import { answerApi } from "~/routes/_entry/answer.ts";
import { route } from "~/routes/_entry/route.ts";
import { orderWords } from "~/views/order/text.ts";
import { PlacedReply } from "./replies.ts";
import { OrderBody } from "./schema.ts";
import { Unacceptable } from "~/routes/_entry/errors.ts";

/** The channel of orders whose client names none, and the only one of a dealer's own client. */
export const ownChannel = "api";

/** One order, captured durably: 201 comes after its commit is on disk. */
export const createOrder = route({
  method: "POST",
  path: "/api/v1/orders",
  resource: "order",
  action: "place",
  summary: "Place an order",
  creates: true,
  body: OrderBody,
  replies: PlacedReply,
  handle: async (ctx) => {
    const { body, principal } = ctx;
    const channel = body.channel ?? ownChannel;
    const mayDiscount = ctx.may("order", "discount");
    const question = questionOf(body, { principal, mayDiscount, channel });
    const { freight, lines, dealer: _dealer, ...rest } = body;
    const decision = await ctx.act({
      onBehalfOf: onBehalfOf(ctx.reader, body.dealer, principal),
      load: (facts) => loadPlacingFacts(facts, question),
      decide: (facts, by) =>
        placeOrder(
          {
            ...rest,
            channel,
            freightMinor: freight?.amountMinor,
            freightCurrency: freight?.currency,
            lines,
          },
          facts,
          by,
        ),
      reply: created,
    });
    return answerApi(ctx, decision, orderWords(ctx.lang).refused);
  },
});

/** A dealer's own client orders for the dealer; one of ours names the dealer it orders for. */
export function questionOf(
  body: Pick<OrderBody, "dealer" | "address" | "externalNumber" | "lines">,
  { principal, mayDiscount, channel }: {
    principal: Principal;
    mayDiscount: boolean;
    channel: string;
  },
): PlacingQuestion {
  const { dealer, address, externalNumber, lines } = body;
  if (dealer === undefined && principal.dealerId === null) {
    throw new Unacceptable(400, "dealer_missing");
  }
  return {
    dealer: dealer === undefined ? { id: principal.dealerId! } : { code: dealer },
    address,
    externalNumber,
    // One more than an order takes is refused whatever the rest says; it need not be looked up.
    lines: lines.slice(0, mostLines + 1),
    channel,
    mayDiscount,
    boundByDealerLimit: principal.roles.includes("dealer_buyer"),
    boundToChannel: principal.dealerId === null ? null : ownChannel,
  };
}

function created(events: PlacingEvent[]): Reply {
  const order = events.find((event): event is OrderSubmitted => event.type === "OrderSubmitted")!;
  const { number, currency, totalMinor, taxMinor, commercial, awaiting, lines } = order;
  const money = (amountMinor: number) => ({ amountMinor, currency });
  return {
    status: 201,
    body: JSON.stringify({
      number,
      status: commercial,
      awaiting,
      total: money(totalMinor),
      tax: money(taxMinor),
      lines: lines.map((line) => ({
        line: line.lineNo,
        sku: line.sku,
        unit: line.unit,
        quantity: line.quantity,
        amount: money(line.goodsMinor - line.discountMinor),
      })),
    }),
  };
}

/** What our own systems order they order for the dealer: both names stand on it. */
function onBehalfOf(
  reader: Reader,
  dealer: string | undefined,
  { dealerId }: Principal,
): string | null {
  return dealerId === null && dealer !== undefined ? findPartner(reader, dealer)?.id ?? null : null;
}
