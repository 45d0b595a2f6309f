import { organisationImport } from "~/routes/channel/organisation_exchange.ts";
import {
  carrierImport,
  dealerImport,
  storeImport,
  supplierImport,
} from "~/routes/channel/partner_import.ts";
import { regionImport } from "~/routes/channel/region_exchange.ts";
import { categoryImport } from "~/routes/product/category_exchange.ts";
import { productImport } from "~/routes/product/product_exchange.ts";
import type { ImportKind } from "./kind.ts";

/** Everything that can be imported, in the order in which a new house needs it: one line a kind. */
export const importKinds: readonly ImportKind[] = [
  organisationImport,
  regionImport,
  categoryImport,
  productImport,
  dealerImport,
  storeImport,
  supplierImport,
  carrierImport,
];

export function findKind(name: string): ImportKind | undefined {
  return importKinds.find((kind) => kind.name === name);
}
