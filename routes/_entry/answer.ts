import type { RefusalBase } from "~/domain/_kernel/decision.ts";
import type { Transacted } from "~/db/_engine/transact.ts";
import type { Ctx } from "./context.ts";
import { json, refusedProblem, type RefusedWords } from "./problem.ts";

type Node = { toString(): string };

/** A whole page or a fragment. */
export function html(node: Node, status = 200, headers: HeadersInit = {}): Response {
  return new Response(String(node), {
    status,
    headers: { ...headers, "content-type": "text/html; charset=utf-8", vary: "HX-Request" },
  });
}

/** Go on to another page: a redirect for a form post, a header that htmx follows. */
export function goTo(
  ctx: Pick<Ctx, "isFragment">,
  path: string,
  headers: HeadersInit = {},
): Response {
  return ctx.isFragment
    ? new Response(null, { status: 204, headers: { ...headers, "HX-Redirect": path } })
    : new Response(null, { status: 303, headers: { ...headers, location: path } });
}

/** What a refused form is answered with: 409 where somebody was faster than the version it carried. */
export function statusOf(refusals: readonly { reason: string }[]): 409 | 422 {
  return refusals.some(({ reason }) => reason === "changed_meanwhile") ? 409 : 422;
}

/** The same card with the outcome: 200, 422 where the business refused, 409 where somebody was faster. */
export function answer(
  decision: { ok: boolean; refusals?: readonly RefusalBase[] },
  node: Node,
): Response {
  if (decision.ok) return html(node);
  return html(node, statusOf(decision.refusals ?? []));
}

/** Less than this travels in one packet, compressed or not: to compress it only costs time on both sides. */
const onePacket = 1200;
const uncompressed = { "cache-control": "no-store, no-transform" };

/** The API's answer to a decision: the reply made and kept in its unit, or the problem. */
export function answerApi<Event, Refusal extends RefusalBase>(
  ctx: Pick<Ctx, "lang">,
  decision: Transacted<Event, Refusal>,
  words: RefusedWords<Refusal>,
): Response {
  if (!decision.ok) return refusedProblem(decision.refusals, words, ctx.lang);
  const { status, body } = decision.reply ?? { status: 200, body: "{}" };
  return new Response(body, {
    status,
    headers: {
      "content-type": "application/json; charset=utf-8",
      ...(body.length < onePacket ? uncompressed : {}),
      ...(decision.replayed ? { "idempotent-replayed": "true" } : {}),
    },
  });
}

export { json };
