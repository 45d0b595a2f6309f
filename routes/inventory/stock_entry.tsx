import { z } from "zod";
import { nodesToPostAt } from "~/db/inventory/node_list.ts";
import { listDocument } from "~/db/inventory/movements.ts";
import { loadStockEntryFacts } from "~/db/inventory/stock_entries.ts";
import { type PostStockEntries, postStockEntries } from "~/domain/inventory/post_stock_entries.ts";
import type { StockEntriesPosted } from "~/domain/inventory/events.ts";
import type { ReservationVoided } from "~/domain/inventory/reservation_events.ts";
import { isStaff } from "~/domain/platform/principal.ts";
import { goTo, html } from "~/routes/_entry/answer.ts";
import type { AnyCtx } from "~/routes/_entry/context.ts";
import { NotFound } from "~/routes/_entry/errors.ts";
import { refusedForm } from "~/routes/_entry/form_state.ts";
import { route } from "~/routes/_entry/route.ts";
import { DocumentPage } from "~/views/inventory/document_page.tsx";
import { EntryPage, type EntryRow } from "~/views/inventory/entry_page.tsx";
import { inventoryWords } from "~/views/inventory/text.ts";
import { type FormState, freshForm } from "~/views/_kit/form_state.ts";
import { optionsOf } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";
import { checkRows } from "./entry_rows.ts";
import { pastedRows } from "./paste.ts";
import { entryKinds } from "./shapes.ts";

const blankRows = 10;
const blank: EntryRow = { sku: "", quantity: "", unit: "" };

/** Lenient on purpose: whatever was typed comes back; the rows are checked when they are posted. */
const EntryForm = z.object({
  do: z.enum(["more", "paste", "post"]).catch("more"),
  kind: z.enum(entryKinds).catch("receipt"),
  node: z.string().max(60).default(""),
  reason: z.string().max(400).default(""),
  paste: z.string().max(200_000).default(""),
  lines: z.array(
    z.object({
      sku: z.string().max(200).default(""),
      quantity: z.string().max(60).default(""),
      unit: z.string().max(60).default(""),
    }),
  ).max(5_000).default([]),
});
type EntryForm = z.infer<typeof EntryForm>;

type Answer = { status?: number; notice?: string };

function entryPage(ctx: AnyCtx, form: FormState, values: EntryForm, answer: Answer = {}): Response {
  return html(
    <EntryPage
      shell={ctx.shell}
      form={form}
      kind={values.kind}
      rows={values.lines}
      nodes={optionsOf(nodesToPostAt(ctx.readerFor("stock", "post")), ctx.lang)}
      idempotencyKey={answer.notice ? newKey(ctx) : ctx.key?.key ?? newKey(ctx)}
      notice={answer.notice}
    />,
    answer.status,
  );
}

/** Made with the draft and kept while it is mended, so that a repeated submit is the same submit. */
const newKey = (ctx: AnyCtx) => ctx.engine.seams.newId();

const filled = ({ sku, quantity, unit }: EntryRow) => Boolean(sku || quantity || unit);

function withBlanks(rows: readonly EntryRow[]): EntryRow[] {
  const kept = rows.filter(filled);
  return [...kept, ...Array<EntryRow>(blankRows).fill(blank)];
}

export const newStockEntry = route({
  method: "GET",
  path: "/stock/entry",
  resource: "stock",
  action: "post",
  query: z.object({ sku: z.string().max(60).optional(), node: z.string().max(60).optional() }),
  handle: (ctx) => {
    const { sku = "", node = "" } = ctx.query;
    const values: EntryForm = {
      ...{ do: "post", kind: "receipt", node, reason: "", paste: "" },
      lines: withBlanks(sku ? [{ ...blank, sku }] : []),
    };
    return entryPage(ctx, freshForm(values), values);
  },
});

export const postStockEntry = route({
  method: "POST",
  path: "/stock/entry",
  resource: "stock",
  action: "post",
  form: EntryForm,
  handle: async (ctx) => {
    const { form, lang } = ctx;
    if (form.do === "more") {
      const values = { ...form, lines: withBlanks(form.lines) };
      return entryPage(ctx, freshForm(values), values);
    }
    if (form.do === "paste") {
      const lines = [...form.lines.filter(filled), ...pastedRows(form.paste)];
      const values = { ...form, paste: "", lines };
      return entryPage(ctx, freshForm(values), values);
    }
    const values = { ...form, lines: form.lines.filter(filled) };
    const { command, errors, general } = commandOf(values, lang);
    if (!command) {
      const shown = { ...values, lines: values.lines.length > 0 ? values.lines : form.lines };
      return entryPage(ctx, { values: shown, errors, general }, shown, { status: 422 });
    }
    const decision = await ctx.act({
      load: (facts) => loadStockEntryFacts(facts, command),
      decide: (facts, by) => postStockEntries(facts, command, by),
      reply: (events) => ({ status: 303, body: numberOf(events) }),
    });
    if (!decision.ok) {
      const state = refusedForm(values, decision.refusals, inventoryWords(lang).refused, lang);
      return entryPage(ctx, state, values, { status: 422 });
    }
    const number = decision.reply?.body;
    if (number) return goTo(ctx, paths.stockDocument(number));
    const fresh = { ...values, lines: withBlanks([]) };
    return entryPage(ctx, freshForm(fresh), fresh, { notice: inventoryWords(lang).entry.same });
  },
});

/** The document to look at; a count that agrees with the books leaves none. */
function numberOf(events: readonly (StockEntriesPosted | ReservationVoided)[]): string {
  const posted = events.find((event) => event.type === "StockEntriesPosted");
  return posted?.lines.some(({ quantity }) => quantity !== 0) ? posted.number : "";
}

type Checked = { command?: PostStockEntries; errors: Record<string, string>; general?: string };

function commandOf({ kind, node, reason, lines }: EntryForm, lang: "zh" | "en"): Checked {
  const t = inventoryWords(lang).entry;
  if (lines.length === 0) return { errors: { lines: t.noRows } };
  const { rows, errors } = checkRows(lines, t);
  if (Object.keys(errors).length > 0) return { errors };
  const command = { kind, reason: reason.trim(), lines: rows.map((row) => ({ ...row, node })) };
  return { command, errors };
}

/** A document by its number; dealers see what can be promised, not what comes and goes. */
export const stockDocument = route({
  method: "GET",
  path: "/stock/entry/:number",
  resource: "stock",
  action: "read",
  handle: (ctx) => {
    const [first, ...more] = isStaff(ctx.principal)
      ? listDocument(ctx.reader, ctx.params.number)
      : [];
    if (!first) throw new NotFound("stock document");
    return html(
      <DocumentPage
        shell={ctx.shell}
        reading={{ lang: ctx.lang, now: ctx.now }}
        lines={[first, ...more]}
      />,
    );
  },
});
