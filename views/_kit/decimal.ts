/** Exact decimal text of an integer with `shift` decimals behind it: at least `least` of them stay. */
function decimal(value: number, shift: number, least: number): string {
  const digits = String(Math.abs(value)).padStart(shift + 1, "0");
  const part = digits.slice(-shift).replace(/0+$/, "").padEnd(least, "0");
  return `${value < 0 ? "-" : ""}${digits.slice(0, -shift)}${part && `.${part}`}`;
}

/** Minor units as somebody would type them: 1250 is `12.50`. */
export function amountText(minor: number): string {
  return decimal(minor, 2, 2);
}

/** Ten-thousandths of a minor unit: 12345600 is `12.3456`, 12000000 is `12.00`. */
export function priceText(e4: number): string {
  return decimal(e4, 6, 2);
}

/** Basis points as per cent without its sign: 1300 is `13`. */
export function rateText(basisPoints: number): string {
  return decimal(basisPoints, 2, 0);
}
