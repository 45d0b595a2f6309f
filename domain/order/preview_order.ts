import type { By } from "../_kernel/by.ts";
import { availableOf } from "../inventory/reserve.ts";
import { usedMinor } from "../policy/credit/use_credit.ts";
import type { OrderSubmitted } from "./events.ts";
import type { Gate } from "./order.ts";
import { type Gated, gatesOf } from "./gates.ts";
import { placeOrder } from "./place_order.ts";
import type { PlaceOrder, PlaceOrderRefusal, PlacingFacts } from "./placing.ts";
import { quoteLines } from "./quote_lines.ts";

export type PreviewLine = {
  index: number;
  priceE4: number;
  goodsMinor: number;
  discountMinor: number;
  /** In the unit of the line. */
  available: number;
  /** False: something stands in its way, and the totals leave it out. */
  counted: boolean;
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
  /** Who would have to approve it first. */
  awaiting: Gate | null;
  /** Every gate it would have to pass, and why. */
  gates: readonly Gated[];
};

/** What submitting would do, line by line; while some lines are still wrong, with the others. */
export function previewOrder(command: PlaceOrder, facts: PlacingFacts, by: By): OrderPreview {
  const whole = placeOrder(command, facts, by);
  const wrong = new Set((whole.refusals ?? []).flatMap(({ at }) => lineIn(at) ?? []));
  const counted = { ...command, lines: command.lines.filter((_, index) => !wrong.has(index)) };
  const decision = wrong.size > 0 ? placeOrder(counted, facts, by) : whole;
  const { resolved, priced } = quoteLines(command, facts, { refusals: [], by });
  const available = availableOf(facts.balances, facts.due);
  const lines = resolved.flatMap(({ sku, unit }, i): PreviewLine[] => {
    const { lineNo, choice, priceE4, goodsMinor, discountMinor } = priced.lines[i]!;
    if (!choice.winner) return [];
    const index = lineNo - 1;
    const units = Math.floor((available.get(sku.id) ?? 0) / unit.factor);
    return [{
      index,
      priceE4,
      goodsMinor,
      discountMinor,
      available: units,
      counted: !wrong.has(index),
    }];
  });
  const submitted = decision.events?.find((event): event is OrderSubmitted =>
    event.type === "OrderSubmitted"
  );
  const quoted = quoteLines(counted, facts, { refusals: [], by });
  const { goodsMinor, discountMinor, freightMinor, taxMinor, totalMinor } = submitted ??
    quoted.priced;
  const gates = counted.lines.length > 0 ? gatesOf(facts, quoted) : [];
  return {
    refusals: refusalsOf(whole.refusals ?? [], decision.refusals ?? []),
    lines,
    goodsMinor,
    discountMinor,
    freightMinor,
    taxMinor,
    totalMinor,
    credit: facts.credit &&
      { limitMinor: facts.credit.limitMinor, usedMinor: usedMinor(facts.credit) },
    awaiting: gates[0]?.gate ?? null,
    gates,
  };
}

/** What is wrong with lines is told of all lines; what is wrong with the order, of what is counted. */
function refusalsOf(
  ofAll: readonly PlaceOrderRefusal[],
  ofCounted: readonly PlaceOrderRefusal[],
): PlaceOrderRefusal[] {
  const isEmpty = ofCounted.some(({ reason }) => reason === "no_lines");
  return ofAll.flatMap((refusal) => {
    if (lineIn(refusal.at) !== null) return [refusal];
    // Where nothing is counted the rest was not asked about: only what a sum says is unsaid.
    if (isEmpty) return refusal.reason === "credit_exceeded" ? [] : [refusal];
    return ofCounted.filter(({ reason, at }) => reason === refusal.reason && at === refusal.at);
  });
}

/** The place in the command that a refusal points into; null: it concerns the whole order. */
export function lineIn(at: string | undefined): number | null {
  const index = /^\/lines\/(\d+)/.exec(at ?? "")?.[1];
  return index === undefined ? null : Number(index);
}
