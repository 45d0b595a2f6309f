import type { PadDealer } from "~/db/order/drafts.ts";
import { addLine, mergeLines } from "~/domain/order/edit_draft.ts";
import { keep, openPad, type PadCtx } from "./pad_state.ts";

export type DraftRow = { code: string; unit: string; quantity: number };

const tries = 3;

/** Adds products to the open draft from elsewhere: the catalogue, an order of before. False: other windows were faster, each time. */
export async function addToDraft(
  ctx: PadCtx,
  dealer: PadDealer,
  rows: readonly DraftRow[],
): Promise<boolean> {
  for (let tried = 0; tried < tries; tried++) {
    const { id, version, content } = openPad(ctx, dealer);
    const more = rows.reduce(
      (done, { code, unit, quantity }) => addLine(done, { code, unit, quantity: String(quantity) }),
      content,
    );
    const kept = await keep(ctx, dealer, { id, version, content: mergeLines(more) });
    if (kept.ok) return true;
  }
  return false;
}
