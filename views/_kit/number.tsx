import type { Lang } from "./text.ts";

const integers = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

/** Minus is U+2212: as wide as a digit, so columns of red figures stay aligned. */
export function withMinus(text: string): string {
  return text.replace("-", "−");
}

/** A whole number with thousands separators: `1,240`. The same in both languages. */
export function count(value: number): string {
  return withMinus(integers.format(value));
}

/** A count the database stopped at: above the cap it reads `1,000+`. */
export function cappedCount(value: number, cap = 1000): string {
  return value > cap ? `${count(cap)}+` : count(value);
}

/** A quantity in a unit the caller names: `120 箱`. Without a unit, the number alone. */
export function quantity(value: number, unit?: string): string {
  return unit ? `${count(value)} ${unit}` : count(value);
}

/** A rate of basis points as per cent: 7340 is `73.4%`; `digits` says how many decimals. */
export function percent(basisPoints: number, digits = 1): string {
  return withMinus(
    (basisPoints / 100).toLocaleString("en", {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }),
  ) + "%";
}

/** English needs a plural; Chinese does not: `plural(lang, 2, "箱", "case")`. */
export function plural(lang: Lang, value: number, zh: string, one: string, many = `${one}s`) {
  return lang === "zh" ? zh : value === 1 ? one : many;
}

interface QuantityProps {
  value: number | null;
  unit?: string;
}

/** A quantity in a row: red when below zero, a dash when not applicable. */
export function Quantity({ value, unit }: QuantityProps) {
  if (value === null) return <>—</>;
  return value < 0
    ? <span class="bad">{quantity(value, unit)}</span>
    : <>{quantity(value, unit)}</>;
}
