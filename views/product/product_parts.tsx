import type { ProductState } from "~/domain/product/product_state.ts";
import type { Product } from "~/domain/product/product.ts";
import { priceText, rateText } from "~/views/_kit/decimal.ts";
import { count } from "~/views/_kit/number.tsx";
import { type Stage, Status } from "~/views/_kit/status.tsx";
import type { Lang } from "~/views/_kit/text.ts";
import { productWords } from "./text.ts";

/** How far a product has come: nothing yet, sold, running out, gone. */
const stages: Record<ProductState, Stage> = {
  draft: "p0",
  on_sale: "p4",
  phase_out: "hold",
  withdrawn: "void",
};

export function ProductStatus({ state, lang }: { state: ProductState; lang: Lang }) {
  return <Status stage={stages[state]}>{productWords(lang).states[state]}</Status>;
}

/** A field of a product as somebody reads it: for the history. */
export function fieldText(field: string, value: unknown, lang: Lang): string {
  if (value === null || value === undefined || value === "") return "";
  if (field === "taxRateBp") return `${rateText(Number(value))}%`;
  if (field === "costE4") return priceText(Number(value));
  if (field === "weightGram") return count(Number(value));
  if (field === "state") return productWords(lang).states[value as ProductState];
  if (field === "units") return `= ${count((value as Product["units"][number]).factor)}`;
  if (field === "attributes") return attributesText(value as Product["attributes"]);
  return String(value);
}

function attributesText(attributes: Product["attributes"]): string {
  return Object.entries(attributes).map(([name, value]) => `${name}=${value}`).join("; ");
}
