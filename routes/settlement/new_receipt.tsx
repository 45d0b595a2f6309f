import { findAccountDealer, listDealers, loadOpenItems } from "~/db/settlement/account_page.ts";
import { loadReceiptFacts } from "~/db/settlement/receipt_facts.ts";
import type { By } from "~/domain/_kernel/by.ts";
import { dayOf, startOfDay } from "~/domain/_kernel/period.ts";
import type { OpenItemId, ReceiptRecorded } from "~/domain/settlement/events.ts";
import type { AccountDealer, OpenItemRow } from "~/domain/settlement/read_models.ts";
import {
  type ReceiptFacts,
  type RecordReceipt,
  recordReceipt,
} from "~/domain/settlement/record_receipt.ts";
import { amountOf, decimalsOf } from "~/routes/_entry/amount.ts";
import { goTo, html } from "~/routes/_entry/answer.ts";
import type { AnyCtx } from "~/routes/_entry/context.ts";
import type { BadInput } from "~/routes/_entry/errors.ts";
import { refusedForm, stoppedForm } from "~/routes/_entry/form_state.ts";
import { route } from "~/routes/_entry/route.ts";
import { type FormState, freshForm } from "~/views/_kit/form_state.ts";
import { named } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";
import {
  type Foreseen,
  ForeseenCard,
  ReceiptFormPage,
} from "~/views/settlement/receipt_form_page.tsx";
import { settlementWords } from "~/views/settlement/text.ts";
import { NewReceiptQuery, ReceiptForm } from "./schema.ts";

const dealersToChoose = 200;

type Shown = {
  dealer?: string;
  currency?: string;
  form?: FormState;
  foreseen?: Foreseen;
  status?: number;
};

function show(ctx: AnyCtx, { dealer: code, form, status, ...shown }: Shown): Response {
  const { lang, now, shell, engine } = ctx;
  const reader = ctx.readerFor("receipt", "record");
  const reading = { lang, now };
  const dealer = code ? findAccountDealer(reader, code) : null;
  const currency = shown.currency ?? dealer?.currency ?? "CNY";
  if (!dealer) {
    const listed = listDealers(reader, dealersToChoose + 1);
    const words = settlementWords(lang);
    const asked: FormState = code
      ? { values: { dealer: code }, errors: { dealer: words.unknownDealer(code) } }
      : freshForm();
    const dealers = listed.length > dealersToChoose ? [] : listed.map((one) => ({
      value: one.code,
      label: `${named(one, lang)} ${one.code}`,
    }));
    const props = { shell, reading, dealers, currency, items: [], idempotencyKey: "" };
    return html(<ReceiptFormPage {...props} form={asked} />, code ? 422 : 200);
  }
  const fresh = freshForm({ receivedOn: dayOf(now), method: "transfer" });
  return html(
    <ReceiptFormPage
      shell={shell}
      reading={reading}
      dealer={dealer}
      dealers={[]}
      currency={currency}
      items={itemsOf(ctx, dealer, currency)}
      form={form ?? fresh}
      foreseen={shown.foreseen}
      idempotencyKey={engine.seams.newId()}
    />,
    status,
  );
}

function itemsOf(ctx: AnyCtx, { id }: AccountDealer, currency: string): OpenItemRow[] {
  return loadOpenItems(ctx.readerFor("receipt", "record"), { dealerId: id, currency });
}

/** A form the schema stopped names its dealer all the same, if there is one. */
function stopped(ctx: AnyCtx, input: BadInput): Response {
  const { dealer, currency } = input.input as { dealer?: string; currency?: string };
  const form = stoppedForm(input, ctx.lang);
  if (ctx.isFragment) return preview(ctx, { problem: Object.values(form.errors)[0] }, currency);
  return show(ctx, {
    dealer,
    form,
    status: 422,
    currency: /^[A-Z]{3}$/.test(currency ?? "") ? currency : undefined,
  });
}

