import { organisations } from "~/db/channel/organisations.ts";
import { partners } from "~/db/channel/partner_records.ts";
import { regions } from "~/db/channel/regions.ts";
import { rateCards } from "~/db/dispatch/rate_cards.ts";
import { nodes } from "~/db/inventory/nodes.ts";
import { pools } from "~/db/inventory/pools.ts";
import { creditAccounts } from "~/db/policy/credit_accounts.ts";
import { priceLists } from "~/db/policy/price_lists.ts";
import { categories } from "~/db/product/categories.ts";
import { products } from "~/db/product/products.ts";
import type { Planter } from "~/db/seed/planter.ts";
import type { Partner, PartnerKind } from "~/domain/channel/partner.ts";
import { weekdays } from "~/domain/inventory/weekdays.ts";
import {
  costE4,
  creditLimits,
  type DealerKey,
  dealerKeys,
  mark,
  markCode,
  onHand,
  type Owner,
  phones,
  places,
} from "./tenants.ts";

const since = "2026-01-01T00:00:00.000Z";
const cny = (amountMinor: number) => ({ amountMinor, currency: "CNY" });
const named = (nameZh: string, nameEn: string) => ({ nameZh, nameEn });

export const dealerCode = (dealer: DealerKey) => markCode(dealer, "D");
export const listCode = (dealer: DealerKey) => markCode(dealer, "PL");
export const cityOf: Record<string, string> = { N1: "徐州", N1B: "南京", N2: "太原", N3: "广州" };

/** What all share: organisations, regions, nodes, goods and the base list. */
export async function plantHouse(planter: Planter): Promise<void> {
  const whole = {
    parentCode: null,
    currency: "CNY",
    validFrom: "2026-01-01",
    validUntil: null,
    discountLimitBasisPoints: 1_000,
  };
  await planter.put(organisations, [
    { code: "QY", ...named("清屿饮品", "Qingyu Beverages"), ...whole },
    { code: "QN", ...named("清屿华南", "Qingyu South"), ...whole },
  ]);
  const region = (code: string, zh: string, en: string) => ({
    code,
    ...named(zh, en),
    parentCode: null,
  });
  await planter.put(regions, [
    region("EAST", "华东", "East"),
    region("NORTH", "华北", "North"),
    region("SOUTH", "华南", "South"),
  ]);
  const owners = { EAST: "QY", NORTH: "QY", SOUTH: "QN" };
  await planter.put(
    pools,
    Object.entries(owners).map(([code, organisationCode]) => ({
      code,
      ...named(`${code} 库`, `${code} pool`),
      organisationCode,
    })),
  );
  const east = { organisationCode: "QY", regionCode: "EAST", poolCode: "EAST" };
  const south = { organisationCode: "QN", regionCode: "SOUTH", poolCode: "SOUTH" };
  await planter.put(nodes, [
    nodeOf("N1", east),
    nodeOf("N1B", east),
    nodeOf("N2", { organisationCode: "QY", regionCode: "NORTH", poolCode: "NORTH" }),
    nodeOf("N3", south),
  ]);
  await planter.put(partners, [helperOf("SF", "carrier", east), helperOf("YTO", "carrier", south)]);
  for (const kind of ["store", "supplier", "service_provider"] as const) {
    await planter.put(partners, [
      helperOf(helpers[kind].near, kind, east),
      helperOf(helpers[kind].far, kind, south),
    ]);
  }
  await planter.put(rateCards, ["N1", "N1B", "N2", "N3"].map((node) => cardOf(node)));
  await planter.put(categories, [{ code: "DRINK", ...named("饮料", "Drinks"), parentCode: null }]);
  await planter.put(products, [productOf("WATER", "天然矿泉水"), productOf("TEA", "茉莉花茶")]);
  await plantLists(planter);
}

/** A dealer with an address, a list of its own and a credit account, all under its marker. */
export async function plantDealers(planter: Planter): Promise<void> {
  await planter.put(partners, dealerKeys.map(dealerOf));
  await planter.put(
    creditAccounts,
    dealerKeys.map((dealer) => ({
      code: dealerCode(dealer),
      limit: cny(creditLimits[dealer]),
      termDays: 30,
      overLimit: "approve" as const,
      overdue: "ignore" as const,
    })),
  );
  await planter.put(
    priceLists,
    dealerKeys.map((dealer) =>
      listOf(listCode(dealer), dealer, {
        dealerCode: dealerCode(dealer),
        // A list that names only its dealer is its organisation's business all the same.
        organisationCode: dealer === "d" ? null : places[dealer].organisation,
      })
    ),
  );
  for (const dealer of dealerKeys) await planter.prices(listCode(dealer), rowsFor("12.80"));
}

async function plantLists(planter: Planter): Promise<void> {
  await planter.put(priceLists, [
    { ...listOf("BASE", "a", {}), ...named("基础价目", "Base list") },
    listOf(markCode("otherHouse", "PL"), "otherHouse", { organisationCode: "QN" }),
    // Names nobody but a region: who buys and serves elsewhere has nothing to do with it.
    listOf(markCode("c", "AREA"), "c", { regionCode: "NORTH" }),
    listOf(markCode("d", "AREA"), "d", { regionCode: "SOUTH" }),
  ]);
  await planter.prices("BASE", rowsFor("13.60"));
  await planter.prices(markCode("otherHouse", "PL"), rowsFor("13.20"));
}

