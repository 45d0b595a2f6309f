import { creditAccounts, findCreditTerms, listCreditTerms } from "~/db/policy/credit_accounts.ts";
import { pageCredits } from "~/db/policy/credit_list.ts";
import { findPriceList, listPriceLists, priceLists } from "~/db/policy/price_lists.ts";
import { pagePriceRows } from "~/db/policy/price_row_list.ts";
import { loadPutPriceListFacts } from "~/db/policy/price_rows.ts";
import type { Expected } from "~/domain/_kernel/master.ts";
import type { CreditTerms } from "~/domain/policy/credit/credit_terms.ts";
import { priceText } from "~/domain/policy/price/price_text.ts";
import { putPriceList } from "~/domain/policy/price/put_price_list.ts";
import { json } from "~/routes/_entry/answer.ts";
import { parse } from "~/routes/_entry/body.ts";
import type { Ctx } from "~/routes/_entry/context.ts";
import { NotFound, Unacceptable } from "~/routes/_entry/errors.ts";
import { CursorQuery, expectedVersion, masterApi, pageOf } from "~/routes/_entry/master_api.ts";
import { refusedProblem } from "~/routes/_entry/problem.ts";
import { listOf } from "~/routes/_entry/reply.ts";
import { type Route, route } from "~/routes/_entry/route.ts";
import { policyWords } from "~/views/policy/text.ts";
import { keyText, readKey, RowCursor } from "./row_key.ts";
import {
  CreditReply,
  CreditTermsBody,
  PriceListBody,
  PriceListPut,
  PriceListReply,
  PriceRowReply,
} from "./shapes.ts";

const headers = masterApi({
  path: "price-lists",
  keyName: "code",
  resource: "price",
  master: priceLists,
  schema: PriceListBody,
  reply: PriceListReply,
  find: findPriceList,
  list: listPriceLists,
  words: (lang) => policyWords(lang).refused,
}).filter(({ method }) => method === "GET");

/** A list and some of its rows: those given are added or changed, the others stay. */
const putList = route({
  method: "PUT",
  path: "/api/v1/price-lists/:code",
  resource: "price",
  action: "edit",
  summary: "Create or update a price list, and add or change rows of it",
  body: PriceListPut,
  replies: PriceListReply,
  handle: async (ctx) => {
    const { code } = ctx.params;
    const { rows, ...record } = parse(PriceListPut, { ...ctx.body, code });
    const expected = expectedVersion(ctx.request);
    const unit = (given: Expected) => ({
      load: (facts: Ctx["reader"]) => loadPutPriceListFacts(facts, record, rows),
      decide: (
        facts: ReturnType<typeof loadPutPriceListFacts>,
        by: Parameters<typeof putPriceList>[2],
      ) => putPriceList(facts, { record, rows, expected: given }, by),
    });
    const before = findPriceList(ctx.reader, code);
    if (!before && expected !== "new") throw new NotFound("price list");
    if (before && expected === "new" && !ctx.request.headers.has("if-none-match")) {
      const { decision } = await ctx.foresee(unit("whatever"));
      if (!decision.ok || decision.events.length > 0) {
        throw new Unacceptable(428, "version_needed");
      }
      return json(before.record, 200, { etag: `"${before.version}"` });
    }
    const decision = await ctx.act(unit(expected));
    if (!decision.ok) {
      return refusedProblem(decision.refusals, policyWords(ctx.lang).refused, ctx.lang);
    }
    const stored = findPriceList(ctx.reader, code)!;
    const etag = `"${stored.version}"`;
    return json(stored.record, before ? 200 : 201, { etag });
  },
});

const listRows = route({
  method: "GET",
  path: "/api/v1/price-lists/:code/rows",
  resource: "price",
  action: "read",
  summary: "The rows of a price list, those of the past and the future too, by cursor",
  query: CursorQuery.extend({ after: RowCursor.optional() }),
  replies: listOf(PriceRowReply),
  handle: (ctx) => {
    const list = findPriceList(ctx.reader, ctx.params.code);
    if (!list) throw new NotFound("price list");
    const { after, limit } = ctx.query;
    const page = { listId: list.id, all: true, after: readKey(after), limit: limit + 1 };
    const rows = pagePriceRows(ctx.reader, page);
    const items = rows.map(({ sku, unit, minQuantity, validFrom, validUntil, priceE4 }) => ({
      ...{ sku, unit, minQuantity, validFrom, validUntil },
      price: priceText(priceE4, list.record.currency),
    }));
    return pageOf(ctx.url, items, limit, (at) => keyText(rows[at]!));
  },
});

export const priceListApi: Route[] = [...headers, putList, listRows];

/** The terms with what is used of them; only the terms can be written. */
function withUse(terms: CreditTerms, ctx: Ctx) {
  const { currency } = terms.limit;
  const [line] = pageCredits(ctx.reader, { dealer: terms.code, currency, limit: 1 });
  const money = (amountMinor: number) => ({ amountMinor, currency });
  if (!line) return terms;
  const { limitMinor, openOrderMinor, receivableMinor, overdueMinor } = line;
  return {
    ...terms,
    use: {
      openOrders: money(openOrderMinor),
      receivable: money(receivableMinor),
      overdue: money(overdueMinor),
      available: money(limitMinor - openOrderMinor - receivableMinor),
    },
  };
}

export const creditApi = masterApi({
  path: "credit-accounts",
  keyName: "dealer",
  resource: "credit",
  master: creditAccounts,
  schema: CreditTermsBody,
  reply: CreditReply,
  find: findCreditTerms,
  list: listCreditTerms,
  words: (lang) => policyWords(lang).refused,
  shown: withUse,
});
