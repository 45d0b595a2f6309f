import { organisations as organisationMaster } from "~/db/channel/organisations.ts";
import { partners } from "~/db/channel/partner_records.ts";
import { regions as regionMaster } from "~/db/channel/regions.ts";
import { rateCards } from "~/db/dispatch/rate_cards.ts";
import { nodes } from "~/db/inventory/nodes.ts";
import { pools as poolMaster } from "~/db/inventory/pools.ts";
import { creditAccounts } from "~/db/policy/credit_accounts.ts";
import { priceLists } from "~/db/policy/price_lists.ts";
import { categories as categoryMaster } from "~/db/product/categories.ts";
import { products } from "~/db/product/products.ts";
import type { Planter } from "~/db/seed/planter.ts";
import { startOfDay } from "~/domain/_kernel/period.ts";
import type { CreditTerms } from "~/domain/policy/credit/credit_terms.ts";
import { categories } from "./catalogue.ts";
import { organisations, regions } from "./organisations.ts";
import { carrierPartners, serviceProvidersIn, storesIn, suppliersIn } from "./partners.ts";
import { pricePlans } from "./price_plan.ts";
import { rateCardsOf } from "./rate_cards.ts";
import type { Planning } from "./usual_orders.ts";
import { nodeOf, pools, warehouses } from "./warehouses.ts";

/** All records of the world, those that others refer to first. */
export async function plantMasterData(
  planter: Planter,
  { items, dealers, calendar, say }: Planning,
  credit: readonly CreditTerms[],
): Promise<void> {
  const since = startOfDay(calendar.first);
  await planter.put(organisationMaster, organisations);
  await planter.put(regionMaster, regions);
  await planter.put(categoryMaster, categories);
  await planter.put(products, items.map(({ product }) => product));
  await planter.put(poolMaster, pools);
  await planter.put(nodes, warehouses.map((warehouse) => nodeOf(warehouse, say)));
  await planter.put(partners, [
    ...carrierPartners(),
    ...suppliersIn(),
    ...serviceProvidersIn(),
  ]);
  await planter.put(partners, dealers.map(({ record }) => record));
  await planter.put(partners, storesIn(say));
  await planter.put(rateCards, warehouses.flatMap(({ code }) => rateCardsOf(code, since)));
  for (const { list, rows } of pricePlans(items, calendar)) {
    await planter.put(priceLists, [list]);
    await planter.prices(list.code, rows);
  }
  await planter.put(creditAccounts, credit);
}
