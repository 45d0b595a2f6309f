import { money } from "~/views/_kit/money.tsx";

/** A unit price: two decimals, and the finer ones only where there are some. */
export function priceText(priceE4: number, currency: string): string {
  const minor = Math.floor(priceE4 / 10_000);
  const fine = String(priceE4 % 10_000).padStart(4, "0").replace(/0+$/, "");
  return money(minor, { currency }) + fine;
}
