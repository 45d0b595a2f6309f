import { ean13 } from "~/db/seed/ean13.ts";
import { named, type Say } from "~/db/seed/say.ts";
import type { Category } from "~/domain/product/category.ts";
import type { Product } from "~/domain/product/product.ts";
import { applianceFamilies, type ApplianceFamily, colours } from "./appliances.ts";
import { drinkFamilies, type DrinkFamily } from "./drinks.ts";

/** A product with what the other generators need to know of it. */
export type Item = {
  product: Product;
  kind: "drink" | "appliance";
  /** What a case costs a dealer of no grade, and how many are in it. */
  caseYuan: number;
  perCase: number;
  wanted: number;
};

const category = (code: string, zh: string, en: string, parentCode: string | null): Category => ({
  code,
  ...named(zh, en),
  parentCode,
});

export const categories: readonly Category[] = [
  category("DRINK", "饮料", "Drinks", null),
  category("WATER", "包装水", "Bottled water", "DRINK"),
  category("SPARKLING", "苏打与气泡", "Soda and sparkling", "DRINK"),
  category("TEA", "茶饮料", "Tea", "DRINK"),
  category("JUICE", "果汁", "Juice", "DRINK"),
  category("FUNCTION", "功能饮料", "Functional drinks", "DRINK"),
  category("COFFEE", "咖啡与奶茶", "Coffee and milk tea", "DRINK"),
  category("PLANT", "植物与乳饮", "Plant and dairy drinks", "DRINK"),
  category("APPLIANCE", "小家电", "Small appliances", null),
  category("KETTLE", "水壶与养生壶", "Kettles and pots", "APPLIANCE"),
  category("KITCHEN", "厨房电器", "Kitchen appliances", "APPLIANCE"),
  category("AIR", "环境电器", "Air and climate", "APPLIANCE"),
  category("CARE", "个人护理", "Personal care", "APPLIANCE"),
  category("CUP", "杯具", "Cups", "APPLIANCE"),
  category("PART", "耗材", "Consumables", "APPLIANCE"),
];

const brands: Record<DrinkFamily["brand"] | "home", [zh: string, en: string]> = {
  qingyu: ["清屿", "Qingyu"],
  yuqi: ["屿气", "Yuqi"],
  guoan: ["果岸", "Guoan"],
  yueyu: ["跃屿", "Yueyu"],
  home: ["清屿家", "Qingyu Home"],
};

export const units: Record<DrinkFamily["holds"] | ApplianceFamily["counted"] | "case", [
  zh: string,
  en: string,
]> = {
  case: ["箱", "case"],
  bottle: ["瓶", "bottle"],
  can: ["罐", "can"],
  carton: ["盒", "carton"],
  jug: ["桶", "jug"],
  cup: ["杯", "cup"],
  unit: ["台", "unit"],
  piece: ["个", "piece"],
};

const phasedOut =
  "F5-0480-15 V3-0600-15 Y2-0900-8 C3-0900-12 O4-1500-6 AW1-K AV1-B AE1-K AU1-R AM1-K";
const withdrawn = "M3-0450-15 G5-2000-8 AF2-B AD1-P AX1-B AT1-B";
const drafts = "J6-1000-6 B5-1000-12 E5-0900-12 AQ1-K AZ4-K";

/** Where a product's life ends up; all but the drafts begin on sale. */
export const laterStates: ReadonlyMap<string, Product["state"]> = new Map([
  ...phasedOut.split(" ").map((code) => [code, "phase_out"] as const),
  ...withdrawn.split(" ").map((code) => [code, "withdrawn"] as const),
]);
const draftCodes = new Set(drafts.split(" "));

/** The 400 products of the house, always the same ones. */
export function itemsIn(say: Say): Item[] {
  const drinks = drinkFamilies.flatMap((family) => drinksOf(family, say));
  const appliances = applianceFamilies.flatMap((family) => appliancesOf(family, say));
  return [...drinks, ...appliances].map((item, serial) => ({
    ...item,
    product: { ...item.product, barcode: ean13(1001 + serial) },
  }));
}

