import type { Engine } from "~/db/_engine/engine.ts";
import { rateCards } from "~/db/dispatch/rate_cards.ts";
import { nodes } from "~/db/inventory/nodes.ts";
import { pools } from "~/db/inventory/pools.ts";
import { creditAccounts } from "~/db/policy/credit_accounts.ts";
import { priceLists } from "~/db/policy/price_lists.ts";
import { Planter } from "~/db/seed/planter.ts";
import type { UserId } from "~/domain/_kernel/id.ts";
import { startOfDay } from "~/domain/_kernel/period.ts";
import { weekdays } from "~/domain/inventory/weekdays.ts";
import { bring } from "./bring.ts";
import {
  carrierOf,
  categoryOf,
  countryCode,
  house,
  priceList,
  regions,
  skuOf,
  supplierOf,
  unit,
} from "./names.ts";
import { addressesOf } from "./addresses.ts";
import { pricePeriods } from "./price_periods.ts";
import { currency, type Source, type SourceOrder } from "./source.ts";

export const openedOn = "1996-07-01";
const opened = startOfDay(openedOn);
const usd = (amountMinor: number) => ({ amountMinor, currency });
const named = (name: string) => ({ nameZh: name, nameEn: name });

type Place = { engine: Engine; folder: string };

/** Everything the orders need; answers who the employees are. */
export async function plantNorthwind(place: Place, source: Source): Promise<Map<string, UserId>> {
  const planter = new Planter(place.engine);
  await plantHouse(place, planter);
  await plantPartners(place, source);
  await plantGoods(place, source);
  await plantTerms(planter, source);
  await planter.receive(openingStock(source.orders), "Opening stock");
  return plantEmployees(planter, source);
}

async function plantHouse(place: Place, planter: Planter): Promise<void> {
  await bring(place, "organisations", [
    {
      code: house,
      nameZh: "Northwind Traders",
      currency,
      validFrom: openedOn,
      discountLimitBasisPoints: "100",
    },
  ]);
  await bring(
    place,
    "regions",
    regions.map(({ code, name }) => ({ code, nameZh: name })),
  );
  await planter.put(pools, [
    { code: house, ...named("Northwind warehouse"), organisationCode: house },
  ]);
  await planter.put(nodes, [{
    code: house,
    ...named("Northwind warehouse"),
    type: "central",
    organisationCode: house,
    regionCode: "US",
    partnerCode: null,
    poolCode: house,
    province: "WA, USA",
    city: "Seattle",
    stocks: true,
    ships: true,
    handling: usd(0),
    dailyCapacity: 1_000_000,
    openWeekdays: weekdays,
    leadDays: 0,
    state: "active",
  }]);
}

async function plantPartners(place: Place, source: Source): Promise<void> {
  const ours = { organisationCode: house, currency };
  const { customers, shippers, suppliers, orders } = source;
  await bring(
    place,
    "dealers",
    customers.flatMap((row) =>
      addressesOf(row, orders).map((address) => ({
        code: row.CustomerID!,
        nameZh: row.CompanyName!,
        regionCode: countryCode(row.Country!),
        poolCode: house,
        phone: row.Phone!,
        contact: row.ContactName!,
        addressPhone: row.Phone!,
        ...address,
        ...ours,
      }))
    ),
  );
  await bring(
    place,
    "carriers",
    shippers.map(({ ShipperID, CompanyName, Phone }) => ({
      code: carrierOf(ShipperID!),
      nameZh: CompanyName!,
      regionCode: "US",
      phone: Phone!,
      ...ours,
    })),
  );
  await bring(
    place,
    "suppliers",
    suppliers.map((row) => ({
      code: supplierOf(row.SupplierID!),
      nameZh: row.CompanyName!,
      regionCode: countryCode(row.Country!),
      phone: row.Phone!,
      ...ours,
    })),
  );
}

async function plantGoods(
  place: Place,
  { categories, products, suppliers }: Source,
): Promise<void> {
  const brands = new Map(suppliers.map((row) => [row.SupplierID, row.CompanyName!]));
  await bring(
    place,
    "categories",
    categories.map(({ CategoryID, CategoryName }) => ({
      code: categoryOf(CategoryID!),
      nameZh: CategoryName!,
    })),
  );
  await bring(
    place,
    "products",
    products.map((row) => ({
      code: skuOf(row.ProductID!),
      nameZh: row.ProductName!,
      specification: row.QuantityPerUnit!,
      brand: brands.get(row.SupplierID!) ?? "",
      categoryCode: categoryOf(row.CategoryID!),
      baseUnit: unit,
      taxRateBp: "0",
      weightGram: "0",
      state: "on_sale",
    })),
  );
}

/** What the books do not say is set so that it decides nothing: no limit, one rate for the whole world. */
async function plantTerms(
  planter: Planter,
  { customers, shippers, orders }: Source,
): Promise<void> {
  await planter.put(priceLists, [{
    code: priceList,
    ...named("Northwind price list"),
    currency,
    organisationCode: house,
    channel: null,
    regionCode: null,
    grade: null,
    dealerCode: null,
    validFrom: opened,
    validUntil: null,
  }]);
  await planter.prices(priceList, pricePeriods(orders));
  await planter.put(
    creditAccounts,
    customers.map(({ CustomerID }) => ({
      code: CustomerID!,
      limit: usd(0),
      termDays: 30,
      overLimit: "ignore" as const,
      overdue: "ignore" as const,
    })),
  );
  const zones = regions.map(({ code }) => ({
    zone: code,
    firstWeightGram: 1_000,
    first: usd(1_000),
    stepWeightGram: 1_000,
    step: usd(0),
    leadDays: 3,
  }));
  await planter.put(
    rateCards,
    shippers.map(({ ShipperID }) => ({
      code: `RATE-${ShipperID}`,
      carrierCode: carrierOf(ShipperID!),
      nodeCode: house,
      validFrom: opened,
      validUntil: null,
      zones,
    })),
  );
}

/** Exactly what will be ordered: at the end there is left what never shipped. */
function openingStock(orders: readonly SourceOrder[]) {
  const lines = orders.flatMap((order) => order.lines);
  return [...Map.groupBy(lines, ({ product }) => product)].map(([product, ordered]) => ({
    node: house,
    sku: skuOf(product),
    quantity: ordered.reduce((sum, { quantity }) => sum + quantity, 0),
  }));
}

async function plantEmployees(
  planter: Planter,
  { employees }: Source,
): Promise<Map<string, UserId>> {
  const ids = new Map<string, UserId>();
  for (const { EmployeeID, FirstName, LastName } of employees) {
    const id = await planter.user({
      login: `${FirstName}.${LastName}`.toLowerCase(),
      name: `${FirstName} ${LastName}`,
      roles: ["sales"],
      organisationCode: house,
      regionCodes: regions.map(({ code }) => code),
      language: "en",
    });
    ids.set(EmployeeID!, id);
  }
  return ids;
}
