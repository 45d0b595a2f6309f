import { named } from "~/db/seed/say.ts";
import { type Organisation, usualDiscountLimit } from "~/domain/channel/organisation.ts";
import { provinceOf } from "~/domain/channel/provinces.ts";
import type { Region } from "~/domain/channel/region.ts";

const founded = {
  currency: "CNY",
  validFrom: "2018-03-01",
  validUntil: null,
  discountLimitBasisPoints: usualDiscountLimit,
};

export const organisations: readonly Organisation[] = [
  { code: "QY", ...named("清屿实业", "Qingyu Industries"), parentCode: null, ...founded },
  { code: "QY-E", ...named("清屿东部销售", "Qingyu Sales East"), parentCode: "QY", ...founded },
  { code: "QY-S", ...named("清屿南部销售", "Qingyu Sales South"), parentCode: "QY", ...founded },
];

/** Sales areas with their provinces, who serves them, and from which pool. */
export const areas = [
  {
    code: "EAST",
    ...named("华东大区", "East China"),
    zones: ["JS", "SD", "AH", "ZJ"],
    organisation: "QY-E",
    pool: "POOL-E",
  },
  {
    code: "NORTH",
    ...named("华北大区", "North China"),
    zones: ["HE", "SX", "TJ"],
    organisation: "QY-E",
    pool: "POOL-E",
  },
  {
    code: "CENTRAL",
    ...named("华中大区", "Central China"),
    zones: ["HA", "HB", "HN", "JX"],
    organisation: "QY-S",
    pool: "POOL-C",
  },
  {
    code: "WEST",
    ...named("西部大区", "West China"),
    zones: ["SC", "CQ", "GZ", "SN"],
    organisation: "QY-S",
    pool: "POOL-C",
  },
  {
    code: "SOUTH",
    ...named("华南大区", "South China"),
    zones: ["GD", "FJ", "GX"],
    organisation: "QY-S",
    pool: "POOL-S",
  },
] as const;

export type Area = typeof areas[number];
export type AreaCode = Area["code"];

export function areaOf(zone: string): Area {
  return areas.find(({ zones }) => (zones as readonly string[]).includes(zone))!;
}

export function regionCodesOf({ code, zones }: Area): string[] {
  return [code, ...zones.map((zone) => `${code}-${zone}`)];
}

/** Areas first, then the provinces in them: EAST-JS stands under EAST. */
export const regions: readonly Region[] = areas.flatMap((area) => {
  const { code, nameZh, nameEn, zones } = area;
  return [
    { code, nameZh, nameEn, parentCode: null },
    ...zones.map((zone) => {
      const { zh, en } = provinceOf(zone)!;
      return { code: `${code}-${zone}`, nameZh: zh, nameEn: en, parentCode: code };
    }),
  ];
});