function listOf(
  code: string,
  owner: Owner,
  over: { dealerCode?: string; regionCode?: string; organisationCode?: string | null },
) {
  return {
    code,
    nameZh: mark(owner, "专属价"),
    nameEn: mark(owner, "own list"),
    currency: "CNY",
    organisationCode: null,
    channel: null,
    regionCode: null,
    grade: null,
    dealerCode: null,
    validFrom: since,
    validUntil: null,
    ...over,
  };
}

function rowsFor(price: string) {
  return ["WATER", "TEA"].map((sku) => ({
    sku,
    unit: "瓶",
    minQuantity: 1,
    validFrom: since,
    validUntil: null,
    price,
  }));
}

/** Goods at each node; the reason carries the node's marker. */
export async function plantStock(planter: Planter): Promise<void> {
  const at = [
    ["N1", "WATER", "stockNear"],
    ["N1B", "TEA", "stockBeside"],
    ["N2", "WATER", "stockNorth"],
    ["N3", "WATER", "stockSouth"],
  ] as const;
  for (const [node, sku, owner] of at) {
    await planter.receive([{ node, sku, quantity: onHand[node] }], mark(owner, "期初"));
  }
  // A little of the other's goods, so that the pool's total is not the node's.
  await planter.receive([
    { node: "N1", sku: "TEA", quantity: 5 },
    { node: "N1B", sku: "WATER", quantity: 5 },
  ], "零头");
}

function dealerOf(dealer: DealerKey): Partner {
  const { organisation, region, pool, node } = places[dealer];
  return {
    code: dealerCode(dealer),
    kind: "dealer",
    nameZh: mark(dealer, "鼎顺商贸"),
    nameEn: mark(dealer, "Dingshun Trading"),
    grade: "A",
    organisationCode: organisation,
    regionCode: region,
    poolCode: pool,
    currency: "CNY",
    phone: phones[dealer],
    functions: { sells: true, stocks: false, ships: false, settles: true, services: false },
    approvalLimitMinor: 1_000_00,
    state: "active",
    parentCode: dealer === "below" ? dealerCode("a") : null,
    addresses: [{
      code: markCode(dealer, "ADR"),
      contact: mark(dealer, "周敏"),
      phone: phones[dealer],
      province: "江苏省",
      city: mark(dealer, cityOf[node]!),
      street: mark(dealer, "淮海西路 88 号"),
      zone: "JS",
      isDefault: true,
      state: "active",
    }],
  };
}

type Of = { organisationCode: string; regionCode: string; poolCode: string };

/** Partners that are no dealers: one of ours in the region we look from, one of the other house. */
export const helpers = {
  store: { near: "SHOP-E", far: "SHOP-S" },
  supplier: { near: "CAPS-E", far: "CAPS-S" },
  service_provider: { near: "MEND-E", far: "MEND-S" },
} as const;

function helperOf(code: string, kind: Exclude<PartnerKind, "dealer">, of: Of): Partner {
  return {
    code,
    kind,
    ...named(`${code} 伙伴`, `${code} Partner`),
    grade: null,
    ...of,
    poolCode: null,
    currency: "CNY",
    phone: null,
    functions: {
      sells: false,
      stocks: false,
      ships: kind === "carrier",
      settles: false,
      services: kind === "service_provider",
    },
    approvalLimitMinor: null,
    state: "active",
    parentCode: null,
    addresses: [],
  };
}

function nodeOf(code: string, of: Of) {
  return {
    code,
    ...named(`${cityOf[code]}仓`, `${code} warehouse`),
    ...of,
    type: "regional" as const,
    partnerCode: null,
    province: "江苏省",
    city: cityOf[code]!,
    stocks: true,
    ships: true,
    handling: cny(350),
    dailyCapacity: 1_000_000,
    openWeekdays: weekdays,
    leadDays: 1,
    state: "active" as const,
  };
}

function cardOf(node: string) {
  return {
    code: `RC-${node}`,
    carrierCode: node === "N3" ? "YTO" : "SF",
    nodeCode: node,
    validFrom: since,
    validUntil: null,
    zones: [{
      zone: "JS",
      firstWeightGram: 1000,
      first: cny(1200),
      stepWeightGram: 1000,
      step: cny(60),
      leadDays: 1,
    }],
  };
}

function productOf(code: string, nameZh: string) {
  return {
    code,
    nameZh,
    nameEn: code,
    specification: "550 ml",
    brand: "清屿",
    categoryCode: "DRINK",
    barcode: null,
    baseUnit: "瓶",
    salesUnit: "瓶",
    units: [{ code: "瓶", factor: 1 }],
    taxRateBp: 1300,
    weightGram: 560,
    costE4,
    attributes: {},
    state: "on_sale" as const,
  };
}
