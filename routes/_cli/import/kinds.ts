import { organisationImport } from "~/routes/channel/organisation_exchange.ts";
import {
  carrierImport,
  dealerImport,
  serviceProviderImport,
  storeImport,
  supplierImport,
} from "~/routes/channel/partner_import.ts";
import { regionImport } from "~/routes/channel/region_exchange.ts";
import { categoryImport } from "~/routes/product/category_exchange.ts";
import { productImport } from "~/routes/product/product_exchange.ts";
import { rateCardImport } from "~/routes/dispatch/rate_card_exchange.ts";
import { nodeImport, poolImport } from "~/routes/inventory/node_exchange.ts";
import { stockImport } from "~/routes/inventory/stock_import.ts";
import { creditImport } from "~/routes/policy/credit_exchange.ts";
import { priceImport, priceListImport } from "~/routes/policy/price_exchange.ts";
import { orderImport } from "~/routes/order/order_import.ts";
import type { ImportKind } from "./kind.ts";

/** Everything that can be imported, in the order in which a new house needs it: one line a kind. */
export const importKinds: readonly ImportKind[] = [
  organisationImport,
  regionImport,
  poolImport,
  categoryImport,
  productImport,
  dealerImport,
  storeImport,
  supplierImport,
  carrierImport,
  serviceProviderImport,
  nodeImport,
  stockImport,
  priceListImport,
  priceImport,
  creditImport,
  rateCardImport,
  orderImport,
];

export function findKind(name: string): ImportKind | undefined {
  return importKinds.find((kind) => kind.name === name);
}
