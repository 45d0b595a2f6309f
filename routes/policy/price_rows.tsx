import { z } from "zod";
import { found } from "~/db/_engine/not_found.ts";
import { findRegion } from "~/db/channel/regions.ts";
import { findPriceRow, pagePriceRows } from "~/db/policy/price_row_list.ts";
import { findPriceList } from "~/db/policy/price_lists.ts";
import { loadPriceRowFacts } from "~/db/policy/price_rows.ts";
import { dayOf } from "~/domain/_kernel/period.ts";
import type { PriceList } from "~/domain/policy/price/price_list.ts";
import { priceText } from "~/domain/policy/price/price_text.ts";
import { savePriceRows } from "~/domain/policy/price/save_price_rows.ts";
import type { PriceRowRow } from "~/domain/policy/read_models.ts";
import { goTo, html, statusOf } from "~/routes/_entry/answer.ts";
import { allPages, csvFile } from "~/routes/_entry/csv.ts";
import { refusedForm, stoppedForm } from "~/routes/_entry/form_state.ts";
import { pageKeys, rowsAsked, shownPage } from "~/routes/_entry/list_page.ts";
import type { AnyCtx } from "~/routes/_entry/context.ts";
import { route } from "~/routes/_entry/route.ts";
import { PriceListPage } from "~/views/policy/price_list_page.tsx";
import { PriceRowPage } from "~/views/policy/price_row_page.tsx";
import { policyWords } from "~/views/policy/text.ts";
import { date } from "~/views/_kit/date.tsx";
import { type FormState, freshForm } from "~/views/_kit/form_state.ts";
import { named } from "~/views/_kit/named.ts";
import { count } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { exportColumns } from "~/routes/_cli/import/kind.ts";
import { keyText, readKey } from "./row_key.ts";
import { priceColumns } from "./price_columns.ts";
import { PriceRowForm } from "./shapes.ts";

const Filter = z.object({
  q: z.string().trim().max(60).optional(),
  all: z.literal("1").optional().catch(undefined),
});

export const priceListPage = route({
  method: "GET",
  path: "/price-list/:code",
  resource: "price",
  action: "read",
  query: Filter.extend(pageKeys),
  handle: (ctx) => {
    const { after, before, ...filter } = ctx.query;
    const { id, record } = storedPriceList(ctx, ctx.params.code);
    const read = pagePriceRows(ctx.reader, {
      ...{ listId: id, q: filter.q, all: filter.all === "1", limit: rowsAsked },
      after: readKey(after),
      before: readKey(before),
    });
    const { rows, newer, older } = shownPage(read, {
      after,
      before,
      keyOf: keyText,
      to: (key) => paths.priceList(record.code, { ...filter, ...key }),
    });
    const may = { edit: mayEdit(ctx, record), export: ctx.may("price", "export") };
    return html(
      <PriceListPage
        shell={ctx.shell}
        reading={{ lang: ctx.lang, now: ctx.now }}
        list={record}
        region={record.regionCode === null
          ? undefined
          : findRegion(ctx.reader, record.regionCode)?.record}
        {...{ rows, newer, older, filter, may }}
      />,
    );
  },
});

const storedPriceList = ({ reader }: Pick<AnyCtx, "reader">, code: string) =>
  found(findPriceList(reader, code), "price list");

/** A list for all organisations is kept by those who may see all of them. */
function mayEdit(ctx: AnyCtx, { organisationCode }: PriceList): boolean {
  if (!ctx.may("price", "edit")) return false;
  return organisationCode !== null || ctx.readerFor("price", "edit").scope.kind === "all";
}

export const priceListExport = route({
  method: "GET",
  path: "/price-list/:code/export",
  resource: "price",
  action: "export",
  handle: (ctx) => {
    const { id, record } = storedPriceList(ctx, ctx.params.code);
    return csvFile(ctx, {
      name: `prices-${record.code}`,
      columns: exportColumns(priceColumns),
      rows: allPages((after) => everyRow(ctx, id, { after, list: record }), keyText),
    });
  },
});

