import { dayMs } from "~/domain/_kernel/period.ts";
import type { CreditTerms } from "~/domain/policy/credit/credit_terms.ts";
import type { Item } from "./catalogue.ts";
import { creditTermsOf } from "./credit_plan.ts";
import type { OrderPlan } from "./order_plan.ts";
import type { Planning } from "./usual_orders.ts";

/** Credit terms that fit what each dealer is going to order. */
export function creditOf(
  plans: readonly OrderPlan[],
  { items, dealers }: Pick<Planning, "items" | "dealers">,
): Map<string, CreditTerms> {
  const byCode = new Map(items.map((item) => [item.product.code, item]));
  return new Map(dealers.map((dealer, at) => {
    const own = plans.filter((plan) => plan.dealer.code === dealer.code);
    return [dealer.code, creditTermsOf(dealer, at, busiestMinor(own, byCode))];
  }));
}

/** About what is ordered in the busiest thirty days. */
function busiestMinor(plans: readonly OrderPlan[], byCode: ReadonlyMap<string, Item>): number {
  const orders = plans.map((plan) => ({ atMs: Date.parse(plan.at), minor: worth(plan, byCode) }))
    .sort((one, other) => one.atMs - other.atMs);
  let [most, sum, first] = [0, 0, 0];
  for (const { atMs, minor } of orders) {
    sum += minor;
    while (orders[first]!.atMs < atMs - 30 * dayMs) sum -= orders[first++]!.minor;
    most = Math.max(most, sum);
  }
  return most;
}

function worth({ command }: OrderPlan, byCode: ReadonlyMap<string, Item>): number {
  return command.lines.reduce(
    (sum, { sku, quantity }) => sum + byCode.get(sku)!.caseYuan * 95 * quantity,
    0,
  );
}
