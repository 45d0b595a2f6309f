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

export type CreditTermsRefusal = { reason: "unknown_dealer"; code: string; at?: string };

export function creditTermsRules(
  { code }: CreditTerms,
  { refs }: PutFacts<CreditTerms, null>,
): CreditTermsRefusal[] {
  return refs.dealer ? [] : [{ reason: "unknown_dealer", code, at: "/code" }];
}
