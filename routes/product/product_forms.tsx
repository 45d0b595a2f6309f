import { z } from "zod";
import { put } from "~/db/_engine/put.ts";
import { findProduct, products } from "~/db/product/products.ts";
import type { Expected } from "~/domain/_kernel/master.ts";
import { isMasked } from "~/domain/platform/principal.ts";
import type { Product } from "~/domain/product/product.ts";
import { productStates } from "~/domain/product/product_state.ts";
import { goTo, html } from "~/routes/_entry/answer.ts";
import type { Ctx } from "~/routes/_entry/context.ts";
import { NotFound } from "~/routes/_entry/errors.ts";
import { flat } from "~/routes/_entry/flat.ts";
import { wordsOf } from "~/routes/_entry/problem.ts";
import { route } from "~/routes/_entry/route.ts";
import { refilled, saveRecord, type ShowForm } from "~/routes/_entry/save_record.ts";
import { priceText, rateText } from "~/views/_kit/decimal.ts";
import { type FormState, freshForm } from "~/views/_kit/form_state.ts";
import { named } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";
import { ProductFormPage } from "~/views/product/product_form_page.tsx";
import { productWords } from "~/views/product/text.ts";
import { categoryOptions, showProduct } from "./product_pages.tsx";
import { ProductForm } from "./shapes.ts";

type AnyCtx = Ctx<unknown, unknown, unknown, unknown>;
const editing = { resource: "product", action: "edit" } as const;

type Shown = { code?: string; form: FormState; status?: number; isStale?: boolean };

function formPage(ctx: AnyCtx, { code, form, status = 200, isStale }: Shown): Response {
  const stored = code === undefined ? null : findProduct(ctx.reader, code);
  if (code !== undefined && !stored) throw new NotFound("product");
  const typed = Number(form.values.version);
  return html(
    <ProductFormPage
      shell={ctx.shell}
      form={form}
      existing={stored
        ? {
          code: stored.record.code,
          name: named(stored.record, ctx.lang),
          version: typed || stored.version,
        }
        : undefined}
      isStale={isStale}
      categories={categoryOptions(ctx)}
      showsCost={!isMasked(ctx.principal, "cost_price")}
    />,
    status,
  );
}

/** The record as its form shows it. */
function valuesOf({ taxRateBp, costE4, attributes, ...rest }: Product): FormState["values"] {
  return flat({
    ...rest,
    taxRateBp: rateText(taxRateBp),
    costE4: costE4 == null ? "" : priceText(costE4),
    attributes: Object.entries(attributes).map(([name, value]) => ({ name, value })),
  });
}

export const newProduct = route({
  method: "GET",
  path: "/product/new",
  ...editing,
  handle: (ctx) =>
    formPage(ctx, { form: freshForm({ state: "draft", taxRateBp: "13", weightGram: "0" }) }),
});

export const productEdit = route({
  method: "GET",
  path: "/product/:code/edit",
  ...editing,
  handle: (ctx) => {
    const { code } = ctx.params;
    const stored = findProduct(ctx.reader, code);
    if (!stored) throw new NotFound("product");
    return formPage(ctx, { code, form: freshForm(valuesOf(stored.record)) });
  },
});

const showAs = (ctx: AnyCtx, code?: string): ShowForm => (form, how) =>
  formPage(ctx, { code, form, ...how });

function save(
  ctx: AnyCtx & { form: z.infer<typeof ProductForm> },
  { code, expected }: { code?: string; expected: Expected },
): Promise<Response> {
  const { version, ...typed } = ctx.form;
  const record = { ...typed, code: code ?? typed.code };
  if (isMasked(ctx.principal, "cost_price")) delete record.costE4;
  return saveRecord(ctx, {
    master: products,
    record,
    expected,
    words: productWords(ctx.lang).refused,
    values: { ...valuesOf(record), version },
    saved: paths.product(record.code),
    show: showAs(ctx, code),
  });
}

export const productCreate = route({
  method: "POST",
  path: "/product",
  ...editing,
  form: ProductForm,
  refill: (ctx, input) => refilled(ctx, input, showAs(ctx)),
  handle: (ctx) => save(ctx, { expected: "new" }),
});

export const productSave = route({
  method: "POST",
  path: "/product/:code",
  ...editing,
  form: ProductForm.required({ version: true }),
  refill: (ctx, input) => refilled(ctx, input, showAs(ctx, ctx.params.code)),
  handle: (ctx) => save(ctx, { code: ctx.params.code, expected: ctx.form.version }),
});

const StateForm = z.object({ state: z.enum(productStates), version: z.coerce.number().int() });

/** One step in the life of a product, by the same decision as any other change of it. */
export const productState = route({
  method: "POST",
  path: "/product/:code/state",
  ...editing,
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
