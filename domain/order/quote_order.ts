import type { By } from "../_kernel/by.ts";
import type { LostBecause } from "../policy/price/choose_price.ts";
import { checkCredit, type CreditConcern } from "../policy/credit/use_credit.ts";
import type { PlaceOrder, PlacingFacts } from "./placing.ts";
import { quoteLines } from "./quote_lines.ts";
import { type OrderPreview, previewOrder } from "./preview_order.ts";

export type QuotedLine = {
  index: number;
  sku: string;
  unit: string;
  quantity: number;
  priceE4: number;
  /** Of which list, and from which quantity on. */
  won: { list: string; minQuantity: number };
  lost: { list: string; minQuantity: number; priceE4: number; because: LostBecause }[];
  goodsMinor: number;
  discountMinor: number;
  freightMinor: number;
  taxMinor: number;
  available: number;
  /** False: something stands in its way, and the totals leave it out. */
  counted: boolean;
};

export type CreditVerdict = "pass" | "warn" | "approve" | "block" | "no_account";

export type OrderQuote = Omit<OrderPreview, "lines"> & {
  lines: QuotedLine[];
  creditVerdict: CreditVerdict;
  concerns: CreditConcern[];
};

/** What an order would come to, which price won on each line and what credit says; nothing is kept. */
export function quoteOrder(command: PlaceOrder, facts: PlacingFacts, by: By): OrderQuote {
  const preview = previewOrder(command, facts, by);
  const { resolved, priced } = quoteLines(command, facts, { refusals: [], by });
  const seen = new Map(preview.lines.map((line) => [line.index, line]));
  const lines = resolved.flatMap(({ sku, unit, wished }, i): QuotedLine[] => {
    const { choice: { winner, losers }, lineNo, ...amounts } = priced.lines[i]!;
    if (!winner) return [];
    return [{
      ...amounts,
      index: lineNo - 1,
      sku: sku.code,
      unit: unit.code,
      quantity: wished.quantity,
      won: { list: winner.listCode, minQuantity: winner.minQuantity },
      lost: losers.map(({ row, because }) => ({
        list: row.listCode,
        minQuantity: row.minQuantity,
        priceE4: row.priceE4,
        because,
      })),
      available: seen.get(lineNo - 1)?.available ?? 0,
      counted: seen.get(lineNo - 1)?.counted ?? false,
    }];
  });
  return { ...preview, lines, ...verdictOf(facts, preview.totalMinor) };
}

function verdictOf(
  { credit }: PlacingFacts,
  totalMinor: number,
): { creditVerdict: CreditVerdict; concerns: CreditConcern[] } {
  if (!credit) return { creditVerdict: "no_account", concerns: [] };
  const { refusals, approvals, warnings } = checkCredit(credit, totalMinor);
  const creditVerdict = refusals.length > 0
    ? "block"
    : approvals.length > 0
    ? "approve"
    : warnings.length > 0
    ? "warn"
    : "pass";
  return { creditVerdict, concerns: [...refusals, ...approvals, ...warnings] };
}
