import { answer, html } from "~/routes/_entry/answer.ts";
import { packed } from "~/routes/_entry/packed.ts";
import { PadChanges, PadPage } from "~/views/order/pad_page.tsx";
import type { PadState } from "~/views/order/pad_state.ts";
import type { PadForm } from "./form.ts";
import type { PadCtx } from "./pad_state.ts";

type Outcome = { ok: boolean; refusals?: readonly { reason: string }[] };

/** The page, or for htmx only what changed on it; a refusal says so in its status. */
export function padAnswer(
  ctx: PadCtx,
  state: PadState,
  { form, outcome = { ok: true }, tried }: {
    form: Pick<PadForm, "draft" | "seen" | "looks">;
    outcome?: Outcome;
    tried?: boolean;
  },
): Response | Promise<Response> {
  const { lang, now } = ctx;
  const before = { draft: form.draft, lines: form.seen, errors: form.looks };
  const reading = { lang, now };
  const stale = outcome.refusals?.some(({ reason }) => reason === "changed_meanwhile") ?? false;
  const shell = { ...ctx.shell, here: herePath(state) };
  const node = ctx.isFragment
    ? <PadChanges {...{ state, before, lang, reading, stale, tried }} />
    : <PadPage {...{ shell, state, reading, stale, tried }} />;
  const response = outcome.ok ? html(node) : answer(outcome, node);
  return ctx.isFragment ? packed(ctx.request, response) : response;
}

/** The switches of a page that answers a post must lead back to one that can be read. */
function herePath({ onBehalf, dealer }: PadState): string {
  return onBehalf ? `/order/pad?dealer=${encodeURIComponent(dealer.code)}` : "/order/pad";
}
