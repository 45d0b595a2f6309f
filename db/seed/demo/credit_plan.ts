import type { CreditMode } from "~/domain/policy/credit/use_credit.ts";
import type { CreditTerms } from "~/domain/policy/credit/credit_terms.ts";
import type { Dealer } from "./partners.ts";

type Modes = Pick<CreditTerms, "overLimit" | "overdue">;
const modes = (overLimit: CreditMode, overdue: CreditMode): Modes => ({ overLimit, overdue });

/** Days until a dealer pays, by its habit. */
export const termDays: Record<Dealer["payer"], number> = {
  at_once: 7,
  weekly: 15,
  monthly: 30,
  slow: 30,
  stopped: 45,
};

const written: Record<string, { limitMinor?: number; modes: Modes }> = {
  "D-1001": { limitMinor: 15_000_000, modes: modes("approve", "approve") },
  "D-1009": { limitMinor: 3_000_000, modes: modes("approve", "warn") },
  "D-1014": { modes: modes("block", "block") },
  "D-1019": { modes: modes("approve", "approve") },
  "D-1022": { modes: modes("approve", "approve") },
};

/** Tight limits are kept by a person, loose ones by the house. */
const usual: readonly Modes[] = [
  modes("approve", "warn"),
  modes("warn", "warn"),
  modes("block", "warn"),
  modes("ignore", "ignore"),
];

/** `busiestMinor` is what the dealer orders in its busiest thirty days. */
export function creditTermsOf(dealer: Dealer, at: number, busiestMinor: number): CreditTerms {
  const { code, payer } = dealer;
  const { modes: chosen, limitMinor } = written[code] ?? { modes: usual[at % usual.length]! };
  const room = chosen.overLimit === "approve" ? 1.25 : 3.2;
  const tenThousand = 1_000_000;
  const fitting = Math.ceil(busiestMinor * room / tenThousand) * tenThousand;
  return {
    code,
    limit: { amountMinor: limitMinor ?? Math.max(tenThousand * 3, fitting), currency: "CNY" },
    termDays: termDays[payer],
    ...chosen,
  };
}

/** Whether orders of this dealer may come before a person of ours. */
export function mayWaitForUs({ overLimit, overdue }: CreditTerms): boolean {
  return overLimit === "approve" || overdue === "approve";
}
