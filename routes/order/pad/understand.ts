import type { Reader } from "~/db/_engine/reader.ts";
import { searchSkus, type Sku, skusByCodes } from "~/db/product/skus.ts";
import { addLine, mergeLines, quantityAndUnit } from "~/domain/order/edit_draft.ts";
import type { DraftContent } from "~/domain/order/save_draft.ts";

const choicesShown = 8;

export type Understood = {
  content: DraftContent;
  skus: Map<string, Sku>;
  /** What the text to add may have meant, where it was not clear. */
  choices: Sku[];
  added: string | null;
  merged: string | null;
};

/** Codes in any case, barcodes and names become products; units that were left open become the one it is sold in. */
export function understand(reader: Reader, given: DraftContent): Understood {
  const found = findTyped(reader, given);
  const spelled = {
    ...given,
    lines: given.lines.map((line) => {
      const sku = found.get(line.code);
      if (!sku) return line;
      const unit = line.unit === "" ? sku.salesUnit : line.unit;
      return { ...line, code: sku.code, unit, ...counted(line.quantity, sku) };
    }),
  };
  const skus = new Map([...found.values()].map((sku) => [sku.code, sku]));
  return add(reader, mergeLines(spelled), skus);
}

/** A unit typed behind the quantity counts where the product is sold by it. */
function counted(typed: string, { units }: Sku): { quantity: string; unit: string } | null {
  const read = quantityAndUnit(typed);
  return read && units.some(({ code }) => code === read.unit) ? read : null;
}

function findTyped(reader: Reader, { lines }: DraftContent): Map<string, Sku> {
  const codes = [...new Set(lines.map(({ code }) => code))];
  const found = skusByCodes(reader, codes);
  for (const code of codes.filter((each) => !found.has(each))) {
    const [first] = searchSkus(reader, code, 1, ["on_sale", "phase_out", "withdrawn"]);
    if (first && isExactly(first, code)) found.set(code, first);
  }
  return found;
}

function isExactly({ code, barcode }: Sku, typed: string): boolean {
  return code.toUpperCase() === typed.toUpperCase() || barcode === typed;
}

function add(reader: Reader, content: DraftContent, skus: Map<string, Sku>): Understood {
  const none = { content, skus, choices: [], added: null, merged: null };
  if (content.adding === "") return none;
  const choices = searchSkus(reader, content.adding, choicesShown);
  const exact = choices.find((sku) => isExactly(sku, content.adding));
  const sku = exact ?? (choices.length === 1 ? choices[0]! : null);
  if (!sku) return { ...none, choices };
  skus.set(sku.code, sku);
  const before = content.lines.find(({ code, unit }) =>
    code === sku.code && unit === sku.salesUnit
  );
  const line = { code: sku.code, unit: sku.salesUnit };
  const more = mergeLines(addLine({ ...content, adding: "" }, line));
  return {
    content: more,
    skus,
    choices: [],
    added: before ? null : more.lines.at(-1)!.id,
    merged: before?.id ?? null,
  };
}
