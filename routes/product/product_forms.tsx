import { z } from "zod";
import { put } from "~/db/_engine/put.ts";
import { findProduct, products } from "~/db/product/products.ts";
import { isMasked } from "~/domain/platform/principal.ts";
import type { Product } from "~/domain/product/product.ts";
import { productStates } from "~/domain/product/product_state.ts";
import { goTo } from "~/routes/_entry/answer.ts";
import { NotFound } from "~/routes/_entry/errors.ts";
import type { AnyCtx } from "~/routes/_entry/context.ts";
import { masterForms } from "~/routes/_entry/master_forms.ts";
import { wordsOf } from "~/routes/_entry/problem.ts";
import { route } from "~/routes/_entry/route.ts";
import { priceText, rateText } from "~/views/_kit/decimal.ts";
import { paths } from "~/views/_kit/paths.ts";
import { ProductFormPage } from "~/views/product/product_form_page.tsx";
import { productWords } from "~/views/product/text.ts";
import { categoryOptions, showProduct } from "./product_pages.tsx";
import { ProductForm } from "./shapes.ts";

/** The record as its form shows it. */
function valuesOf({ taxRateBp, costE4, attributes, ...rest }: Product) {
  return {
    ...rest,
    taxRateBp: rateText(taxRateBp),
    costE4: costE4 == null ? "" : priceText(costE4),
    attributes: Object.entries(attributes).map(([name, value]) => ({ name, value })),
  };
}

const masksCost = ({ principal }: AnyCtx) => isMasked(principal, "cost_price");

export const productForms = masterForms({
  path: "/product",
  form: "edit",
  resource: "product",
  master: products,
  find: findProduct,
  fields: ProductForm,
  recordOf: ({ costE4, ...typed }, ctx): Product => masksCost(ctx) ? typed : { ...typed, costE4 },
  fresh: () => ({ state: "draft", taxRateBp: "13", weightGram: "0" }),
  valuesOf,
  words: (lang) => productWords(lang).refused,
  saved: paths.product,
  page: (ctx, form) => (
    <ProductFormPage {...form} categories={categoryOptions(ctx)} showsCost={!masksCost(ctx)} />
  ),
});

const StateForm = z.object({ state: z.enum(productStates), version: z.coerce.number().int() });

/** One step in the life of a product, by the same decision as any other change of it. */
export const productState = route({
  method: "POST",
  path: "/product/:code/state",
  resource: "product",
  action: "edit",
  form: StateForm,
  handle: async (ctx) => {
    const { code } = ctx.params;
    const { state, version } = ctx.form;
    const decision = await ctx.act({
      load(reader) {
        const stored = findProduct(reader, code);
        if (!stored) throw new NotFound("product");
        const unit = put(products, { ...stored.record, state }, version);
        return { unit, facts: unit.load(reader) };
      },
      decide: ({ unit, facts }, by) => unit.decide(facts, by),
    });
    if (decision.ok) return goTo(ctx, paths.product(code));
    const [refusal] = decision.refusals;
    const isStale = refusal.reason === "changed_meanwhile";
    const refused = wordsOf(refusal, productWords(ctx.lang).refused, ctx.lang);
    return showProduct(ctx, code, { refused, status: isStale ? 409 : 422 });
  },
});
