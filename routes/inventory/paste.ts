import type { EntryRow } from "~/views/inventory/entry_page.tsx";

/**
 * Rows copied from a spreadsheet: code, quantity, unit, parted by tabs, commas or runs of blanks. A
 * first line whose quantity is no figure is taken for the headings.
 */
export function pastedRows(text: string): EntryRow[] {
  const rows = text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean).map((line) => {
    const cells = line.split(line.includes("\t") ? "\t" : /[,，]|\s+/).map((cell) => cell.trim());
    const [sku = "", quantity = "", unit = ""] = cells.filter((cell, at) => cell !== "" || at < 3);
    return { sku, quantity, unit };
  });
  const [first] = rows;
  return first && !/\d/.test(first.quantity) ? rows.slice(1) : rows;
}
