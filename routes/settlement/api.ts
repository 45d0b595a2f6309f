import { z } from "zod";
import {
  loadAccountBalance,
  loadAccountDealer,
  loadOpenItems,
} from "~/db/settlement/account_page.ts";
import { loadReceiptFacts } from "~/db/settlement/receipt_facts.ts";
import { listReceipts, loadReceiptPage } from "~/db/settlement/receipt_list.ts";
import { dayOf, startOfDay } from "~/domain/_kernel/period.ts";
import type { OpenItemId, ReceiptRecorded } from "~/domain/settlement/events.ts";
import type { ReceiptRow } from "~/domain/settlement/read_models.ts";
import { recordReceipt, type RecordReceiptRefusal } from "~/domain/settlement/record_receipt.ts";
import { answerApi, json } from "~/routes/_entry/answer.ts";
import { TimeCursor } from "~/routes/_entry/list_page.ts";
import { CursorQuery, pageOf } from "~/routes/_entry/master_api.ts";
import { listOf } from "~/routes/_entry/reply.ts";
import { route } from "~/routes/_entry/route.ts";
import { Code, Currency } from "~/routes/_entry/shapes.ts";
import { settlementWords } from "~/views/settlement/text.ts";
import { AccountReply, ReceiptReply, ReceiptRowReply, RecordedReply } from "./replies.ts";
import { ReceiptBody } from "./schema.ts";

export const createReceiptByApi = route({
  method: "POST",
  path: "/api/v1/receipts",
  resource: "receipt",
  action: "record",
  summary: "Record money received from a dealer",
  creates: true,
  body: ReceiptBody,
  replies: RecordedReply,
  handle: async (ctx) => {
    const { body, lang } = ctx;
    const { dealer, amount: { amountMinor, currency }, method, reference, shipments } = body;
    const decision = await ctx.act({
      load: (facts) => {
        const loaded = loadReceiptFacts(facts, { dealer, currency, reference });
        const system = facts.asSystem("the open items of a dealer in sight");
        const items = loadOpenItems(system, { dealerId: loaded.dealerId, currency });
        return { ...loaded, shipmentOf: new Map(items.map(({ id, shipment }) => [id, shipment])) };
      },
      decide: (facts, by) => {
        const ids = new Map([...facts.shipmentOf].map(([id, shipment]) => [shipment, id]));
        const decision = recordReceipt(
          {
            amountMinor,
            currency,
            method,
            reference,
            receivedAt: body.receivedOn ? startOfDay(body.receivedOn) : by.at,
            // A shipment that has nothing open keeps its number, which is no item: refused by name.
            items: shipments?.map((number) => (ids.get(number) ?? number) as OpenItemId),
          },
          facts,
          by,
        );
        return decision.ok ? decision : { ...decision, refusals: named(decision.refusals, body) };
      },
      reply: (events, { shipmentOf }) => {
        const receipt = events.find(({ type }) => type === "ReceiptRecorded") as ReceiptRecorded;
        const money = (minor: number) => ({ amountMinor: minor, currency });
        const reply = {
          number: receipt.number,
          dealer,
          amount: money(amountMinor),
          unapplied: money(receipt.unappliedMinor),
          applications: receipt.applications.map((application) => ({
            shipment: shipmentOf.get(application.openItemId),
            amount: money(application.amountMinor),
          })),
        };
        return { status: 201, body: JSON.stringify(reply) };
      },
    });
    return answerApi(ctx, decision, settlementWords(lang).refused);
  },
});

/** An item is called by its shipment here: what is refused of it says which, where the body names it. */
function named(
  [first, ...more]: Refusals,
  { shipments = [] }: z.infer<typeof ReceiptBody>,
): Refusals {
  const name = (refusal: RecordReceiptRefusal): RecordReceiptRefusal => {
    if (refusal.reason !== "unknown_open_item") return refusal;
    const index = Number(refusal.at?.split("/").at(-1));
    return { ...refusal, shipment: shipments[index], at: `/shipments/${index}` };
  };
  return [name(first), ...more.map(name)];
}

type Refusals = [RecordReceiptRefusal, ...RecordReceiptRefusal[]];

function shown(row: Omit<ReceiptRow, "key">) {
  const { number, dealer, currency, amountMinor, unappliedMinor } = row;
  const { receivedAt, method, reference } = row;
  return {
    number,
    dealer,
    amount: { amountMinor, currency },
    unapplied: { amountMinor: unappliedMinor, currency },
    receivedOn: dayOf(receivedAt),
    method,
    reference,
  };
}

export const listReceiptsByApi = route({
  method: "GET",
  path: "/api/v1/receipts",
  resource: "receipt",
  action: "read",
  summary: "Money received, newest first, by cursor",
  query: CursorQuery.extend({ after: TimeCursor.optional(), dealer: Code.optional() }),
  replies: listOf(ReceiptRowReply),
  handle: (ctx) => {
    const { after, limit, dealer } = ctx.query;
    const { rows, next } = listReceipts(ctx.reader, { dealer }, { after, limit });
    const items = next === null ? rows : [...rows, rows.at(-1)!];
    return pageOf(ctx.url, items.map(shown), limit, (at) => rows[at]!.key);
  },
});

export const readReceipt = route({
  method: "GET",
  path: "/api/v1/receipts/:number",
  resource: "receipt",
  action: "read",
  summary: "One receipt and what it paid",
  replies: ReceiptReply,
  handle: (ctx) => {
    const receipt = loadReceiptPage(ctx.reader, ctx.params.number);
    const { currency } = receipt;
    return json({
      ...shown(receipt),
      applications: receipt.applications.map(({ shipment, order, amountMinor }) => ({
        shipment,
        order,
        amount: { amountMinor, currency },
      })),
    });
  },
});

export const readAccount = route({
  method: "GET",
  path: "/api/v1/dealers/:code/account",
  resource: "account",
  action: "read",
  summary: "What a dealer owes and may still order for",
  query: z.object({ currency: Currency.optional() }),
  replies: AccountReply,
  handle: (ctx) => {
    const { reader, params, query, now } = ctx;
    const dealer = loadAccountDealer(reader, params.code);
    const currency = query.currency ?? dealer.currency;
    const of = { dealerId: dealer.id, currency };
    const { credit, overdueMinor, advanceMinor } = loadAccountBalance(reader, of, dayOf(now));
    const money = (amountMinor: number) => ({ amountMinor, currency });
    const used = credit ? credit.openOrderMinor + credit.receivableMinor : 0;
    return json({
      dealer: dealer.code,
      currency,
      receivable: money(credit?.receivableMinor ?? 0),
      overdue: money(overdueMinor),
      advance: money(advanceMinor),
      openOrders: money(credit?.openOrderMinor ?? 0),
      limit: credit && money(credit.limitMinor),
      available: credit && money(credit.limitMinor - used),
      openItems: loadOpenItems(reader, of).map((item) => ({
        shipment: item.shipment,
        order: item.order,
        dueOn: item.dueOn,
        amount: money(item.amountMinor),
        open: money(item.openMinor),
      })),
    });
  },
});
