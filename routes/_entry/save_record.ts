import type { EventBase } from "~/db/_engine/outbox.ts";
import { type Master, put } from "~/db/_engine/put.ts";
import type { Expected, PutRefusal } from "~/domain/_kernel/master.ts";
import type { FormState } from "~/views/_kit/form_state.ts";
import { goTo } from "./answer.ts";
import type { AnyCtx } from "./context.ts";
import type { BadInput } from "./errors.ts";
import { flat } from "./flat.ts";
import { refusedForm, stoppedForm } from "./form_state.ts";
import type { RefusedWords } from "./problem.ts";

/** The form once more: with what was typed, and what is wrong with it. */
export type ShowForm = (form: FormState, how: { status: number; isStale: boolean }) => Response;

/** A form that its schema stopped. */
export function refilled(ctx: AnyCtx, input: BadInput, show: ShowForm): Response {
  const form = stoppedForm(input, ctx.lang);
  return show({ ...form, values: flat(form.values) }, { status: 422, isStale: false });
}

/** Saves a record from its form and goes on to its page, or answers with the form and the reasons. */
export async function saveRecord<
  Type extends string,
  Record,
  Extra,
  Refusal extends { reason: string },
  Also extends EventBase = never,
>(
  ctx: AnyCtx,
  { master, record, expected, words, values, saved, show }: {
    master: Master<Type, Record, Extra, Refusal, Also>;
    record: Record;
    expected: Expected;
    words: RefusedWords<Refusal | PutRefusal>;
    /** What was typed, as the form shows it. */
    values: FormState["values"];
    /** Where the saved record stands. */
    saved: string;
    show: ShowForm;
  },
): Promise<Response> {
  const decision = await ctx.act(put(master, record, expected));
  if (decision.ok) return goTo(ctx, saved);
  const form = refusedForm(values, decision.refusals, words, ctx.lang);
  const isStale = decision.refusals.some(({ reason }) => reason === "changed_meanwhile");
  return show(form, { status: isStale ? 409 : 422, isStale });
}
