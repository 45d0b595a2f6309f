import { z } from "zod";
import type { PriceRowKey } from "~/db/policy/price_row_list.ts";

/** Where a page of price rows begins, as one word of a URL. */
export function keyText({ sku, unit, minQuantity, validFrom }: PriceRowKey): string {
  return [sku, unit, minQuantity, validFrom].join("~");
}

/** The same in a program's URL, where anything else is refused. */
export const RowCursor = z.string().max(200).refine((text) => readKey(text) !== undefined, {
  error: "not_a_cursor",
}).meta({ examples: ["QY-0001~箱~1~2026-01-01T00:00:00.000Z"] });

/** Anything that is no such word means: from the beginning. */
export function readKey(text: string | undefined): PriceRowKey | undefined {
  const [sku, ...rest] = (text ?? "").split("~");
  const validFrom = rest.pop();
  const minQuantity = Number(rest.pop());
  if (!sku || validFrom === undefined || !Number.isSafeInteger(minQuantity)) return undefined;
  return { sku, unit: rest.join("~"), minQuantity, validFrom };
}
