import { byOf } from "~/db/_engine/transact.ts";
import { loadPlacingFacts, type PlacingQuestion } from "~/db/order/placing_facts.ts";
import { loadDraft, loadOpenDraft, loadPadDealer, type PadDealer } from "~/db/order/drafts.ts";
import { searchSkus } from "~/db/product/skus.ts";
import type { DraftId } from "~/domain/_kernel/id.ts";
import { accept } from "~/domain/_kernel/decision.ts";
import { basisPoints, wholeNumber } from "~/domain/order/edit_draft.ts";
import type { PlaceOrder } from "~/domain/order/placing.ts";
import { previewOrder } from "~/domain/order/preview_order.ts";
import { type DraftContent, emptyContent, saveDraft } from "~/domain/order/save_draft.ts";
import { amountOf } from "~/routes/_entry/amount.ts";
import type { Ctx } from "~/routes/_entry/context.ts";
import type { PadState } from "~/views/order/pad_state.ts";
import { understand, type Understood } from "./understand.ts";

export type PadCtx = Ctx<unknown, unknown, unknown, unknown>;

/** A dealer's own people order for the dealer; ours name the dealer they order for. */
export function padDealer(ctx: PadCtx, code: string | undefined): PadDealer {
  const { dealerId } = ctx.principal;
  if (dealerId !== null) return loadPadDealer(ctx.reader, { id: dealerId });
  return loadPadDealer(ctx.readerFor("order", "place_on_behalf"), { code: code ?? "" });
}

export function isOnBehalf(ctx: PadCtx): boolean {
  return ctx.principal.dealerId === null;
}

/** The open draft of this person for this dealer, or an empty one under a new id. */
export function openPad(
  ctx: PadCtx,
  dealer: PadDealer,
): { id: DraftId; version: number; content: DraftContent; updatedAt: string | null } {
  const draft = loadOpenDraft(ctx.reader, { dealerId: dealer.id, userId: ctx.principal.userId });
  return draft ??
    { id: ctx.engine.seams.newId() as DraftId, version: 0, content: emptyContent, updatedAt: null };
}

/** Keeps the draft as it was typed. A refusal means that another window was faster. */
export function keep(
  ctx: PadCtx,
  dealer: PadDealer,
  draft: { id: DraftId; version: number; content: DraftContent },
) {
  return ctx.act({
    load: (facts) => ({ draft: loadDraft(facts, draft.id, dealer.id), dealerId: dealer.id }),
    decide: (facts) => saveDraft(draft, facts),
  });
}

/** Lines whose numbers cannot be read go as they are: the rule refuses them beside their cell. */
export function commandOf(ctx: PadCtx, content: DraftContent, dealer: PadDealer): PlaceOrder {
  const { address, note, requiredOn, freight, discountReason } = content;
  return {
    channel: isOnBehalf(ctx) ? "staff" : "portal",
    address: address || undefined,
    note,
    requiredOn: requiredOn.trim(),
    freightMinor: freight === "" ? 0 : amountOf(freight, dealer.currency) ?? Number.NaN,
    lines: content.lines.map(({ code, unit, quantity, discount }) => {
      const discountBasisPoints = basisPoints(discount) ?? Number.NaN;
      return {
        sku: code,
        unit: unit || undefined,
        quantity: wholeNumber(quantity) ?? Number.NaN,
        ...(discountBasisPoints === 0 ? {} : { discountBasisPoints, discountReason }),
      };
    }),
  };
}

export function questionOf(ctx: PadCtx, command: PlaceOrder, dealer: PadDealer): PlacingQuestion {
  return {
    dealer: { id: dealer.id },
    address: command.address,
    channel: command.channel,
    lines: command.lines.map((line) => ({ ...line, quantity: line.quantity || 0 })),
    mayDiscount: ctx.may("order", "discount"),
    boundByDealerLimit: ctx.principal.roles.includes("dealer_buyer"),
  };
}

/** Everything the pad shows: the draft understood, priced and checked as a submit would. */
export async function padState(
  ctx: PadCtx,
  dealer: PadDealer,
  draft: { id: DraftId; version: number; content: DraftContent; updatedAt: string | null },
  understood: Understood = understand(ctx.reader, draft.content),
): Promise<PadState> {
  const { content } = understood;
  const command = commandOf(ctx, content, dealer);
  const safe = { ...command, freightMinor: command.freightMinor || 0 };
  const { loaded } = await ctx.foresee({
    load: (facts) => loadPlacingFacts(facts, questionOf(ctx, safe, dealer)),
    decide: () => accept<never>(),
  });
  const preview = previewOrder(safe, loaded, byOf(ctx.author, ctx.engine.seams));
  const unknown = content.lines.filter(({ code }) => !understood.skus.has(code));
  return {
    draft: { id: draft.id, version: draft.version, updatedAt: draft.updatedAt },
    dealer,
    content,
    skus: understood.skus,
    choices: understood.choices,
    focusLine: understood.added ?? understood.merged,
    suggestions: new Map(unknown.map(({ id, code }) => [id, searchSkus(ctx.reader, code, 3)])),
    preview,
    freightUnreadable: Number.isNaN(command.freightMinor),
    pasted: null,
    onBehalf: isOnBehalf(ctx),
    mayDiscount: ctx.may("order", "discount"),
    approvesBy: preview.awaiting,
  };
}
