import { z } from "zod";
import { findOrders, findPartners, findProducts, hitsAtMost } from "~/db/platform/search.ts";
import { isStaff } from "~/domain/platform/principal.ts";
import { html } from "~/routes/_entry/answer.ts";
import type { AnyCtx } from "~/routes/_entry/context.ts";
import { route } from "~/routes/_entry/route.ts";
import { date } from "~/views/_kit/date.tsx";
import { paths } from "~/views/_kit/paths.ts";
import type { Lang } from "~/views/_kit/text.ts";
import { type HitGroup, SearchPage, SearchResults } from "~/views/platform/search_page.tsx";
import { texts } from "~/views/text.ts";
import { findPages } from "./search_pages.ts";

/** One Chinese character already says something; one letter does not. */
const tellsEnough = /\p{Script=Han}|../u;

/** The page, and for the Ctrl K dialog its results alone. */
export const search = route({
  method: "GET",
  path: "/search",
  resource: "home",
  action: "read",
  query: z.object({ q: z.string().trim().max(100).default("") }),
  handle: async (ctx) => {
    const { query: { q }, lang, shell } = ctx;
    const groups = tellsEnough.test(q) ? await find(ctx, q) : null;
    if (ctx.isFragment) return html(<SearchResults {...{ q, groups, lang }} />);
    return html(<SearchPage {...{ shell, q, groups }} />);
  },
});

/** Each kind with the reach of its own right; a kind without one is not looked for. */
async function find(ctx: AnyCtx, q: string): Promise<HitGroup[]> {
  const t = texts(ctx.lang).platform.search;
  const found: HitGroup[] = [
    { title: t.orders, ...limited(ctx.may("order", "read") ? await orders(ctx, q) : []) },
    { title: t.dealers, ...limited(ctx.may("partner", "read") ? await partners(ctx, q) : []) },
    { title: t.products, ...limited(ctx.may("product", "read") ? await products(ctx, q) : []) },
    { title: t.pages, ...limited(findPages(ctx, q)) },
  ];
  return found.filter(({ hits }) => hits.length > 0);
}

function limited<Hit>(hits: Hit[]): { hits: Hit[]; isMore: boolean } {
  return { hits: hits.slice(0, hitsAtMost), isMore: hits.length > hitsAtMost };
}

type Names = { nameZh: string; nameEn: string };
const nameIn = (lang: Lang, { nameZh, nameEn }: Names) => lang === "zh" ? nameZh : nameEn || nameZh;

async function orders(ctx: AnyCtx, q: string) {
  const { lang, now } = ctx;
  const found = await findOrders(ctx.readerFor("order", "read"), q);
  return found.map(({ number, dealerZh, dealerEn, submittedAt }) => ({
    href: paths.order(number),
    label: number,
    note: nameIn(lang, { nameZh: dealerZh, nameEn: dealerEn }),
    value: date(submittedAt, { lang, now }),
  }));
}

async function partners(ctx: AnyCtx, q: string) {
  const found = await findPartners(ctx.readerFor("partner", "read"), q);
  return found.map(({ code, ...names }) => ({
    href: paths.partner(code),
    label: nameIn(ctx.lang, names),
    note: code,
  }));
}

async function products(ctx: AnyCtx, q: string) {
  const onlyOnSale = !isStaff(ctx.principal);
  const found = await findProducts(ctx.readerFor("product", "read"), q, { onlyOnSale });
  return found.map(({ code, specification, ...names }) => ({
    href: paths.product(code),
    label: nameIn(ctx.lang, names),
    note: `${code} ${specification}`,
  }));
}
