import type { Engine } from "~/db/_engine/engine.ts";
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
import { Planter } from "~/db/seed/planter.ts";
import type { Partner } from "~/domain/channel/partner.ts";
import type { Node } from "~/domain/inventory/node.ts";
import { weekdays } from "~/domain/inventory/weekdays.ts";
import type { Product } from "~/domain/product/product.ts";
import { systemUser } from "~/domain/platform/system_user.ts";

export type WorldSize = {
  dealers: number;
  skus: number;
  /** Price rows a SKU has in each of the three lists: tiers times two units. */
  tiers: number;
  /** Base units of a SKU at each of the two nodes. */
  stockOf: (sku: number) => number;
};

const since = "2026-01-01T00:00:00.000Z";
const cny = (amountMinor: number) => ({ amountMinor, currency: "CNY" });

export const dealerCode = (i: number) => `D${String(i).padStart(3, "0")}`;
export const skuCode = (i: number) => `QY-${String(i).padStart(5, "0")}`;
export const tokenOf = (i: number) => `proof-token-of-dealer-${String(i).padStart(4, "0")}`;
export const staffToken = "proof-token-of-our-own-systems";

/** A company with dealers that order by API, made by puts and documents like any other world. */
export async function plantWorld(engine: Engine, size: WorldSize): Promise<void> {
  const planter = new Planter(engine);
  await plantHouse(planter);
  await planter.put(products, Array.from({ length: size.skus }, (_, i) => product(i)));
  await planter.put(partners, Array.from({ length: size.dealers }, (_, i) => dealer(i)));
  await planter.put(
    creditAccounts,
    Array.from({ length: size.dealers }, (_, i) => ({
      code: dealerCode(i),
      limit: cny(9e14),
      termDays: 30,
      overLimit: "block" as const,
      overdue: "block" as const,
    })),
  );
  await plantPrices(planter, size);
  await plantStock(planter, size);
  await plantClients(planter, size.dealers);
}

async function plantHouse(planter: Planter): Promise<void> {
  await planter.put(organisations, [{
    code: "QY",
    nameZh: "清屿饮品",
    nameEn: "Qingyu Beverages",
    parentCode: null,
    currency: "CNY",
    validFrom: "2026-01-01",
    validUntil: null,
    discountLimitBasisPoints: 1_000,
  }]);
  await planter.put(regions, [{
    code: "EAST",
    nameZh: "华东",
    nameEn: "East China",
    parentCode: null,
  }]);
  await planter.put(pools, [{
    code: "EAST",
    nameZh: "华东仓",
    nameEn: "East warehouses",
    organisationCode: "QY",
  }]);
  await planter.put(partners, [carrier()]);
  await planter.put(nodes, [node("XZ", "徐州仓", "Xuzhou"), node("NJ", "南京仓", "Nanjing")]);
  await planter.put(
    rateCards,
    ["XZ", "NJ"].map((code, i) => ({
      code: `RC-${code}`,
      carrierCode: "CARRIER",
      nodeCode: code,
      validFrom: since,
      validUntil: null,
      zones: [{
        zone: "320000",
        firstWeightGram: 10_000,
        first: cny(2_000 + i * 300),
        stepWeightGram: 1_000,
        step: cny(50),
        leadDays: 1 + i,
      }],
    })),
  );
  await planter.put(categories, [{
    code: "WATER",
    nameZh: "水",
    nameEn: "Water",
    parentCode: null,
  }]);
}

