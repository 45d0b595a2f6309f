import { mostLines } from "./placing.ts";
import type { DraftContent, DraftLine } from "./save_draft.ts";

export const emptyLine = { unit: "", quantity: "1", discount: "" };

/** Digits as typed on any keyboard: full-width ones, spaces and thousands separators are forgiven. */
export function wholeNumber(typed: string): number | null {
  const text = typed.normalize("NFKC").replaceAll(/[\s,]/g, "");
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** `5箱` or `５ 箱`: a number and, behind it, what it counts. */
export function quantityAndUnit(typed: string): { quantity: string; unit: string } | null {
  const text = typed.normalize("NFKC").replaceAll(/[\s,]/g, "");
  const [, quantity, unit] = /^(\d{1,9})([^\d.+-].*)$/.exec(text) ?? [];
  return quantity === undefined || unit === undefined ? null : { quantity, unit };
}

/** Whole numbers somebody may have meant by what is none: 1 or 2 by 1.5; nothing is guessed from words. */
export function quantitiesMeant(typed: string): number[] {
  const text = typed.normalize("NFKC").replaceAll(/[\s,]/g, "");
  if (text === "") return [1];
  const [, number] = /^(\d{1,9}(?:\.\d+)?)[^\d.]*$/.exec(text) ?? [];
  if (number === undefined) return [];
  const near = [Math.floor(Number(number)), Math.ceil(Number(number))];
  return [...new Set(near.map((whole) => Math.max(1, whole)))];
}

/** Per cent with at most two decimals, as basis points. */
export function basisPoints(typed: string): number | null {
  const text = typed.normalize("NFKC").replaceAll(/[\s%]/g, "");
  if (text === "") return 0;
  const [, whole, decimals = ""] = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  if (whole === undefined) return null;
  const points = Number(whole) * 100 + Number(decimals.padEnd(2, "0"));
  return points <= 10_000 ? points : null;
}

export function addLine(
  content: DraftContent,
  line: Pick<DraftLine, "code"> & Partial<DraftLine>,
): DraftContent {
  const id = `l${content.nextLine}`;
  return {
    ...content,
    nextLine: content.nextLine + 1,
    lines: [...content.lines, { ...emptyLine, ...line, id }],
  };
}

export function changeLine(
  content: DraftContent,
  id: string,
  set: Partial<DraftLine>,
): DraftContent {
  return {
    ...content,
    lines: content.lines.map((line) => line.id === id ? { ...line, ...set } : line),
  };
}

export function removeLine(content: DraftContent, id: string): DraftContent {
  return { ...content, lines: content.lines.filter((line) => line.id !== id) };
}

/** One press on + or −; never below nothing. */
export function stepLine(content: DraftContent, id: string, by: number): DraftContent {
  const line = content.lines.find((each) => each.id === id);
  if (!line) return content;
  const quantity = Math.max(0, (wholeNumber(line.quantity) ?? 0) + by);
  return changeLine(content, id, { quantity: String(quantity) });
}

/** The same product in the same unit is one line: the later one adds to the earlier. */
export function mergeLines(content: DraftContent): DraftContent {
  const merged: DraftLine[] = [];
  for (const line of content.lines) {
    const key = keyOf(line);
    const at = merged.findIndex((other) => key !== "" && keyOf(other) === key);
    const [first, more] = [merged[at]?.quantity ?? "", line.quantity].map(wholeNumber);
    if (at < 0 || first == null || more == null) merged.push(line);
    else merged[at] = { ...merged[at]!, quantity: String(first + more) };
  }
  return { ...content, lines: merged };
}

function keyOf({ code, unit, discount }: DraftLine): string {
  return code === "" ? "" : `${code.toUpperCase()}\u0000${unit}\u0000${discount}`;
}

/** Twice what an order takes: pasted rows of one product become one line. */
export const mostPastedRows = 2 * mostLines;

export type PastedRow = { code: string; quantity: string; unit: string };

/** Rows of a spreadsheet or a message: code, quantity and perhaps a unit, by tab, comma, semicolon or space. */
export function pastedRows(text: string): PastedRow[] {
  return text.split(/\r?\n/).map((row) => row.trim()).filter((row) => row !== "").map((row) => {
    const parts = row.split(row.includes("\t") ? "\t" : /[,;，；\s]+/).map((part) => part.trim());
    const [code = "", quantity = "1", unit = ""] = parts;
    const swapped = wholeNumber(quantity) === null && wholeNumber(unit) !== null;
    return swapped
      ? { code, quantity: unit, unit: quantity }
      : { code, quantity: quantity || "1", unit };
  });
}
