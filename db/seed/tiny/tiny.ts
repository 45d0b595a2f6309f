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
import { categories, itemsIn } from "~/db/seed/demo/catalogue.ts";
import { organisations, regions } from "~/db/seed/demo/organisations.ts";
import { carrierPartners, dealersIn } from "~/db/seed/demo/partners.ts";
import { rateCardsOf } from "~/db/seed/demo/rate_cards.ts";
import { samplesIn } from "~/db/seed/demo/staff.ts";
import { nodeOf, pools, warehouses } from "~/db/seed/demo/warehouses.ts";
import type { Past } from "~/db/seed/past.ts";
import { named, sayIn } from "~/db/seed/say.ts";
import { dayMs, plusMs } from "~/domain/_kernel/period.ts";
import type { CreditTerms } from "~/domain/policy/credit/credit_terms.ts";
import type { PriceList } from "~/domain/policy/price/price_list.ts";

const say = sayIn("zh");
const organisation = { ...organisations[0]!, code: "QY" };
const [dingshun, huanghai] = ["D-1001", "D-1006"];
const places = ["WH-XZ", "WH-HF"];
const codes = ["W-0550-24", "W-4500-4", "S1-0400-24", "T1-0500-15", "F1-0330-24", "AK2-W"];

/** A handful of everything, the same records as in the demo world: for tests and documents. */
export async function plantTiny(past: Past, passwordHash: string): Promise<void> {
  const since = plusMs(past.engine.seams.now(), -dayMs);
  const planter = past.at(since);
  const items = itemsIn(say).filter(({ product }) => codes.includes(product.code));
  await planter.put(organisationMaster, [organisation]);
  await planter.put(regionMaster, regions.filter(({ code }) => code.startsWith("EAST")));
  await planter.put(categoryMaster, categories);
  await planter.put(products, items.map(({ product }) => product));
  await planter.put(
    poolMaster,
    pools.slice(0, 1).map((pool) => ({ ...pool, organisationCode: "QY" })),
  );
  await planter.put(
    nodes,
    warehouses.filter(({ code }) => places.includes(code))
      .map((warehouse) => ({ ...nodeOf(warehouse, say), organisationCode: "QY" })),
  );
  await planter.put(partners, carrierPartners().slice(0, 1));
  await planter.put(
    partners,
    dealersIn(say).filter(({ code }) => code === dingshun || code === huanghai)
      .map(({ record }) => ({ ...record, organisationCode: "QY" })),
  );
  const cards = places.flatMap((place) => rateCardsOf(place, since));
  await planter.put(rateCards, cards.filter(({ carrierCode }) => carrierCode === "C-01"));
  await planter.put(priceLists, [listOf("BASE", since, null), listOf("GRADE-A", since, "A")]);
  const priced = (list: string, share: number) =>
    planter.prices(
      list,
      items.map(({ product, caseYuan }) => ({
        sku: product.code,
        unit: product.salesUnit,
        minQuantity: 1,
        validFrom: since,
        validUntil: null,
        price: (caseYuan * share).toFixed(2),
      })),
    );
  await priced("BASE", 1);
  await priced("GRADE-A", 0.92);
  await planter.put(creditAccounts, [
    creditOf(dingshun, 20_000_000, "approve"),
    creditOf(huanghai, 5_000_000, "block"),
  ]);
  for (const user of samplesIn(say, "zh")) {
    const isOurs = user.organisationCode !== undefined;
    const regionCodes = user.regionCodes?.filter((code) => code.startsWith("EAST"));
    await planter.user(
      { ...user, ...isOurs ? { organisationCode: "QY" } : {}, regionCodes },
      passwordHash,
    );
  }
  const cases: [sku: string, xuzhou: number, hefei: number][] = [
    ["W-0550-24", 860, 400],
    ["W-4500-4", 310, 120],
    ["S1-0400-24", 120, 60],
    ["T1-0500-15", 12, 0],
    ["AK2-W", 0, 30],
  ];
  const lines = cases.flatMap(([sku, xuzhou, hefei]) => [
    { node: places[0]!, sku, quantity: xuzhou, unit: "箱" },
    { node: places[1]!, sku, quantity: hefei, unit: "箱" },
  ]).filter(({ quantity }) => quantity > 0);
  await planter.receive(lines, "期初库存", "tiny");
}

function listOf(code: string, validFrom: string, grade: string | null): PriceList {
  return {
    code,
    ...(grade
      ? named("A 级经销商价", "Grade A dealers")
      : named("统一价目表", "General price list")),
    currency: "CNY",
    organisationCode: null,
    channel: null,
    regionCode: null,
    grade,
    dealerCode: null,
    validFrom,
    validUntil: null,
  };
}

function creditOf(code: string, amountMinor: number, over: CreditTerms["overLimit"]): CreditTerms {
  const limit = { amountMinor, currency: "CNY" };
  return { code, limit, termDays: 30, overLimit: over, overdue: over };
}