async function plantPrices(planter: Planter, { skus, tiers }: WorldSize): Promise<void> {
  const lists = [["BASE", null, null], ["ORG", "QY", null], ["GRADE-A", null, "A"]] as const;
  await planter.put(
    priceLists,
    lists.map(([code, organisationCode, grade]) => ({
      code,
      nameZh: `价目表 ${code}`,
      nameEn: `List ${code}`,
      currency: "CNY",
      organisationCode,
      channel: null,
      regionCode: null,
      grade,
      dealerCode: null,
      validFrom: since,
      validUntil: null,
    })),
  );
  for (const [code] of lists) {
    const rows = Array.from({ length: skus }, (_, i) => i).flatMap((i) =>
      Array.from({ length: tiers }, (_, tier) => tier).flatMap((tier) =>
        [["瓶", 100], ["箱", 2400]].map(([unit, price]) => ({
          sku: skuCode(i),
          unit: unit as string,
          minQuantity: tier === 0 ? 1 : tier * 50,
          validFrom: since,
          validUntil: null,
          price: (((price as number) - tier * 2 + i % 7) / 100).toFixed(2),
        }))
      )
    );
    await planter.prices(code, rows);
  }
}

async function plantStock(planter: Planter, { skus, stockOf }: WorldSize): Promise<void> {
  const lines = Array.from({ length: skus }, (_, i) => i).flatMap((i) =>
    ["XZ", "NJ"].map((node) => ({ node, sku: skuCode(i), quantity: stockOf(i) }))
      .filter(({ quantity }) => quantity > 0)
  );
  await planter.receive(lines, "opening stock");
}

async function plantClients(planter: Planter, dealers: number): Promise<void> {
  for (let i = 0; i < dealers; i++) {
    const user = await planter.user({
      login: `api.${dealerCode(i)}`,
      name: `${dealerCode(i)} ERP`,
      roles: ["api_client"],
      dealerCode: dealerCode(i),
    });
    await planter.token(user, "proof", tokenOf(i));
  }
  const ours = await planter.user({
    login: "api.ours",
    name: "ERP",
    roles: ["api_client"],
    organisationCode: "QY",
  });
  await planter.as(systemUser).token(ours, "proof", staffToken);
}

function product(i: number): Product {
  return {
    code: skuCode(i),
    nameZh: `天然矿泉水 ${i}`,
    nameEn: `Mineral water ${i}`,
    specification: "550 ml×24",
    brand: "清屿",
    categoryCode: "WATER",
    barcode: null,
    baseUnit: "瓶",
    salesUnit: "箱",
    units: [{ code: "瓶", factor: 1 }, { code: "箱", factor: 24 }],
    taxRateBp: 1300,
    weightGram: 560,
    costE4: null,
    attributes: {},
    state: "on_sale",
  };
}

const trading = { sells: true, stocks: false, ships: false, settles: true, services: false };

function dealer(i: number): Partner {
  return {
    code: dealerCode(i),
    kind: "dealer",
    nameZh: `徐州鼎顺商贸 ${i}`,
    nameEn: `Dingshun Trading ${i}`,
    grade: "A",
    organisationCode: "QY",
    regionCode: "EAST",
    poolCode: "EAST",
    currency: "CNY",
    phone: null,
    functions: trading,
    approvalLimitMinor: null,
    state: "active",
    parentCode: null,
    addresses: [{
      code: "MAIN",
      contact: "王静",
      phone: "13800000000",
      province: "江苏省",
      city: "徐州市",
      street: "新城路 18 号",
      zone: "320000",
      isDefault: true,
      state: "active",
    }],
  };
}

function carrier(): Partner {
  return {
    ...dealer(0),
    code: "CARRIER",
    kind: "carrier",
    nameZh: "顺达物流",
    nameEn: "Shunda Logistics",
    grade: null,
    poolCode: null,
    functions: { sells: false, stocks: false, ships: true, settles: false, services: false },
    addresses: [],
  };
}

function node(code: string, nameZh: string, nameEn: string): Node {
  return {
    code,
    nameZh,
    nameEn,
    type: "regional",
    organisationCode: "QY",
    regionCode: "EAST",
    partnerCode: null,
    poolCode: "EAST",
    province: "江苏省",
    city: nameZh.slice(0, 2) + "市",
    stocks: true,
    ships: true,
    handling: cny(100),
    dailyCapacity: 2_000_000_000,
    openWeekdays: weekdays,
    leadDays: 1,
    state: "active",
  };
}
