import { listCarriers, listShippingNodes } from "~/db/dispatch/fulfilment_list.ts";
import { hasShipment, listShipments } from "~/db/dispatch/shipment_list.ts";
import { loadShipmentPage } from "~/db/dispatch/shipment_page.ts";
import { loadDeliveryFacts } from "~/db/dispatch/shipping_facts.ts";
import { deliverShipment } from "~/domain/dispatch/deliver_shipment.ts";
import { isMasked, isStaff } from "~/domain/platform/principal.ts";
import { goTo, html, statusOf } from "~/routes/_entry/answer.ts";
import type { Ctx } from "~/routes/_entry/context.ts";
import { refusedForm, stoppedForm } from "~/routes/_entry/form_state.ts";
import { pageLinks, rowPageOf } from "~/routes/_entry/list_page.ts";
import { route } from "~/routes/_entry/route.ts";
import { type FormState, freshForm } from "~/views/_kit/form_state.ts";
import { optionsOf } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";
import { ShipmentListPage } from "~/views/dispatch/shipment_list_page.tsx";
import { ShipmentPage } from "~/views/dispatch/shipment_page.tsx";
import { dispatchWords } from "~/views/dispatch/text.ts";
import { DeliveryForm, parcelFilter, ShipmentQuery } from "./schema.ts";

export const shipmentList = route({
  method: "GET",
  path: "/shipment",
  resource: "shipment",
  action: "read",
  query: ShipmentQuery,
  handle: (ctx) => {
    const { lang, now, shell, reader } = ctx;
    const { after: _after, before: _before, ...filter } = ctx.query;
    const number = filter.q?.normalize("NFKC").toUpperCase();
    if (number && hasShipment(reader, number)) return goTo(ctx, paths.shipment(number));
    const page = listShipments(reader, parcelFilter(filter), rowPageOf(ctx.query));
    return html(
      <ShipmentListPage
        shell={shell}
        reading={{ lang, now }}
        rows={page.rows}
        filter={filter}
        nodes={isStaff(ctx.principal) ? optionsOf(listShippingNodes(reader), lang) : []}
        carriers={optionsOf(listCarriers(reader), lang)}
        {...pageLinks(page, (key) => paths.shipments({ ...filter, ...key }))}
        work={ctx.may("fulfilment", "read") ? paths.work() : undefined}
        mayExport={ctx.may("shipment", "export")}
      />,
    );
  },
});

type AnyCtx = Ctx<{ number: string }, unknown, unknown, unknown>;

function show(ctx: AnyCtx, form = freshForm(), status = 200): Response {
  const { lang, now, shell, principal } = ctx;
  const parcel = loadShipmentPage(ctx.readerFor("shipment", "read"), ctx.params.number);
  if (isMasked(principal, "phone")) parcel.to.phone = "";
  return html(
    <ShipmentPage
      shell={shell}
      reading={{ lang, now }}
      parcel={parcel}
      form={form}
      may={{
        deliver: mayDeliver(ctx),
        fulfilment: ctx.may("fulfilment", "read"),
        order: ctx.may("order", "read"),
        money: ctx.may("account", "read"),
      }}
      isOwn={!isStaff(principal)}
    />,
    status,
  );
}

/** An owner sees the parcels of the dealers below, but signs only for the own. */
function mayDeliver(ctx: AnyCtx): boolean {
  return ctx.may("shipment", "deliver") &&
    hasShipment(ctx.readerFor("shipment", "deliver"), ctx.params.number);
}

export const shipment = route({
  method: "GET",
  path: "/shipment/:number",
  resource: "shipment",
  action: "read",
  handle: (ctx) => show(ctx),
});

export const delivery = route({
  method: "POST",
  path: "/shipment/:number/delivery",
  resource: "shipment",
  action: "deliver",
  form: DeliveryForm,
  refill: (ctx, input) => show(ctx, stoppedForm(input, ctx.lang), 422),
  handle: async (ctx) => {
    const { params, form: typed, lang } = ctx;
    const decision = await ctx.act({
      load: (facts) => loadDeliveryFacts(facts, params.number),
      decide: (facts) => deliverShipment(typed, facts),
    });
    if (decision.ok) return goTo(ctx, paths.shipment(params.number));
    const form: FormState = refusedForm(
      typed,
      decision.refusals,
      dispatchWords(lang).refused,
      lang,
    );
    return show(ctx, form, statusOf(decision.refusals));
  },
});
