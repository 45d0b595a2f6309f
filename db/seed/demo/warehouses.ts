import { named, type Say } from "~/db/seed/say.ts";
import { provinceOf } from "~/domain/channel/provinces.ts";
import type { Node } from "~/domain/inventory/node.ts";
import type { Pool } from "~/domain/inventory/pool.ts";
import type { Weekday } from "~/domain/inventory/weekdays.ts";
import { areaOf } from "./organisations.ts";

export const pools: readonly Pool[] = [
  { code: "POOL-E", ...named("东部共享池", "Eastern pool"), organisationCode: "QY-E" },
  {
    code: "POOL-C",
    ...named("中西部共享池", "Central and western pool"),
    organisationCode: "QY-S",
  },
  { code: "POOL-S", ...named("南部共享池", "Southern pool"), organisationCode: "QY-S" },
];

export type Warehouse = {
  code: string;
  zh: string;
  en: string;
  zone: string;
  pool: string;
  /** The provinces for whose drinks it keeps stock. */
  serves: string;
  /** Its part of what the pool keeps to spare: appliances lie at one place a pool. */
  drinks: number;
  appliances: number;
  handlingMinor: number;
  leadDays: number;
  type: Node["type"];
};

export const warehouses: readonly Warehouse[] = [
  {
    code: "WH-XZ",
    zh: "徐州",
    en: "Xuzhou",
    zone: "JS",
    pool: "POOL-E",
    serves: "JS",
    drinks: 0.46,
    appliances: 0,
    handlingMinor: 2600,
    leadDays: 1,
    type: "central",
  },
  {
    code: "WH-HF",
    zh: "合肥",
    en: "Hefei",
    zone: "AH",
    pool: "POOL-E",
    serves: "AH ZJ",
    drinks: 0.29,
    appliances: 1,
    handlingMinor: 2400,
    leadDays: 1,
    type: "regional",
  },
  {
    code: "WH-JN",
    zh: "济南",
    en: "Jinan",
    zone: "SD",
    pool: "POOL-E",
    serves: "SD HE SX TJ",
    drinks: 0.25,
    appliances: 0,
    handlingMinor: 2800,
    leadDays: 1,
    type: "regional",
  },
  {
    code: "WH-WH",
    zh: "武汉",
    en: "Wuhan",
    zone: "HB",
    pool: "POOL-C",
    serves: "HA HB HN JX",
    drinks: 0.58,
    appliances: 1,
    handlingMinor: 2500,
    leadDays: 1,
    type: "central",
  },
  {
    code: "WH-CD",
    zh: "成都",
    en: "Chengdu",
    zone: "SC",
    pool: "POOL-C",
    serves: "SC CQ GZ SN",
    drinks: 0.42,
    appliances: 0,
    handlingMinor: 2500,
    leadDays: 1,
    type: "regional",
  },
  {
    code: "WH-GZ",
    zh: "广州",
    en: "Guangzhou",
    zone: "GD",
    pool: "POOL-S",
    serves: "GD FJ GX",
    drinks: 1,
    appliances: 1,
    handlingMinor: 2900,
    leadDays: 1,
    type: "third_party",
  },
];

const workdays: Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat"];

export function nodeOf(warehouse: Warehouse, say: Say): Node {
  const { code, zh, en, zone, pool, handlingMinor, leadDays, type } = warehouse;
  const province = provinceOf(zone)!;
  const area = areaOf(zone);
  return {
    code,
    ...named(`${zh}仓`, `${en} warehouse`),
    type,
    organisationCode: area.organisation,
    regionCode: `${area.code}-${zone}`,
    partnerCode: null,
    poolCode: pool,
    province: say(province.zh, province.en),
    city: say(`${zh}市`, en),
    stocks: true,
    ships: true,
    handling: { amountMinor: handlingMinor, currency: "CNY" },
    dailyCapacity: 900_000,
    openWeekdays: workdays,
    leadDays,
    state: "active",
  };
}

export function warehousesIn(pool: string): Warehouse[] {
  return warehouses.filter((warehouse) => warehouse.pool === pool);
}

/** The warehouse a dealer's drinks are meant to come from. */
export function homeOf(zone: string): string {
  return warehouses.find(({ serves }) => serves.split(" ").includes(zone))!.code;
}
