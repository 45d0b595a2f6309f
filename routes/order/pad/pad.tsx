import { z } from "zod";
import { refuse } from "~/domain/_kernel/decision.ts";
import type { DraftId } from "~/domain/_kernel/id.ts";
import { html } from "~/routes/_entry/answer.ts";
import { route } from "~/routes/_entry/route.ts";
import { PadPage } from "~/views/order/pad_page.tsx";
import { contentOf, PadForm, tooManyPasted } from "./form.ts";
import { padAnswer } from "./pad_answer.tsx";
import { keep, openPad, type PadCtx, padDealer, padState } from "./pad_state.ts";
import { understand } from "./understand.ts";

export const pad = route({
  method: "GET",
  path: "/order/pad",
  resource: "order",
  action: "place",
  query: z.object({ dealer: z.string().max(60).optional() }),
  handle: async (given) => {
    const ctx = given as unknown as PadCtx;
    const dealer = padDealer(ctx, given.query.dealer);
    const state = await padState(ctx, dealer, openPad(ctx, dealer));
    const reading = { lang: ctx.lang, now: ctx.now };
    return html(<PadPage shell={ctx.shell} state={state} reading={reading} />);
  },
});

/** Every change on the pad: kept, understood, priced; one round trip. */
export const padChange = route({
  method: "POST",
  path: "/order/pad",
  resource: "order",
  action: "place",
  form: PadForm,
  handle: async (given) => {
    const ctx = given as unknown as PadCtx;
    const { draft, version, dealer: code } = given.form;
    const dealer = padDealer(ctx, code);
    const understood = understand(ctx.reader, contentOf(given.form));
    const { content } = understood;
    const outcome = await keep(ctx, dealer, { id: draft as DraftId, version, content });
    const now = outcome.ok
      ? { id: draft as DraftId, version: version + 1, updatedAt: ctx.now }
      : openPad(ctx, dealer);
    const pasted = tooManyPasted(given.form);
    const state = await padState(ctx, dealer, { ...now, content }, understood);
    return padAnswer(ctx, { ...state, pasted }, {
      form: given.form,
      outcome: outcome.ok && pasted ? refuse(pasted) : outcome,
    });
  },
});
