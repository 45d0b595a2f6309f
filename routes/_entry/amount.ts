import type { Currency } from "~/domain/_kernel/money.ts";
import { minorDigits, parseAmount } from "~/domain/policy/price/price_text.ts";

/**
 * An amount as somebody types it, in the smallest unit of its currency: `12.50`, `1,240`, `￥１２．５０`
 * from a Chinese keyboard. Null when it is none, or finer than the currency's coins.
 */
export function amountOf(typed: string, currency: Currency): number | null {
  return parseAmount(typed.normalize("NFKC").replaceAll(/\s/g, ""), currency);
}

/** The decimals a currency has: for the words beside an amount that does not fit. */
export function decimalsOf(currency: Currency): number {
  return minorDigits(currency);
}
