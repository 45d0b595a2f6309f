import { z } from "zod";
import { byOf } from "~/db/_engine/transact.ts";
import type { PadDealer } from "~/db/order/drafts.ts";
import { loadPlacingFacts } from "~/db/order/placing_facts.ts";
import { listCategories } from "~/db/product/categories.ts";
import { listProducts } from "~/db/product/product_list.ts";
import { skusByCodes } from "~/db/product/skus.ts";
import { accept } from "~/domain/_kernel/decision.ts";
import { wholeNumber } from "~/domain/order/edit_draft.ts";
import { previewOrder } from "~/domain/order/preview_order.ts";
import { goTo, html } from "~/routes/_entry/answer.ts";
import { rowPageOf } from "~/routes/_entry/list_page.ts";
import { route } from "~/routes/_entry/route.ts";
import { named } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";
import type { Lang } from "~/views/_kit/text.ts";
import { type CatalogueAsked, CataloguePage } from "~/views/order/catalogue_page.tsx";
import { catalogueWords } from "~/views/order/catalogue_text.ts";
import { addToDraft } from "./pad/draft.ts";
import { commandOf, isOnBehalf, type PadCtx, padDealer, questionOf } from "./pad/pad_state.ts";
import { emptyContent } from "~/domain/order/save_draft.ts";

const Text = z.string().trim().max(100).optional().transform((text) => text || undefined);
const asked = { q: Text, category: Text, dealer: Text, after: Text, before: Text };
const CatalogueQuery = z.object({
  ...asked,
  added: z.coerce.number().int().min(1).optional().catch(undefined),
});
const CatalogueForm = z.object({
  ...asked,
  code: z.array(z.string().max(60)).default([]),
  quantity: z.array(z.string().max(40)).default([]),
});
type Wishes = { code: string; typed: string; quantity: number | null }[];

export const catalogue = route({
  method: "GET",
  path: "/catalogue",
  resource: "order",
  action: "place",
  query: CatalogueQuery,
  handle: (ctx) => {
    const { added = null, ...query } = ctx.query;
    return show(ctx as unknown as PadCtx, query, { added });
  },
});

/** All quantities of the page at once; what cannot be read stays in its box with the reason. */
export const catalogueChoice = route({
  method: "POST",
  path: "/catalogue",
  resource: "order",
  action: "place",
  form: CatalogueForm,
  handle: async (given) => {
    const ctx = given as unknown as PadCtx;
    const { code, quantity, ...query } = given.form;
    const t = catalogueWords(ctx.lang);
    const wishes: Wishes = code.flatMap((each, at) => {
      const typed = quantity[at]?.trim() ?? "";
      return typed === "" ? [] : [{ code: each, typed, quantity: wholeNumber(typed) }];
    });
    const bad = (words?: string) => words ? { tone: "bad" as const, words } : undefined;
    if (wishes.some((wish) => !wish.quantity)) return show(ctx, query, { wishes, status: 422 });
    if (wishes.length === 0) return show(ctx, query, { notice: bad(t.nothing), status: 422 });
    const dealer = padDealer(ctx, query.dealer);
    const skus = skusByCodes(ctx.readerFor("product", "read"), wishes.map((wish) => wish.code));
    const rows = wishes.map((wish) => ({
      code: wish.code,
      unit: skus.get(wish.code)?.salesUnit ?? "",
      quantity: wish.quantity!,
    }));
    const kept = await addToDraft(ctx, dealer, rows);
    if (!kept) return show(ctx, query, { wishes, notice: bad(t.stale), status: 409 });
    return goTo(ctx, paths.catalogue({ ...query, added: wishes.length }));
  },
});

type Shown = {
  wishes?: Wishes;
  added?: number | null;
  notice?: { tone: "ok" | "bad"; words: string };
  status?: number;
};

async function show(
  ctx: PadCtx,
  asked: CatalogueAsked,
  { wishes = [], added = null, notice, status }: Shown = {},
): Promise<Response> {
  const { lang, shell } = ctx;
  const dealer = padDealer(ctx, asked.dealer);
  const reader = ctx.readerFor("product", "read");
  const { rows: skus, ...ends } = listProducts(reader, {
    ...asked,
    state: "on_sale",
  }, rowPageOf(asked));
  const prices = await pricesOf(ctx, dealer, skus.map(({ code }) => code));
  const rows = skus.map((sku, index) => ({
    ...sku,
    index,
    unit: sku.salesUnit,
    priceE4: prices.get(index)?.priceE4 ?? null,
    available: prices.get(index)?.available ?? 0,
    ...typedFor(wishes, sku.code, lang),
  }));
  return html(
    <CataloguePage
      {...{ shell, dealer, asked, rows, notice, added, ...ends }}
      onBehalf={isOnBehalf(ctx)}
      categories={categoriesOf(ctx)}
    />,
    status,
  );
}

function typedFor(wishes: Wishes, code: string, lang: Lang): { typed: string; error?: string } {
  const wish = wishes.find((each) => each.code === code);
  if (!wish) return { typed: "" };
  const { typed, quantity } = wish;
  return quantity ? { typed } : { typed, error: catalogueWords(lang).wrong(typed) };
}

/** What one of each would cost this dealer, and how many there are: as the pad would say. */
async function pricesOf(ctx: PadCtx, dealer: PadDealer, codes: readonly string[]) {
  const command = {
    ...commandOf(ctx, emptyContent, dealer),
    lines: codes.map((sku) => ({ sku, quantity: 1 })),
  };
  const { loaded } = await ctx.foresee({
    load: (facts) => loadPlacingFacts(facts, questionOf(ctx, command, dealer)),
    decide: () => accept<never>(),
  });
  const { lines } = previewOrder(command, loaded, byOf(ctx.author, ctx.engine.seams));
  return new Map(lines.map((line) => [line.index, line]));
}

/** The tree as a list, each below its parent. */
function categoriesOf(ctx: PadCtx): { code: string; name: string; level: number }[] {
  const all = listCategories(ctx.readerFor("category", "read")).map(({ record }) => record);
  const below = (
    parent: string | null,
    level: number,
  ): { code: string; name: string; level: number }[] =>
    all.filter(({ parentCode }) => parentCode === parent).flatMap((record) => [
      { code: record.code, name: named(record, ctx.lang), level },
      ...below(record.code, level + 1),
    ]);
  return below(null, 0);
}
