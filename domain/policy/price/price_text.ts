import type { Currency } from "../../_kernel/money.ts";

/** A price keeps four digits more than the smallest coin. */
const finerDigits = 4;

const digitsOf = new Map<Currency, number>();

/** Decimals of a currency as ISO 4217 has them: 2 for CNY, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: Currency): number {
  const known = digitsOf.get(currency);
  if (known !== undefined) return known;
  const style = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions();
  const digits = style.maximumFractionDigits ?? 2;
  digitsOf.set(currency, digits);
  return digits;
}

export function priceDecimals(currency: Currency): number {
  return minorDigits(currency) + finerDigits;
}

/** `26.40` as ten-thousandths of a minor unit (26,400,000); null when it is no price. Exact. */
export function parsePrice(text: string, currency: Currency): number | null {
  return parseDecimal(text, priceDecimals(currency));
}

/** `12,500.00` as minor units; null when it is no amount. Exact. */
export function parseAmount(text: string, currency: Currency): number | null {
  return parseDecimal(text, minorDigits(currency));
}

function parseDecimal(text: string, decimals: number): number | null {
  const plain = text.trim().replace(/^[¥￥$€]/, "").replace(/(?<=\d),(?=\d{3}(\D|$))/g, "");
  const [, whole, part = ""] = /^(\d+)(?:\.(\d+))?$/.exec(plain) ?? [];
  if (whole === undefined || part.length > decimals) return null;
  const value = Number(whole + part.padEnd(decimals, "0"));
  return Number.isSafeInteger(value) ? value : null;
}

/** The shortest text that says the price exactly, with no fewer decimals than the currency has. */
export function priceText(priceE4: number, currency: Currency): string {
  return decimalText(priceE4, priceDecimals(currency), minorDigits(currency));
}

export function amountText(amountMinor: number, currency: Currency): string {
  const digits = minorDigits(currency);
  return decimalText(amountMinor, digits, digits);
}

function decimalText(value: number, decimals: number, least: number): string {
  const digits = String(value).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const part = decimals === 0 ? "" : digits.slice(-decimals).replace(/0+$/, "").padEnd(least, "0");
  return part === "" ? whole : `${whole}.${part}`;
}
