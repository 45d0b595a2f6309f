import { z } from "zod";
import { listOrganisations } from "~/db/channel/organisations.ts";
import { listRegions } from "~/db/channel/regions.ts";
import { pagePriceLists } from "~/db/policy/price_list_list.ts";
import { findPriceList, priceLists } from "~/db/policy/price_lists.ts";
import { dayOf } from "~/domain/_kernel/period.ts";
import type { PriceList } from "~/domain/policy/price/price_list.ts";
import { html } from "~/routes/_entry/answer.ts";
import { pageKeys, rowsAsked, shownPage } from "~/routes/_entry/list_page.ts";
import type { AnyCtx } from "~/routes/_entry/context.ts";
import { masterForms } from "~/routes/_entry/master_forms.ts";
import { route } from "~/routes/_entry/route.ts";
import { PriceListFormPage } from "~/views/policy/price_list_form_page.tsx";
import { PriceListListPage } from "~/views/policy/price_list_list_page.tsx";
import { policyWords } from "~/views/policy/text.ts";
import { optionsOf } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";
import { PriceListForm } from "./shapes.ts";

const Filter = z.object({
  q: z.string().trim().max(60).optional(),
  sku: z.string().max(60).optional(),
});

export const priceListList = route({
  method: "GET",
  path: "/price-list",
  resource: "price",
  action: "read",
  query: Filter.extend(pageKeys),
  handle: (ctx) => {
    const { after, before, ...filter } = ctx.query;
    const found = pagePriceLists(ctx.reader, { ...ctx.query, limit: rowsAsked });
    const { rows, newer, older } = shownPage(found, {
      after,
      before,
      keyOf: ({ code }) => code,
      to: (key) => paths.priceLists({ ...filter, ...key }),
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

/** The record as its fields show it: days instead of instants. */
function valuesOf({ validFrom, validUntil, ...rest }: PriceList) {
  const until = validUntil === null ? "" : dayOf(validUntil);
  return { ...rest, validFrom: dayOf(validFrom), validUntil: until };
}

function regionsFor({ reader, lang }: AnyCtx) {
  return optionsOf(listRegions(reader).map(({ record }) => record), lang);
}

function organisationsFor({ reader, lang }: AnyCtx) {
  const all = listOrganisations(reader);
  return optionsOf(all.map(({ record }) => record), lang);
}

export const priceListForms = masterForms({
  path: "/price-list",
  form: "edit",
  resource: "price",
  master: priceLists,
  find: findPriceList,
  fields: PriceListForm,
  recordOf: (typed) => typed,
  fresh: ({ now }) => ({ currency: "CNY", validFrom: dayOf(now) }),
  valuesOf,
  words: (lang) => policyWords(lang).refused,
  saved: (code) => paths.priceList(code),
  page: (ctx, form) => (
    <PriceListFormPage
      {...form}
      organisations={organisationsFor(ctx)}
      regions={regionsFor(ctx)}
    />
  ),
});
