import { withMinus } from "./number.tsx";

export type Currency = string;

interface Style {
  digits: number;
  symbol: string;
  whole: Intl.NumberFormat;
}

const styles = new Map<Currency, Style>();

function styleOf(currency: Currency): Style {
  const known = styles.get(currency);
  if (known) return known;
  const format = new Intl.NumberFormat("zh-CN", {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  });
  const style = {
    digits: format.resolvedOptions().maximumFractionDigits ?? 2,
    symbol: format.formatToParts(0).find((part) => part.type === "currency")?.value ?? currency,
    whole: new Intl.NumberFormat("en", { maximumFractionDigits: 0 }),
  };
  styles.set(currency, style);
  return style;
}

/**
 * Integer minor units as a figure: 804140 is `8,041.40`; `mark` puts the currency in front, once,
 * on a grand total or a figure out of its table. No float touches the amount.
 */
export function money(
  minor: number | bigint,
  { currency = "CNY", mark = false }: { currency?: Currency; mark?: boolean } = {},
): string {
  const { digits, symbol, whole } = styleOf(currency);
  const value = BigInt(minor);
  const size = value < 0n ? -value : value;
  const scale = 10n ** BigInt(digits);
  const fraction = digits ? "." + String(size % scale).padStart(digits, "0") : "";
  return withMinus(
    `${value < 0n ? "-" : ""}${mark ? symbol : ""}${whole.format(size / scale)}${fraction}`,
  );
}

interface MoneyProps {
  /** null reads as a dash: not applicable. */
  minor: number | bigint | null;
  currency?: Currency;
  mark?: boolean;
}

/** A figure of money: two decimals, red below zero. */
export function Money({ minor, currency, mark }: MoneyProps) {
  if (minor === null) return <>—</>;
  const text = money(minor, { currency, mark });
  return minor < 0 ? <span class="bad">{text}</span> : <>{text}</>;
}
