import { z } from "zod";
import { loadPlacingFacts } from "~/db/order/placing_facts.ts";
import { loadOrderByNumber } from "~/db/order/orders.ts";
import { changedMeanwhile } from "~/db/order/draft_version.ts";
import { refuse } from "~/domain/_kernel/decision.ts";
import type { DraftId } from "~/domain/_kernel/id.ts";
import type { DraftContent } from "~/domain/order/save_draft.ts";
import type { PadDealer } from "~/db/order/drafts.ts";
import { padAnswer } from "./pad_answer.tsx";
import type { OrderSubmitted } from "~/domain/order/events.ts";
import { placeOrder } from "~/domain/order/place_order.ts";
import { goTo, html } from "~/routes/_entry/answer.ts";
import { route } from "~/routes/_entry/route.ts";
import { ConfirmationPage } from "~/views/order/confirmation_page.tsx";
import { contentOf, PadForm, tooManyPasted } from "./form.ts";
import {
  commandOf,
  isOnBehalf,
  keep,
  openPad,
  type PadCtx,
  padDealer,
  padState,
  questionOf,
} from "./pad_state.ts";
import { understand } from "./understand.ts";

const confirmationPath = (number: string) =>
  `/order/pad/confirmation/${encodeURIComponent(number)}`;

/** The draft becomes an order, or comes back with the reasons beside the fields and nothing lost. */
export const submission = route({
  method: "POST",
  path: "/order/pad/submission",
  resource: "order",
  action: "place",
  form: PadForm,
  handle: async (given) => {
    const ctx = given as unknown as PadCtx;
    const { form } = given;
    const dealer = padDealer(ctx, form.dealer);
    const understood = understand(ctx.reader, contentOf(form));
    const { content } = understood;
    const command = { ...commandOf(ctx, content, dealer), draftId: form.draft };
    const pasted = tooManyPasted(form);
    const outcome = changedMeanwhile(ctx.reader, form.draft, dealer.id, form.version)
      ? refuse({ reason: "changed_meanwhile" })
      : pasted
      ? refuse(pasted)
      : Number.isNaN(command.freightMinor)
      ? refuse({ reason: "unreadable" })
      : await ctx.act({
        load: (facts) => loadPlacingFacts(facts, questionOf(ctx, command, dealer)),
        decide: (facts, by) => placeOrder(command, facts, by),
        onBehalfOf: isOnBehalf(ctx) ? dealer.id : null,
        reply: (events) => ({ status: 303, body: numberOf(events) }),
      });
    if (outcome.ok) return goTo(ctx, confirmationPath(outcome.reply!.body));
    const draft = await keepRefused(ctx, dealer, form, content);
    const state = await padState(ctx, dealer, { ...draft, content }, understood);
    return padAnswer(ctx, { ...state, pasted }, { form, outcome, tried: true });
  },
});

/** What was refused is kept as a draft, so that closing the page loses nothing. */
async function keepRefused(ctx: PadCtx, dealer: PadDealer, form: PadForm, content: DraftContent) {
  const id = form.draft as DraftId;
  const kept = await keep(ctx, dealer, { id, version: form.version, content });
  return kept.ok ? { id, version: form.version + 1, updatedAt: ctx.now } : openPad(ctx, dealer);
}

function numberOf(events: readonly { type: string }[]): string {
  return events.find((event): event is OrderSubmitted => event.type === "OrderSubmitted")!.number;
}

export const confirmation = route({
  method: "GET",
  path: "/order/pad/confirmation/:number",
  resource: "order",
  action: "place",
  query: z.object({}),
  handle: (ctx) => {
    const { number, totalMinor, currency, awaiting } = loadOrderByNumber(
      ctx.reader,
      ctx.params.number,
    );
    return html(
      <ConfirmationPage shell={ctx.shell} order={{ number, totalMinor, currency, awaiting }} />,
    );
  },
});
