import type { MasterSaved, PutFacts } from "../../_kernel/master.ts";
import type { Money } from "../../_kernel/money.ts";
import type { CreditMode } from "./use_credit.ts";

/** What a dealer may owe us. Balances are no part of it: they follow from orders and payments. */
export type CreditTerms = {
  /** The dealer's code; the currency of the limit tells its accounts apart. */
  code: string;
  limit: Money;
  termDays: number;
  overLimit: CreditMode;
  overdue: CreditMode;
};

export const creditModes = ["ignore", "warn", "approve", "block"] as const satisfies CreditMode[];

export type CreditAccountSaved = MasterSaved<"CreditAccountSaved", CreditTerms>;

/** `settles`: whether the dealer pays us by itself. */
export type CreditTermsExtra = { settles: boolean };

export type CreditTermsRefusal =
  | { reason: "unknown_dealer"; code: string; at?: string }
  | { reason: "dealer_does_not_settle"; dealer: string; at?: string };

export function creditTermsRules(
  { code }: CreditTerms,
  { refs, extra }: PutFacts<CreditTerms, CreditTermsExtra>,
): CreditTermsRefusal[] {
  if (!refs.dealer) return [{ reason: "unknown_dealer", code, at: "/code" }];
  return extra.settles ? [] : [{ reason: "dealer_does_not_settle", dealer: code, at: "/code" }];
}
