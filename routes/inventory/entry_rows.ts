import type { EntryRow } from "~/views/inventory/entry_page.tsx";
import type { InventoryWords } from "~/views/inventory/text.ts";
import { SignedText } from "./shapes.ts";

type Row = { sku: string; quantity: number; unit: string | null };

/** Typed rows as figures, or words beside the cells that are none. */
export function checkRows(
  typed: readonly EntryRow[],
  t: InventoryWords["entry"],
): { rows: Row[]; errors: Record<string, string> } {
  const errors: Record<string, string> = {};
  const rows = typed.map(({ sku, quantity, unit }, at): Row => {
    if (sku.trim() === "") errors[`lines.${at}.sku`] = t.codeMissing;
    if (quantity.trim() === "") errors[`lines.${at}.quantity`] = t.quantityMissing;
    const figure = SignedText.safeParse(quantity);
    if (!figure.success) errors[`lines.${at}.quantity`] ??= t.notWhole;
    return { sku: sku.trim(), quantity: figure.data ?? 0, unit: unit.trim() || null };
  });
  return { rows, errors };
}