function everyRow(
  { reader }: Pick<AnyCtx, "reader">,
  listId: string,
  { after, list }: { after?: string; list: { code: string; currency: string } },
) {
  const page = { listId, all: true, after: readKey(after), limit: 500 };
  const { code, currency } = list;
  return pagePriceRows(reader, page).map((row) => ({ ...row, list: code, currency }));
}

const KeyQuery = z.object({
  sku: z.string().max(60).optional(),
  unit: z.string().max(20).optional(),
  min: z.coerce.number().int().optional().catch(undefined),
  from: z.string().max(40).optional(),
});

function rowPage(
  ctx: AnyCtx,
  code: string,
  { form, row, status = 200 }: { form: FormState; row?: PriceRowRow; status?: number },
): Response {
  const { lang } = ctx;
  const { record } = storedPriceList(ctx, code);
  const list = { code, name: named(record, lang), currency: record.currency };
  const shown = row && {
    name: named(row, lang),
    what: `${row.sku} · ${count(row.minQuantity)} ${row.unit} · ${
      date(row.validFrom, { lang, now: ctx.now })
    }`,
    version: row.version,
    stale: status === 409,
  };
  return html(<PriceRowPage shell={ctx.shell} {...{ list, form, row: shown }} />, status);
}

export const priceRow = route({
  method: "GET",
  path: "/price-list/:code/row",
  resource: "price",
  action: "edit",
  query: KeyQuery,
  handle: (ctx) => {
    const { code } = ctx.params;
    const { sku, unit, min, from } = ctx.query;
    if (!sku || !unit || min === undefined || !from) {
      const fresh = { sku, unit, minQuantity: "1", validFrom: dayOf(ctx.now) };
      return rowPage(ctx, code, { form: freshForm(fresh) });
    }
    const { id, record } = storedPriceList(ctx, code);
    const key = { sku, unit, minQuantity: min, validFrom: from };
    const row = found(findPriceRow(ctx.reader, id, key), "price row");
    const values = {
      ...{ sku, unit, minQuantity: min, validFrom: from },
      price: priceText(row.priceE4, record.currency),
      validUntil: row.validUntil === null ? "" : dayOf(row.validUntil),
    };
    return rowPage(ctx, code, { form: freshForm(values), row });
  },
});

/** The row a stopped or refused form was about; a new one has no version. */
function rowOf(ctx: AnyCtx, code: string, values: Readonly<Record<string, unknown>>) {
  if (values.version === undefined) return undefined;
  const key = {
    sku: String(values.sku ?? ""),
    unit: String(values.unit ?? ""),
    minQuantity: Number(values.minQuantity ?? 0),
    validFrom: String(values.validFrom ?? ""),
  };
  const row = findPriceRow(ctx.reader, storedPriceList(ctx, code).id, key);
  return row ? { ...row, version: Number(values.version) } : undefined;
}

export const savePriceRow = route({
  method: "POST",
  path: "/price-list/:code/row",
  resource: "price",
  action: "edit",
  form: PriceRowForm,
  refill: (ctx, input) => {
    const { code } = ctx.params;
    const form = stoppedForm(input, ctx.lang);
    return rowPage(ctx, code, { form, row: rowOf(ctx, code, form.values), status: 422 });
  },
  handle: async (ctx) => {
    const { code } = ctx.params;
    const { form: { version, ...form }, lang } = ctx;
    const rows = [{ ...form, expected: version ?? "new" as const }];
    const decision = await ctx.act({
      load: (facts) => loadPriceRowFacts(facts, code, rows),
      decide: (facts) => savePriceRows(facts, rows),
    });
    if (decision.ok) return goTo(ctx, paths.priceList(code, { q: form.sku }));
    const isNew = version === undefined;
    const values = {
      ...form,
      validFrom: isNew ? dayOf(form.validFrom) : form.validFrom,
      validUntil: form.validUntil === null ? "" : dayOf(form.validUntil),
    };
    const refusals = decision.refusals.map((refusal) => ({
      ...refusal,
      at: refusal.at?.replace(/^\/rows\/0/, "") || undefined,
    }));
    const state = refusedForm(values, refusals, policyWords(lang).refused, lang);
    const row = rowOf(ctx, code, { ...form, version });
    return rowPage(ctx, code, { form: state, row, status: statusOf(refusals) });
  },
});
