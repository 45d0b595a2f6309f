import { z } from "zod";
import { put } from "~/db/_engine/put.ts";
import { creditAccounts } from "~/db/policy/credit_accounts.ts";
import { listCreditMovements, pageCredits } from "~/db/policy/credit_list.ts";
import { findPartner } from "~/db/channel/partners.ts";
import { amountText, parseAmount } from "~/domain/policy/price/price_text.ts";
import type { CreditTerms } from "~/domain/policy/credit/credit_terms.ts";
import { isStaff } from "~/domain/platform/principal.ts";
import type { CreditRow } from "~/domain/policy/read_models.ts";
import { goTo, html, statusOf } from "~/routes/_entry/answer.ts";
import type { AnyCtx } from "~/routes/_entry/context.ts";
import { BadInput, NotFound } from "~/routes/_entry/errors.ts";
import { refusedForm, stoppedForm } from "~/routes/_entry/form_state.ts";
import { pageKeys, rowsAsked, shownPage } from "~/routes/_entry/list_page.ts";
import { route } from "~/routes/_entry/route.ts";
import { CreditListPage } from "~/views/policy/credit_list_page.tsx";
import { CreditNewPage } from "~/views/policy/credit_new_page.tsx";
import { CreditPage } from "~/views/policy/credit_page.tsx";
import { policyWords } from "~/views/policy/text.ts";
import { type FormState, freshForm } from "~/views/_kit/form_state.ts";
import { paths } from "~/views/_kit/paths.ts";
import { CreditForm, NewCreditForm } from "./shapes.ts";

const ledgerRows = 30;

/** What the list and its file are narrowed by. */
export const CreditsQuery = z.object({
  q: z.string().trim().max(60).optional(),
  view: z.enum(["over", "overdue"]).optional().catch(undefined),
});

type Key = { dealer: string; currency: string };
export const keyText = ({ dealer, currency }: Key) => `${dealer}:${currency}`;

export function readKey(text: string | undefined): Key | undefined {
  if (text === undefined) return undefined;
  const [dealer = "", currency = ""] = text.split(":");
  return { dealer, currency };
}

export const creditList = route({
  method: "GET",
  path: "/credit",
  resource: "credit",
  action: "read",
  query: CreditsQuery.extend(pageKeys),
  handle: (ctx) => {
    const { after, before, ...filter } = ctx.query;
    const keys = { after: readKey(after), before: readKey(before) };
    const found = pageCredits(ctx.reader, { ...filter, ...keys, limit: rowsAsked });
    const { rows, newer, older } = shownPage(found, {
      after,
      before,
      keyOf: keyText,
      to: (key) => paths.credits({ ...filter, ...key }),
    });
    return html(
      <CreditListPage
        shell={ctx.shell}
        {...{ rows, newer, older, filter }}
        mayEdit={ctx.may("credit", "edit")}
        mayExport={ctx.may("credit", "export")}
      />,
    );
  },
});

const AccountQuery = z.object({
  currency: z.string().max(3).optional(),
  before: z.coerce.number().int().min(1).optional().catch(undefined),
});

/** The account in the currency asked for, or the first the dealer has. */
function accountOf(ctx: AnyCtx, dealer: string, currency?: string): CreditRow {
  const [account] = pageCredits(ctx.reader, { dealer, currency, limit: 1 });
  if (!account) throw new NotFound("credit account");
  return account;
}

type Shown = { form?: FormState; before?: number; status?: number };