function drinksOf(family: DrinkFamily, say: Say): Item[] {
  const flavours = family.flavours === "" ? [null] : family.flavours.split("|");
  return flavours.flatMap((flavour, which) =>
    family.packs.split("|").map((pack) => {
      const [, ml = "", count = "", yuan = ""] = /^(\d+)×(\d+) ([\d.]+)$/.exec(pack) ?? [];
      const code = `${family.code}${flavour ? which + 1 : ""}-${ml.padStart(4, "0")}-${count}`;
      const names = withFlavour(family, flavour);
      const size = sizeOf(Number(ml));
      return itemOf({
        code,
        names,
        specification: `${size}×${count}`,
        brand: say(...brands[family.brand]),
        category: family.category,
        unit: say(...units[family.holds]),
        caseUnit: say(...units.case),
        perCase: Number(count),
        caseYuan: Number(yuan),
        weightGram: Math.round(Number(ml) * 1.03 + 18 + Number(ml) / 45),
        attributes: { [say("净含量", "Net content")]: size },
        kind: "drink",
        wanted: family.wanted / flavours.length,
      });
    })
  );
}

function appliancesOf(family: ApplianceFamily, say: Say): Item[] {
  const shades = family.colours === "" ? [""] : [...family.colours];
  return family.models.split("|").flatMap((model, which) =>
    shades.map((shade) => {
      const [, size = "", yuan = "", gram = ""] = /^(.+) ([\d.]+) (\d+)$/.exec(model) ?? [];
      const [sizeZh = "", sizeEn = sizeZh] = size.split("/");
      const [colourZh, colourEn] = split(colours[shade] ?? "");
      return itemOf({
        code: `${family.code}${which + 1}${shade && `-${shade}`}`,
        names: named(
          [family.zh, sizeZh, colourZh].filter(Boolean).join(" "),
          [`${family.en}, ${sizeEn}`, colourEn].filter(Boolean).join(", "),
        ),
        specification: `${say(sizeZh, sizeEn)}×${family.perCase}`,
        brand: say(...brands.home),
        category: family.category,
        unit: say(...units[family.counted]),
        caseUnit: say(...units.case),
        perCase: family.perCase,
        caseYuan: Math.round(Number(yuan) * family.perCase * 0.72),
        weightGram: Number(gram),
        attributes: colourZh ? { [say("颜色", "Colour")]: say(colourZh, colourEn) } : {},
        kind: "appliance",
        wanted: 0.4 / shades.length,
      });
    })
  );
}

type Wished = {
  code: string;
  names: { nameZh: string; nameEn: string };
  specification: string;
  brand: string;
  category: string;
  unit: string;
  caseUnit: string;
  perCase: number;
  caseYuan: number;
  weightGram: number;
  attributes: Record<string, string>;
  kind: Item["kind"];
  wanted: number;
};

function itemOf({ code, names, caseYuan, perCase, kind, wanted, ...wished }: Wished): Item {
  const { specification, brand, category, unit, caseUnit, weightGram, attributes } = wished;
  return {
    kind,
    caseYuan,
    perCase,
    wanted,
    product: {
      code,
      ...names,
      specification,
      brand,
      categoryCode: category,
      barcode: null,
      baseUnit: unit,
      salesUnit: caseUnit,
      units: [{ code: unit, factor: 1 }, { code: caseUnit, factor: perCase }],
      taxRateBp: 1300,
      weightGram,
      costE4: Math.round(caseYuan / perCase * 0.64 * 1_000_000),
      attributes,
      state: draftCodes.has(code) ? "draft" : "on_sale",
    },
  };
}

function withFlavour({ zh, en }: DrinkFamily, flavour: string | null) {
  if (flavour === null) return named(zh, en);
  const [flavourZh, flavourEn] = split(flavour);
  return named(zh.replace("*", flavourZh), en.replace("*", flavourEn));
}

function split(words: string): [zh: string, en: string] {
  const at = words.indexOf(" ");
  return at < 0 ? ["", ""] : [words.slice(0, at), words.slice(at + 1)];
}

function sizeOf(ml: number): string {
  return ml < 1000 ? `${ml} ml` : `${ml / 1000} L`;
}
