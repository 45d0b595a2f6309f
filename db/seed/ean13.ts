/** Numbers of the range 200 to 299 belong to whoever uses them in the own house: no company has them. */
const ownRange = "200";

/** A barcode with its check digit (GS1: weights 1 and 3 from the left). */
export function ean13(serial: number): string {
  const digits = ownRange + String(serial).padStart(9, "0");
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1), 0);
  return digits + (10 - sum % 10) % 10;
}

export function isEan13(code: string): boolean {
  return /^\d{13}$/.test(code) &&
    [...code].reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1), 0) % 10 === 0;
}
