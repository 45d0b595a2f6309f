import { amountText } from "~/domain/policy/price/price_text.ts";

/** An amount as a file holds it: a plain number in whole units of its currency, exact to the cent. */
export function decimalOf(minor: number, currency: string): number {
  const size = Number(amountText(Math.abs(minor), currency));
  return minor < 0 ? -size : size;
}
