import type { By } from "../_kernel/by.ts";
import { availableOf } from "../inventory/reserve.ts";
import { usedMinor } from "../policy/credit/use_credit.ts";
import type { OrderSubmitted } from "./events.ts";
import type { Gate } from "./order.ts";
import {
  type PlaceOrder,
  placeOrder,
  type PlaceOrderRefusal,
  type PlacingFacts,
  quoteLines,
} from "./place_order.ts";

export type PreviewLine = {
  index: number;
  priceE4: number;
  goodsMinor: number;
  discountMinor: number;
  /** In the unit of the line. */
  available: number;
};

export type OrderPreview = {
  refusals: readonly PlaceOrderRefusal[];
  /** Only the lines that can be priced. */
  lines: PreviewLine[];
  goodsMinor: number;
  discountMinor: number;
  freightMinor: number;
  taxMinor: number;
  totalMinor: number;
  credit: { limitMinor: number; usedMinor: number } | null;
  /** Who would have to approve it. */
  awaiting: Gate | null;
};

/** What submitting would do, line by line, also while some lines are still wrong. */
export function previewOrder(command: PlaceOrder, facts: PlacingFacts, by: By): OrderPreview {
  const decision = placeOrder(command, facts, by);
  const { resolved, priced } = quoteLines(command, facts, { refusals: [], by });
  const available = availableOf(facts.balances, facts.due);
  const lines = resolved.flatMap(({ sku, unit }, i): PreviewLine[] => {
    const { lineNo, choice, priceE4, goodsMinor, discountMinor } = priced.lines[i]!;
    if (!choice.winner) return [];
    const units = Math.floor((available.get(sku.id) ?? 0) / unit.factor);
    return [{ index: lineNo - 1, priceE4, goodsMinor, discountMinor, available: units }];
  });
  const submitted = decision.events?.find((event): event is OrderSubmitted =>
    event.type === "OrderSubmitted"
  );
  const { goodsMinor, discountMinor, freightMinor, taxMinor, totalMinor } = submitted ?? priced;
  return {
    refusals: decision.refusals ?? [],
    lines,
    goodsMinor,
    discountMinor,
    freightMinor,
    taxMinor,
    totalMinor,
    credit: facts.credit &&
      { limitMinor: facts.credit.limitMinor, usedMinor: usedMinor(facts.credit) },
    awaiting: submitted?.awaiting ?? null,
  };
}
