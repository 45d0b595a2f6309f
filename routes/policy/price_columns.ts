import { dayOf, startOfDay } from "~/domain/_kernel/period.ts";
import { priceText } from "~/domain/policy/price/price_text.ts";
import type { PriceRowRow } from "~/domain/policy/read_models.ts";
import type { ExchangeColumn } from "~/routes/_cli/import/kind.ts";

export type PriceFileRow = Omit<PriceRowRow, "version" | "specification" | "nameEn"> & {
  list: string;
  currency: string;
};

/** The columns of a price file, for the way in and the way out. */
export const priceColumns: readonly ExchangeColumn<PriceFileRow>[] = [
  {
    field: "list",
    zh: ["价目表", "价目表编码"],
    en: ["Price list", "List"],
    required: true,
    cell: ({ list }) => list,
  },
  {
    field: "sku",
    zh: ["商品编码", "编码"],
    en: ["SKU", "Product code", "Code"],
    required: true,
    cell: ({ sku }) => sku,
  },
  { field: "name", zh: ["品名"], en: ["Name"], cell: ({ nameZh }) => nameZh },
  { field: "unit", zh: ["单位"], en: ["Unit"], required: true, cell: ({ unit }) => unit },
  {
    field: "minQuantity",
    zh: ["起订量"],
    en: ["From quantity", "Min quantity"],
    cell: ({ minQuantity }) => minQuantity,
  },
  {
    field: "validFrom",
    zh: ["生效日"],
    en: ["Valid from"],
    required: true,
    cell: ({ validFrom }) => dayText(validFrom),
  },
  {
    field: "validUntil",
    zh: ["失效日"],
    en: ["Valid until"],
    cell: ({ validUntil }) => validUntil === null ? null : dayText(validUntil),
  },
  {
    field: "price",
    zh: ["价格", "单价"],
    en: ["Price"],
    required: true,
    cell: ({ priceE4, currency }) => priceText(priceE4, currency),
  },
  { field: "currency", zh: ["币种"], en: ["Currency"], cell: ({ currency }) => currency },
];

/** A day where the instant is the start of one, otherwise the instant: nothing shifts on the way back. */
export function dayText(instant: string): string {
  const day = dayOf(instant);
  return startOfDay(day) === instant ? day : instant;
}
