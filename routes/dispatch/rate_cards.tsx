import { z } from "zod";
import { put } from "~/db/_engine/put.ts";
import { findRateCard, nodeCurrency, pageRateCards, rateCards } from "~/db/dispatch/rate_cards.ts";
import { findPartner } from "~/db/channel/partners.ts";
import { findNode } from "~/db/inventory/nodes.ts";
import { listNodes } from "~/db/inventory/node_list.ts";
import type { Stored } from "~/domain/_kernel/master.ts";
import { dayOf } from "~/domain/_kernel/period.ts";
import type { RateCard, RateZone } from "~/domain/dispatch/rate_card.ts";
import { amountText } from "~/domain/policy/price/price_text.ts";
import { goTo, html, statusOf } from "~/routes/_entry/answer.ts";
import type { AnyCtx, Ctx } from "~/routes/_entry/context.ts";
import { BadInput, NotFound } from "~/routes/_entry/errors.ts";
import { refusedForm, stoppedForm } from "~/routes/_entry/form_state.ts";
import { pageKeys, rowsAsked, shownPage } from "~/routes/_entry/list_page.ts";
import { route } from "~/routes/_entry/route.ts";
import { RateCardFormPage, type ZoneRow } from "~/views/dispatch/rate_card_form_page.tsx";
import { RateCardListPage, RateCardPage } from "~/views/dispatch/rate_card_pages.tsx";
import { rateCardWords } from "~/views/dispatch/rate_card_text.ts";
import { type FormState, freshForm } from "~/views/_kit/form_state.ts";
import { named, optionsOf } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";
import { readZones } from "./rate_card_rows.ts";
import { RateCardForm, RateCardHead } from "./rate_card_shapes.ts";

const blankRows = 5;

export const rateCardList = route({
  method: "GET",
  path: "/rate-card",
  resource: "routing",
  action: "read",
  query: z.object(pageKeys),
  handle: (ctx) => {
    const found = pageRateCards(ctx.reader, { ...ctx.query, limit: rowsAsked });
    const { rows: cards, newer, older } = shownPage(found, {
      ...ctx.query,
      keyOf: ({ code }) => code,
      to: (key) => paths.rateCards(key),
    });
    const rows = cards.map((card) => ({ ...card, ...namesOf(ctx, card) }));
    const mayEdit = ctx.may("routing", "edit");
    const reading = { lang: ctx.lang, now: ctx.now };
    return html(
      <RateCardListPage shell={ctx.shell} {...{ rows, reading, newer, older, mayEdit }} />,
    );
  },
});

function stored(ctx: AnyCtx, code: string): Stored<RateCard> {
  const card = findRateCard(ctx.reader, code);
  if (!card) throw new NotFound("rate card");
  return card;
}

export const rateCard = route({
  method: "GET",
  path: "/rate-card/:code",
  resource: "routing",
  action: "read",
  handle: (ctx) => {
    const { record } = stored(ctx, ctx.params.code);
    const mayEdit = ctx.may("routing", "edit");
    const reading = { lang: ctx.lang, now: ctx.now };
    const names = namesOf(ctx, record);
    return html(<RateCardPage shell={ctx.shell} card={record} {...{ reading, names, mayEdit }} />);
  },
});

function namesOf({ reader, lang }: AnyCtx, { carrierCode, nodeCode }: RateCard) {
  const system = reader.asSystem("a rate card says whose it is");
  const carrier = findPartner(system, carrierCode);
  const node = findNode(reader, nodeCode);
  return {
    carrier: carrier ? named(carrier, lang) : carrierCode,
    node: node ? named(node.record, lang) : nodeCode,
  };
}

const blank: ZoneRow = {
  zone: "",
  firstWeightGram: "",
  first: "",
  stepWeightGram: "",
  step: "",
  leadDays: "",
};
const filled = (row: ZoneRow) => Object.values(row).some((cell) => cell.trim() !== "");
const withBlanks = (rows: readonly ZoneRow[]) => [
  ...rows.filter(filled),
  ...Array<ZoneRow>(blankRows).fill(blank),
];

type Shown = { zones: ZoneRow[]; card?: { code: string; version: number }; status?: number };

function formPage(ctx: AnyCtx, form: FormState, { zones, card, status = 200 }: Shown): Response {
  const nodes = optionsOf(listNodes(ctx.reader, { limit: 500 }), ctx.lang);
  return html(<RateCardFormPage shell={ctx.shell} {...{ form, zones, card, nodes }} />, status);
}

export const newRateCard = route({
  method: "GET",
  path: "/rate-card/new",
  resource: "routing",
  action: "edit",
  handle: (ctx) =>
    formPage(ctx, freshForm({ validFrom: dayOf(ctx.now) }), { zones: withBlanks([]) }),
});

export const editRateCard = route({
  method: "GET",
  path: "/rate-card/:code/edit",
  resource: "routing",
  action: "edit",
  handle: (ctx) => {
    const { record, version } = stored(ctx, ctx.params.code);
    const { validFrom, validUntil, zones, ...rest } = record;
    const until = validUntil === null ? "" : dayOf(validUntil);
    const values = { ...rest, validFrom: dayOf(validFrom), validUntil: until };
    const card = { code: record.code, version };
    return formPage(ctx, freshForm(values), { zones: zones.map(typedZone), card });
  },
});

function typedZone({ zone, first, step, ...rest }: RateZone): ZoneRow {
  return {
    zone,
    firstWeightGram: String(rest.firstWeightGram),
    first: amountText(first.amountMinor, first.currency),
    stepWeightGram: String(rest.stepWeightGram),
    step: amountText(step.amountMinor, step.currency),
    leadDays: String(rest.leadDays),
  };
}

async function save(ctx: Ctx<unknown, unknown, RateCardForm>, code: string): Promise<Response> {
  const { form, lang } = ctx;
  const { version } = form;
  const card = version === undefined ? undefined : { code, version };
  if (form.do === "more") {
    return formPage(ctx, freshForm(form), { zones: withBlanks(form.zones), card });
  }
  const zones = form.zones.filter(filled);
  const head = RateCardHead.safeParse({ ...form, code });
  const currency = nodeCurrency(ctx.reader, form.nodeCode) ?? "CNY";
  const read = readZones(zones, currency, lang);
  if (!head.success || Object.keys(read.errors).length > 0) {
    const issues = head.success ? [] : head.error.issues;
    const errors = { ...stoppedForm(new BadInput(issues, form), lang).errors, ...read.errors };
    const shown = zones.length > 0 ? zones : withBlanks([]);
    return formPage(ctx, { values: form, errors }, { zones: shown, card, status: 422 });
  }
  const record = { ...head.data, zones: read.zones };
  const decision = await ctx.act(put(rateCards, record, version ?? "new"));
  if (decision.ok) return goTo(ctx, paths.rateCard(code));
  const state = refusedForm(form, decision.refusals, rateCardWords(lang).refused, lang);
  return formPage(ctx, state, { zones, card, status: statusOf(decision.refusals) });
}

export const createRateCard = route({
  method: "POST",
  path: "/rate-card",
  resource: "routing",
  action: "edit",
  form: RateCardForm,
  handle: (ctx) => save(ctx, ctx.form.code.trim()),
});

export const saveRateCard = route({
  method: "POST",
  path: "/rate-card/:code",
  resource: "routing",
  action: "edit",
  form: RateCardForm,
  handle: (ctx) => save(ctx, ctx.params.code),
});
