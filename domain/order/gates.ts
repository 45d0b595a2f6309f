import { checkCredit, type CreditConcern } from "../policy/credit/use_credit.ts";
import type { PricedBasket } from "../policy/price/price_basket.ts";
import type { ApprovalCause, Gate } from "./order.ts";
import type { PlacingDealer, PlacingFacts, ResolvedLine } from "./placing.ts";

export type Gated = { gate: Gate; causes: ApprovalCause[] };

/** The dealer's own approver first, then ours. */
export function gatesOf(
  facts: PlacingFacts,
  { resolved, priced: { totalMinor } }: {
    resolved: readonly ResolvedLine[];
    priced: PricedBasket;
  },
): Gated[] {
  const { dealer, boundByDealerLimit, credit } = facts;
  const ours = [
    ...(credit ? checkCredit(credit, totalMinor).approvals.map(causeOf) : []),
    ...overDiscounted(resolved, dealer),
  ];
  const gates: Gated[] = [];
  const { approvalLimitMinor: limitMinor, currency } = dealer;
  if (boundByDealerLimit && limitMinor !== null && totalMinor > limitMinor) {
    gates.push({
      gate: "dealer",
      causes: [{ cause: "above_buyer_limit", limitMinor, totalMinor, currency }],
    });
  }
  if (ours.length > 0) gates.push({ gate: "company", causes: ours });
  return gates;
}

function causeOf(concern: CreditConcern): ApprovalCause {
  const { currency } = concern;
  return concern.reason === "credit_exceeded"
    ? { cause: "credit_exceeded", overMinor: concern.overMinor, currency }
    : { cause: "receivable_overdue", overdueMinor: concern.overdueMinor, currency };
}

/** One cause for the whole order: the largest discount stands for all that are above the limit. */
function overDiscounted(
  resolved: readonly ResolvedLine[],
  { discountLimitBasisPoints: limitBasisPoints }: PlacingDealer,
): ApprovalCause[] {
  const over = resolved.map(({ basket }) => basket)
    .filter(({ discountBasisPoints }) => discountBasisPoints > limitBasisPoints)
    .sort((a, b) => b.discountBasisPoints - a.discountBasisPoints);
  const [most] = over;
  if (!most) return [];
  const { sku, discountBasisPoints } = most;
  return [{
    cause: "discount_above_limit",
    limitBasisPoints,
    discountBasisPoints,
    sku,
    lines: over.length,
  }];
}