/** What the typed form asks for; the words beside its amount where that is none. */
function commandOf(typed: ReceiptForm, ctx: AnyCtx): RecordReceipt | { amountError: string } {
  const { currency, amount, method, reference, receivedOn, items } = typed;
  const amountMinor = amountOf(amount, currency);
  if (amountMinor === null) {
    return { amountError: settlementWords(ctx.lang).amountShape(decimalsOf(currency)) };
  }
  return {
    amountMinor,
    currency,
    method,
    reference,
    receivedAt: startOfDay(receivedOn),
    items: items.length > 0 ? items as OpenItemId[] : undefined,
  };
}

const work = (dealer: string, command: RecordReceipt) => ({
  load: (facts: Parameters<typeof loadReceiptFacts>[0]) =>
    loadReceiptFacts(facts, { dealer, ...command }),
  decide: (facts: ReceiptFacts, by: By) => recordReceipt(command, facts, by),
});

export const newReceipt = route({
  method: "GET",
  path: "/receipt/new",
  resource: "receipt",
  action: "record",
  query: NewReceiptQuery,
  handle: (ctx) => show(ctx, ctx.query),
});

export const createReceipt = route({
  method: "POST",
  path: "/receipt/new",
  resource: "receipt",
  action: "record",
  form: ReceiptForm,
  refill: stopped,
  handle: async (ctx) => {
    const { form: typed, lang } = ctx;
    const { dealer, currency } = typed;
    const command = commandOf(typed, ctx);
    if ("amountError" in command) {
      const form = { values: typed, errors: { amount: command.amountError } };
      return show(ctx, { dealer, currency, form, status: 422 });
    }
    const decision = await ctx.act({
      ...work(dealer, command),
      reply: (events) => {
        const { number } = events.find(({ type }) => type === "ReceiptRecorded") as ReceiptRecorded;
        return { status: 303, body: paths.receipt(number, { new: 1 }) };
      },
    });
    if (decision.ok) return goTo(ctx, decision.reply!.body);
    const form = refusedForm(typed, decision.refusals, settlementWords(lang).refused, lang);
    return show(ctx, { dealer, currency, form, status: 422 });
  },
});

type Previewed = { foreseen?: Foreseen; problem?: string };

function preview({ lang, now }: AnyCtx, previewed: Previewed, currency = "CNY"): Response {
  return html(<ForeseenCard {...previewed} currency={currency} reading={{ lang, now }} />);
}

/** The same loader and decision as recording, with nothing written: what it shows is what will happen. */
export const previewReceipt = route({
  method: "POST",
  path: "/receipt/preview",
  resource: "receipt",
  action: "record",
  form: ReceiptForm,
  refill: stopped,
  handle: async (ctx) => {
    const { form: typed, lang, isFragment } = ctx;
    const { dealer, currency } = typed;
    const command = commandOf(typed, ctx);
    if ("amountError" in command) {
      if (isFragment) return preview(ctx, { problem: command.amountError }, currency);
      const form = { values: typed, errors: { amount: command.amountError } };
      return show(ctx, { dealer, currency, form, status: 422 });
    }
    const { decision, loaded } = await ctx.foresee(work(dealer, command));
    const form = decision.ok
      ? freshForm(typed)
      : refusedForm(typed, decision.refusals, settlementWords(lang).refused, lang);
    const recorded = decision.events?.find((event) => event.type === "ReceiptRecorded");
    const foreseen = recorded &&
      foreseenOf(recorded, itemsOf(ctx, { id: loaded.dealerId } as AccountDealer, currency));
    const problem = Object.values(form.errors)[0] ?? form.general;
    if (isFragment) return preview(ctx, { foreseen, problem }, currency);
    return show(ctx, { dealer, currency, form, foreseen, status: decision.ok ? 200 : 422 });
  },
});

function foreseenOf(
  { applications, unappliedMinor }: ReceiptRecorded,
  items: readonly OpenItemRow[],
): Foreseen {
  return {
    applications: applications.map(({ openItemId, amountMinor }) => {
      const { shipment, dueOn, openMinor } = items.find(({ id }) => id === openItemId)!;
      return { shipment, dueOn, openMinor, amountMinor };
    }),
    unappliedMinor,
  };
}
