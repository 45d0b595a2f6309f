import { z } from "zod";
import { countWaiting, listWaiting } from "~/db/order/approval_list.ts";
import { loadApprovalFacts } from "~/db/order/deciding_facts.ts";
import { orderIdByNumber } from "~/db/order/orders.ts";
import { goTo, html, statusOf } from "~/routes/_entry/answer.ts";
import type { Ctx } from "~/routes/_entry/context.ts";
import { refusedForm, stoppedForm } from "~/routes/_entry/form_state.ts";
import { route } from "~/routes/_entry/route.ts";
import type { FormState } from "~/views/_kit/form_state.ts";
import { paths } from "~/views/_kit/paths.ts";
import { ApprovalForm } from "~/views/order/approval_form.tsx";
import { Decided, InboxPage } from "~/views/order/inbox_page.tsx";
import { orderWords } from "~/views/order/text.ts";
import { deciding, type Verdict } from "./deciding.ts";
import { decidingGate } from "./gate.ts";
import { type OrderCtx, showOrder } from "./order.tsx";

const Version = z.coerce.number().int().min(0);
const From = z.enum(["list", "page"]).default("page");
const ApprovalForms = z.object({
  version: Version,
  reason: z.string().trim().max(200).default(""),
  from: From,
});
const RejectionForms = ApprovalForms.extend({ reason: z.string().trim().min(1).max(200) });
type Typed = z.infer<typeof ApprovalForms>;

const shownAtMost = 50;

type Back = { number: string; form: FormState };

export const approvals = route({
  method: "GET",
  path: "/approval",
  resource: "order",
  action: "read",
  handle: (ctx) => showInbox(ctx as unknown as Ctx),
});

function showInbox(
  ctx: Ctx,
  { back, notice, status }: {
    back?: Back;
    notice?: { tone: "ok" | "bad"; words: string };
    status?: number;
  } = {},
): Response {
  const { shell, lang, now } = ctx;
  const { gate, scope } = decidingGate(ctx);
  const reader = ctx.engine.reader(scope);
  return html(
    <InboxPage
      {...{ shell, back, notice }}
      reading={{ lang, now }}
      waiting={listWaiting(reader, { gate, limit: shownAtMost })}
      count={countWaiting(reader, gate)}
    />,
    status,
  );
}

export const approval = route({
  method: "POST",
  path: "/order/:number/approval",
  resource: "order",
  action: "read",
  form: ApprovalForms,
  refill: stopped,
  handle: (ctx) => decide(ctx, "approve"),
});

export const rejection = route({
  method: "POST",
  path: "/order/:number/rejection",
  resource: "order",
  action: "read",
  form: RejectionForms,
  refill: stopped,
  handle: (ctx) => decide(ctx, "reject"),
});

async function decide(
  ctx: Ctx<{ number: string }, unknown, Typed, unknown>,
  verdict: Verdict,
): Promise<Response> {
  const { params: { number }, form: { version, reason, from }, lang } = ctx;
  const decision = await ctx.act(deciding(ctx, number, { verdict, version, reason }));
  const words = orderWords(lang);
  if (!decision.ok) {
    const typed = { reason, version, from };
    const form = refusedForm(typed, decision.refusals, words.refused, lang);
    return formAgain(ctx as unknown as OrderCtx, form, statusOf(decision.refusals));
  }
  const { done, turnedDown } = words.page.approval;
  const said = verdict === "approve" ? done(number) : turnedDown(number);
  if (from === "page") return goTo(ctx, paths.order(number));
  if (ctx.isFragment) return html(<Decided number={number} words={said} />);
  return showInbox(ctx as unknown as Ctx, { notice: { tone: "ok", words: said } });
}

function stopped(
  ctx: Ctx<{ number: string }, unknown, unknown, unknown>,
  input: Parameters<typeof stoppedForm>[0],
): Response {
  return formAgain(ctx, stoppedForm(input, ctx.lang), 422);
}

/** The same form with what was typed: alone, in the list, or on the order's page. */
function formAgain(ctx: OrderCtx, form: FormState, status: 409 | 422): Response {
  const { params: { number }, lang } = ctx;
  const inList = form.values.from === "list";
  if (ctx.isFragment) {
    const { scope } = decidingGate(ctx);
    const { order } = loadApprovalFacts(
      ctx.engine.reader(scope),
      orderIdByNumber(ctx.engine.reader(scope), number),
    );
    const { version } = order;
    return html(
      <ApprovalForm {...{ number, version, form, inList, lang }} main={!inList} />,
      status,
    );
  }
  if (inList) {
    const notice = form.general ? { tone: "bad" as const, words: form.general } : undefined;
    return showInbox(ctx as unknown as Ctx, { back: { number, form }, notice, status });
  }
  return showOrder(ctx, { form, notice: form.general, status });
}