function creditPage(
  ctx: AnyCtx,
  account: CreditRow,
  { form, before, status }: Shown = {},
): Response {
  const { dealer, currency } = account;
  const movements = listCreditMovements(ctx.reader, {
    ...{ accountId: account.id, before, limit: ledgerRows + 1 },
  });
  const rows = movements.slice(0, ledgerRows);
  const isOlder = movements.length > ledgerRows;
  return html(
    <CreditPage
      shell={ctx.shell}
      reading={{ lang: ctx.lang, now: ctx.now }}
      account={account}
      movements={rows}
      newer={before === undefined ? undefined : paths.credit(dealer, { currency })}
      older={isOlder ? paths.credit(dealer, { currency, before: rows.at(-1)?.id }) : undefined}
      form={ctx.may("credit", "edit") ? form ?? freshForm(typed(account)) : undefined}
      isDealer={!isStaff(ctx.principal)}
    />,
    status,
  );
}

function typed({ limitMinor, currency, termDays, overLimit, overdue }: CreditRow) {
  return { limit: amountText(limitMinor, currency), termDays, overLimit, overdue };
}

export const credit = route({
  method: "GET",
  path: "/credit/:dealer",
  resource: "credit",
  action: "read",
  query: AccountQuery,
  handle: (ctx) => {
    const { currency, before } = ctx.query;
    return creditPage(ctx, accountOf(ctx, ctx.params.dealer, currency), { before });
  },
});

/** The currency says how many decimals an amount may have. */
function termsOf(
  { limit, currency, termDays, overLimit, overdue }: NewCreditForm | CreditForm,
  code: string,
  form: unknown,
): CreditTerms {
  const amountMinor = parseAmount(limit, currency);
  if (amountMinor === null) {
    const issue = { code: "custom" as const, path: ["limit"], message: "not_an_amount" };
    throw new BadInput([{ ...issue, input: limit }], form);
  }
  return { code, limit: { amountMinor, currency }, termDays, overLimit, overdue };
}

export const saveCredit = route({
  method: "POST",
  path: "/credit/:dealer",
  resource: "credit",
  action: "edit",
  form: CreditForm,
  refill: (ctx, input) => {
    const form = stoppedForm(input, ctx.lang);
    const account = accountOf(ctx, ctx.params.dealer, String(form.values.currency ?? ""));
    return creditPage(ctx, account, { form, status: 422 });
  },
  handle: async (ctx) => {
    const { form, lang, params: { dealer } } = ctx;
    const terms = termsOf(form, dealer, form);
    const decision = await ctx.act(put(creditAccounts, terms, form.version));
    const { currency } = form;
    if (decision.ok) return goTo(ctx, paths.credit(dealer, { currency }));
    const state = refusedForm(form, decision.refusals, policyWords(lang).refused, lang);
    const account = accountOf(ctx, dealer, currency);
    return creditPage(ctx, { ...account, version: form.version }, {
      form: state,
      status: statusOf(decision.refusals),
    });
  },
});

function newPage(ctx: AnyCtx, form: FormState, status = 200): Response {
  return html(<CreditNewPage shell={ctx.shell} form={form} />, status);
}

export const newCredit = route({
  method: "GET",
  path: "/credit/new",
  resource: "credit",
  action: "edit",
  query: z.object({ dealer: z.string().max(60).optional() }),
  handle: (ctx) => {
    const { dealer = "" } = ctx.query;
    const currency = findPartner(ctx.readerFor("partner", "read"), dealer)?.currency ?? "CNY";
    const values = { code: dealer, currency, termDays: "30", overLimit: "approve" };
    return newPage(ctx, freshForm({ ...values, overdue: "warn" }));
  },
});

export const createCredit = route({
  method: "POST",
  path: "/credit",
  resource: "credit",
  action: "edit",
  form: NewCreditForm,
  refill: (ctx, input) => newPage(ctx, stoppedForm(input, ctx.lang), 422),
  handle: async (ctx) => {
    const { form, lang } = ctx;
    const { code, currency } = form;
    const decision = await ctx.act(put(creditAccounts, termsOf(form, code, form), "new"));
    if (decision.ok) return goTo(ctx, paths.credit(code, { currency }));
    const words = policyWords(lang).refused;
    return newPage(ctx, refusedForm(form, decision.refusals, words, lang), 422);
  },
});
