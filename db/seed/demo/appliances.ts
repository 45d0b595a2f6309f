/**
 * Small appliances: every model in every colour. A model is its size, what one costs a dealer in
 * yuan and what one weighs in grams.
 */
export type ApplianceFamily = {
  code: string;
  category: string;
  zh: string;
  en: string;
  counted: "unit" | "piece";
  models: string;
  /** Letters of the colours it comes in; empty for a part that has none. */
  colours: string;
  perCase: number;
};

export const colours: Record<string, string> = {
  W: "月白 moon white",
  G: "雾灰 mist grey",
  P: "松绿 pine green",
  R: "樱粉 cherry pink",
  K: "墨黑 ink black",
  B: "海蓝 sea blue",
};

const kitchen = { category: "KITCHEN", counted: "unit" } as const;
const pots = { category: "KETTLE", counted: "unit" } as const;
const air = { category: "AIR", counted: "unit" } as const;
const care = { category: "CARE", counted: "unit" } as const;
const parts = { category: "PART", counted: "piece", colours: "" } as const;

export const applianceFamilies: readonly ApplianceFamily[] = [
  {
    ...pots,
    code: "AK",
    zh: "电热水壶",
    en: "Electric kettle",
    models: "1.2 L 69 980|1.5 L 79 1060|1.7 L 92 1150|2.0 L 105 1280",
    colours: "WGPR",
    perCase: 8,
  },
  {
    ...pots,
    code: "AY",
    zh: "养生壶",
    en: "Health pot",
    models: "0.8 L 88 1300|1.5 L 118 1650|1.8 L 138 1800",
    colours: "WGP",
    perCase: 6,
  },
  {
    ...pots,
    code: "AF",
    zh: "净水壶",
    en: "Filter jug",
    models: "2.5 L 58 900|3.5 L 72 1080",
    colours: "WGB",
    perCase: 8,
  },
  {
    ...kitchen,
    code: "AR",
    zh: "电饭煲",
    en: "Rice cooker",
    models: "2 L 129 2600|3 L 159 3200|4 L 189 3900|5 L 219 4600",
    colours: "WGK",
    perCase: 4,
  },
  {
    ...kitchen,
    code: "AB",
    zh: "破壁机",
    en: "High-speed blender",
    models: "1.0 L 229 3400|1.5 L 279 4100|1.75 L 329 4700",
    colours: "WGK",
    perCase: 2,
  },
  {
    ...kitchen,
    code: "AJ",
    zh: "随行榨汁杯",
    en: "Portable juicer",
    models: "300 ml 62 480|350 ml 72 520|400 ml 82 560",
    colours: "WPRB",
    perCase: 12,
  },
  {
    ...kitchen,
    code: "AZ",
    zh: "空气炸锅",
    en: "Air fryer",
    models: "3 L 149 3300|4.5 L 189 4200|5.5 L 229 4900|7 L 289 6000",
    colours: "WGK",
    perCase: 2,
  },
  {
    ...kitchen,
    code: "AD",
    zh: "豆浆机",
    en: "Soy milk maker",
    models: "0.6 L 139 1700|0.8 L 169 1900|1.2 L 199 2300",
    colours: "WGP",
    perCase: 4,
  },
  {
    ...kitchen,
    code: "AC",
    zh: "电煮锅",
    en: "Electric pot",
    models: "1.0 L 49 900|1.2 L 56 1000|1.5 L 66 1200|2.0 L 79 1500",
    colours: "WGPR",
    perCase: 8,
  },
  {
    ...kitchen,
    code: "AM",
    zh: "绞肉机",
    en: "Meat chopper",
    models: "2 L 76 1600|3 L 92 1900",
    colours: "WK",
    perCase: 6,
  },
  {
    ...kitchen,
    code: "AS",
    zh: "电蒸锅",
    en: "Food steamer",
    models: "6 L 118 2500|9 L 148 3100",
    colours: "WGP",
    perCase: 4,
  },
  {
    ...kitchen,
    code: "AE",
    zh: "咖啡机",
    en: "Coffee maker",
    models: "滴滤式/drip 168 2600|胶囊式/capsule 328 3400|半自动/semi-automatic 598 5600",
    colours: "WGK",
    perCase: 2,
  },
  {
    ...kitchen,
    code: "AG",
    zh: "台式饮水机",
    en: "Countertop dispenser",
    models: "3 L 198 3600|5 L 258 4300|9 L 328 5500",
    colours: "WK",
    perCase: 2,
  },
  {
    ...kitchen,
    code: "AQ",
    zh: "气泡水机",
    en: "Soda maker",
    models: "1 L 239 2200",
    colours: "WGPK",
    perCase: 4,
  },
  {
    ...air,
    code: "AH",
    zh: "加湿器",
    en: "Humidifier",
    models: "2.5 L 88 1200|4 L 118 1700|6 L 158 2300",
    colours: "WGB",
    perCase: 4,
  },
  {
    ...air,
    code: "AV",
    zh: "电风扇",
    en: "Fan",
    models: "台式/desk 69 1500|落地/pedestal 128 4200|循环/circulator 168 3600",
    colours: "WGB",
    perCase: 4,
  },
  {
    ...air,
    code: "AW",
    zh: "暖风机",
    en: "Fan heater",
    models: "800 W 58 900|1500 W 98 1600|2000 W 138 2300",
    colours: "WK",
    perCase: 6,
  },
  {
    ...care,
    code: "AX",
    zh: "吹风机",
    en: "Hair dryer",
    models: "1200 W 52 450|1600 W 79 560|1800 W 118 640",
    colours: "WGRB",
    perCase: 12,
  },
  {
    ...care,
    code: "AT",
    zh: "挂烫机",
    en: "Garment steamer",
    models: "手持/hand-held 88 1000|立式/standing 188 4600",
    colours: "WGB",
    perCase: 4,
  },
  {
    category: "CUP",
    counted: "piece",
    code: "AU",
    zh: "保温杯",
    en: "Vacuum flask",
    models: "350 ml 32 260|480 ml 38 320|600 ml 45 390",
    colours: "WGPRKB",
    perCase: 24,
  },
  {
    ...parts,
    code: "XF",
    zh: "净水壶滤芯",
    en: "Filter cartridge",
    models: "1 支/single 16 120|3 支/3-pack 42 360|6 支/6-pack 78 700",
    perCase: 24,
  },
  {
    ...parts,
    code: "XG",
    zh: "食品级气罐",
    en: "CO2 cylinder",
    models: "425 g 46 1300|2×425 g 88 2600",
    perCase: 6,
  },
];
