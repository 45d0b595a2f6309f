import { z } from "zod";
import { put } from "~/db/_engine/put.ts";
import { listOrganisations } from "~/db/channel/organisations.ts";
import { listRegions } from "~/db/channel/regions.ts";
import { pagePriceLists } from "~/db/policy/price_list_list.ts";
import { findPriceList, priceLists } from "~/db/policy/price_lists.ts";
import type { Stored } from "~/domain/_kernel/master.ts";
import { dayOf } from "~/domain/_kernel/period.ts";
import type { PriceList } from "~/domain/policy/price/price_list.ts";
import { goTo, html } from "~/routes/_entry/answer.ts";
import type { Ctx } from "~/routes/_entry/context.ts";
import { NotFound } from "~/routes/_entry/errors.ts";
import { refusedForm, stoppedForm } from "~/routes/_entry/form_state.ts";
import { route } from "~/routes/_entry/route.ts";
import { optionsOf } from "~/routes/inventory/options.ts";
import { Shown, shownPage } from "~/routes/inventory/pages.ts";
import { PriceListFormPage } from "~/views/policy/price_list_form_page.tsx";
import { PriceListListPage } from "~/views/policy/price_list_list_page.tsx";
import { policyWords } from "~/views/policy/text.ts";
import { type FormState, freshForm } from "~/views/_kit/form_state.ts";
import { named } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";
import { PriceListForm } from "./shapes.ts";

const pageRows = 50;
const mostOptions = 500;

const Filter = z.object({
  q: z.string().trim().max(60).optional(),
  sku: z.string().max(60).optional(),
});

export const priceListList = route({
  method: "GET",
  path: "/price-list",
  resource: "price",
  action: "read",
  query: Filter.extend(Shown),
  handle: (ctx) => {
    const { after, before, ...filter } = ctx.query;
    const found = pagePriceLists(ctx.reader, { ...ctx.query, limit: pageRows + 1 });
    const { rows, newer, older } = shownPage(found, {
      ...{ after, before, size: pageRows },
      keyOf: ({ code }) => code,
      pathTo: (key) => paths.priceLists({ ...filter, ...key }),
    });
    const may = {
      edit: ctx.may("price", "edit"),
      import: ctx.may("price", "import"),
      credit: ctx.may("credit", "read"),
    };
    return html(
      <PriceListListPage
        shell={ctx.shell}
        reading={{ lang: ctx.lang, now: ctx.now }}
        {...{ rows, newer, older, filter, may }}
      />,
    );
  },
});

type AnyCtx = Ctx<unknown, unknown, unknown, unknown>;

export function storedPriceList(ctx: AnyCtx, code: string): Stored<PriceList> {
  const stored = findPriceList(ctx.reader, code);
  if (!stored) throw new NotFound("price list");
  return stored;
}

function formPage(ctx: AnyCtx, form: FormState, stored: Stored<PriceList> | null, status = 200) {
  const { lang, reader } = ctx;
  const list = stored
    ? {
      code: stored.record.code,
      name: named(stored.record, lang),
      version: stored.version,
      stale: status === 409,
    }
    : undefined;
  const page = { after: null, limit: mostOptions };
  const organisations = optionsOf(
    listOrganisations(reader, page).map(({ record }) => record),
    lang,
  );
  const regions = optionsOf(listRegions(reader, page).map(({ record }) => record), lang);
  return html(
    <PriceListFormPage shell={ctx.shell} {...{ form, list, organisations, regions }} />,
    status,
  );
}

export const newPriceList = route({
  method: "GET",
  path: "/price-list/new",
  resource: "price",
  action: "edit",
  handle: (ctx) => formPage(ctx, freshForm({ currency: "CNY", validFrom: dayOf(ctx.now) }), null),
});

export const editPriceList = route({
  method: "GET",
  path: "/price-list/:code/edit",
  resource: "price",
  action: "edit",
  handle: (ctx) => {
    const stored = storedPriceList(ctx, ctx.params.code);
    return formPage(ctx, freshForm(typed(stored.record)), stored);
  },
});

/** The record as its fields take it back: days instead of instants. */
function typed({ validFrom, validUntil, ...rest }: PriceList | PriceListForm) {
  const until = validUntil === null ? "" : dayOf(validUntil);
  return { ...rest, validFrom: dayOf(validFrom), validUntil: until };
}

async function save(ctx: Ctx<unknown, unknown, PriceListForm>, code: string): Promise<Response> {
  const { form: { version, ...form }, lang } = ctx;
  const decision = await ctx.act(put(priceLists, { ...form, code }, version ?? "new"));
  if (decision.ok) return goTo(ctx, paths.priceList(code));
  const words = policyWords(lang).refused;
  const state = refusedForm(typed({ ...form, code }), decision.refusals, words, lang);
  const stale = decision.refusals.some(({ reason }) => reason === "changed_meanwhile");
  const stored = version === undefined ? null : { ...storedPriceList(ctx, code), version };
  return formPage(ctx, state, stored, stale ? 409 : 422);
}

export const createPriceList = route({
  method: "POST",
  path: "/price-list",
  resource: "price",
  action: "edit",
  form: PriceListForm.required({ code: true }),
  refill: (ctx, input) => formPage(ctx, stoppedForm(input, ctx.lang), null, 422),
  handle: (ctx) => save(ctx, ctx.form.code),
});

export const savePriceList = route({
  method: "POST",
  path: "/price-list/:code",
  resource: "price",
  action: "edit",
  form: PriceListForm,
  refill: (ctx, input) =>
    formPage(ctx, stoppedForm(input, ctx.lang), storedPriceList(ctx, ctx.params.code), 422),
  handle: (ctx) => save(ctx, ctx.params.code),
});
