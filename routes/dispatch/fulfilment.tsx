import { z } from "zod";
import { listCarriers } from "~/db/dispatch/fulfilment_list.ts";
import { loadFulfilmentPage } from "~/db/dispatch/fulfilment_page.ts";
import { fulfilmentIdByNumber } from "~/db/dispatch/fulfilments.ts";
import { loadShippingFacts } from "~/db/dispatch/shipping_facts.ts";
import type { FulfilmentPage as Part } from "~/domain/dispatch/read_models.ts";
import type { ParcelShipped } from "~/domain/dispatch/events.ts";
import { shipParcel } from "~/domain/dispatch/ship_parcel.ts";
import { isMasked } from "~/domain/platform/principal.ts";
import { goTo, html, statusOf } from "~/routes/_entry/answer.ts";
import type { Ctx } from "~/routes/_entry/context.ts";
import { refusedForm, stoppedForm } from "~/routes/_entry/form_state.ts";
import { route } from "~/routes/_entry/route.ts";
import { type FormState, freshForm } from "~/views/_kit/form_state.ts";
import { optionsOf } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";
import { FulfilmentPage } from "~/views/dispatch/fulfilment_page.tsx";
import { PackingSlipPage, PickListPage } from "~/views/dispatch/paper_pages.tsx";
import { dispatchWords } from "~/views/dispatch/text.ts";
import { DocumentNumber, ShipForm } from "./schema.ts";

type AnyCtx = Ctx<{ number: string }, unknown, unknown, unknown>;

function loadPart(ctx: AnyCtx): Part {
  const part = loadFulfilmentPage(ctx.readerFor("fulfilment", "read"), ctx.params.number);
  return isMasked(ctx.principal, "phone") ? { ...part, to: { ...part.to, phone: "" } } : part;
}

function show(
  ctx: AnyCtx,
  { form, done, status }: { form?: FormState; done?: string; status?: number } = {},
): Response {
  const { lang, now, shell } = ctx;
  const part = loadPart(ctx);
  const t = dispatchWords(lang).part;
  return html(
    <FulfilmentPage
      shell={shell}
      reading={{ lang, now }}
      part={part}
      carriers={optionsOf(listCarriers(ctx.reader), lang)}
      form={form ?? freshForm(filledWithWhatIsLeft(part))}
      idempotencyKey={ctx.engine.seams.newId()}
      may={{
        ship: ctx.may("fulfilment", "ship"),
        release: ctx.may("fulfilment", "release"),
        order: ctx.may("order", "read"),
        shipment: ctx.may("shipment", "read"),
      }}
      notice={done ? { tone: "ok", words: t.done(done) } : undefined}
    />,
    status,
  );
}

function filledWithWhatIsLeft({ carrier, lines }: Part): FormState["values"] {
  return {
    carrier: carrier?.code ?? "",
    trackingNumber: "",
    lines: lines.filter(({ left }) => left > 0).map(({ lineNo, left, unit: { factor } }) => ({
      lineNo,
      packs: Math.floor(left / factor),
      rest: left % factor,
    })),
  };
}

export const fulfilment = route({
  method: "GET",
  path: "/fulfilment/:number",
  resource: "fulfilment",
  action: "read",
  query: z.object({ done: DocumentNumber.optional() }),
  handle: (ctx) => show(ctx, { done: ctx.query.done }),
});

export const pickList = route({
  method: "GET",
  path: "/fulfilment/:number/pick-list",
  resource: "fulfilment",
  action: "read",
  handle: (ctx) => {
    const { shell, lang, now } = ctx;
    return html(<PickListPage {...{ shell, reading: { lang, now } }} part={loadPart(ctx)} />);
  },
});

export const packingSlip = route({
  method: "GET",
  path: "/fulfilment/:number/packing-slip",
  resource: "fulfilment",
  action: "read",
  query: z.object({ shipment: DocumentNumber.optional() }),
  handle: (ctx) => {
    const { shell, lang, now } = ctx;
    const { shipment } = ctx.query;
    return html(
      <PackingSlipPage {...{ shell, reading: { lang, now }, shipment }} part={loadPart(ctx)} />,
    );
  },
});

export const ship = route({
  method: "POST",
  path: "/fulfilment/:number/shipment",
  resource: "fulfilment",
  action: "ship",
  form: ShipForm,
  refill: (ctx, input) => show(ctx, { form: stoppedForm(input, ctx.lang), status: 422 }),
  handle: async (ctx) => {
    const { params, form: typed, lang } = ctx;
    const { version, trackingNumber } = typed;
    const carrier = typed.carrier || undefined;
    const decision = await ctx.act({
      load: (facts) => {
        const fulfilmentId = fulfilmentIdByNumber(facts, params.number);
        return loadShippingFacts(facts, { fulfilmentId, carrier });
      },
      decide: (facts, by) => {
        const factors = new Map(
          facts.order.lines.map(({ lineNo, unitFactor }) => [lineNo, unitFactor]),
        );
        const lines = typed.lines.map(({ lineNo, packs, rest }) => ({
          lineNo,
          quantity: packs * (factors.get(lineNo) ?? 1) + rest,
        }));
        return shipParcel({ version, carrier, trackingNumber, lines }, facts, by);
      },
      reply: (events) => {
        const { number } = events.find(({ type }) => type === "ParcelShipped") as ParcelShipped;
        return { status: 303, body: paths.fulfilment(params.number, { done: number }) };
      },
    });
    if (decision.ok) return goTo(ctx, decision.reply!.body);
    const form = refusedForm(typed, decision.refusals, dispatchWords(lang).refused, lang);
    return show(ctx, { form, status: statusOf(decision.refusals) });
  },
});
