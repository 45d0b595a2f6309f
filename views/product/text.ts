import type { PutRefusal } from "~/domain/_kernel/master.ts";
import type { CategoryRefusal } from "~/domain/product/category.ts";
import type { ProductRefusal } from "~/domain/product/product.ts";
import { words } from "~/views/_kit/text.ts";

type Refusal = ProductRefusal | CategoryRefusal | PutRefusal;
type Refused = { [R in Refusal["reason"]]: (refusal: Extract<Refusal, { reason: R }>) => string };

const states = { draft: "草稿", on_sale: "在售", phase_out: "停止接单", withdrawn: "已撤市" };
const refused: Refused = {
  unknown_category: ({ code }) => `没有编码为 ${code} 的类目。先建类目，再选它。`,
  category_cycle: ({ code }) => `${code} 不能放到自己下面。换一个上级类目。`,
  sales_unit_unknown: ({ unit, units }) =>
    `销售单位“${unit}”不在单位表里，现有 ${units.join("、")}。`,
  duplicate_unit: ({ unit }) => `单位“${unit}”写了两次，留一行。`,
  base_unit_not_one: ({ unit, factor }) =>
    `基本单位“${unit}”的换算是 1，不能是 ${factor}。换算是说一个大单位有几个基本单位。`,
  base_unit_in_use: ({ before, wanted }) =>
    `已有库存按“${before}”记账，不能改成“${wanted}”。要换单位，另建一个商品。`,
  barcode_taken: ({ barcode, by }) => `条码 ${barcode} 已在 ${by} 上。一个条码只给一个商品。`,
  state_not_reachable: ({ from, to, reachable }) =>
    `从“${states[from]}”不能直接到“${states[to]}”，可以到：${
      reachable.map((state) => states[state]).join("、")
    }。`,
  changed_meanwhile: () => "你打开之后，别人刚改过。先看新的，再改。",
  already_exists: ({ key }) => `编码 ${key} 已经用了。换一个，或去改那一条。`,
};

const zh = {
  title: "商品",
  all: "全部",
  new: "新建商品",
  edit: "修改",
  import: "导入",
  export: "导出",
  save: "保存商品",
  create: "建商品",
  find: "编码、品名、拼音、条码",
  count: (count: string) => `${count} 个商品，按编码排`,
  states,
  become: { draft: "恢复为草稿", on_sale: "上架", phase_out: "停止接单", withdrawn: "撤市" },
  stateNote: {
    draft: "还不能下单",
    on_sale: "可以下单",
    phase_out: "不接新单，旧单照发",
    withdrawn: "不再出现在目录里",
  },
  emptyTitle: "还没有商品",
  emptyWhy: "建一个，或把现成的表导进来。",
  fields: {
    code: "编码",
    name: "品名",
    nameZh: "品名",
    nameEn: "英文名",
    specification: "规格",
    brand: "品牌",
    categoryCode: "类目",
    barcode: "条码",
    baseUnit: "基本单位",
    salesUnit: "销售单位",
    units: "单位换算",
    taxRateBp: "税率",
    weightGram: "单重",
    costE4: "成本价",
    attributes: "属性",
    state: "状态",
    parentCode: "上级类目",
  },
  hints: {
    code: "定了不改，订单和条码都认它",
    nameEn: "不填就用中文名",
    specification: "印在箱上的，如 550 ml×24",
    barcode: "单瓶的条码，可不填",
    baseUnit: "库存按它记账，如 瓶",
    salesUnit: "经销商默认按它下单，如 箱",
    taxRate: "百分数，如 13",
    weight: "一个基本单位的克数",
    cost: "一个基本单位的元，最多四位小数，可不填",
    units: "一个这样的单位有几个基本单位。空行不算。",
    attributes: "如 口味：原味。空行不算。",
  },
  sections: {
    what: "是什么",
    measure: "怎么算",
    units: "单位换算",
    attributes: "属性",
    prices: "价格",
    history: "谁改过什么",
  },
  unitName: "单位",
  factor: (base: string) => `含${base}数`,
  factorHead: "含基本单位数",
  attributeName: "属性",
  attributeValue: "内容",
  perBase: (unit: string) => `/${unit}`,
  isBase: "基本",
  isSales: "销售",
  gram: "克",
  yuan: "元",
  seePrices: "看价目",
  newTitle: "新建商品",
  editTitle: (name: string) => `改 ${name}`,
  noBrand: "没写品牌",
  none: "没写",
  category: {
    title: "类目",
    new: "新建类目",
    create: "建类目",
    save: "保存类目",
    name: "名称",
    nameZh: "名称",
    nameEn: "英文名",
    root: "没有上级",
    count: (count: string) => `${count} 个类目`,
    products: "商品数",
    see: "看商品",
    emptyTitle: "还没有类目",
    emptyWhy: "商品要放在类目里，先建一个。",
  },
  refused,
};

const enStates = {
  draft: "Draft",
  on_sale: "On sale",
  phase_out: "Phasing out",
  withdrawn: "Withdrawn",
};
const enRefused: Refused = {
  unknown_category: ({ code }) =>
    `There is no category ${code}. Make the category first, then choose it.`,
  category_cycle: ({ code }) => `${code} cannot stand below itself. Choose another parent.`,
  sales_unit_unknown: ({ unit, units }) =>
    `The sales unit “${unit}” is not among the units: ${units.join(", ")}.`,
  duplicate_unit: ({ unit }) => `The unit “${unit}” stands there twice; keep one.`,
  base_unit_not_one: ({ unit, factor }) =>
    `The base unit “${unit}” counts as 1, not ${factor}: a factor says how many base units make one.`,
  base_unit_in_use: ({ before, wanted }) =>
    `Stock is kept in “${before}” and cannot become “${wanted}”. Make a new product instead.`,
  barcode_taken: ({ barcode, by }) =>
    `Barcode ${barcode} is already on ${by}. A barcode names one product.`,
  state_not_reachable: ({ from, to, reachable }) =>
    `“${enStates[from]}” cannot become “${enStates[to]}” at once; it can become: ${
      reachable.map((state) => enStates[state]).join(", ")
    }.`,
  changed_meanwhile: () => "Somebody changed it after you opened it. Look at the new state first.",
  already_exists: ({ key }) => `The code ${key} is in use. Choose another, or edit that one.`,
};

const en: typeof zh = {
  title: "Products",
  all: "All",
  new: "New product",
  edit: "Edit",
  import: "Import",
  export: "Export",
  save: "Save product",
  create: "Add product",
  find: "Code, name, pinyin or barcode",
  count: (count) => `${count} products, sorted by code`,
  states: enStates,
  become: {
    draft: "Back to draft",
    on_sale: "Put on sale",
    phase_out: "Stop new orders",
    withdrawn: "Withdraw",
  },
  stateNote: {
    draft: "Cannot be ordered yet",
    on_sale: "Can be ordered",
    phase_out: "No new orders; open ones ship",
    withdrawn: "No longer in the catalogue",
  },
  emptyTitle: "No products yet",
  emptyWhy: "Add one, or import the list you have.",
  fields: {
    code: "Code",
    name: "Name",
    nameZh: "Chinese name",
    nameEn: "English name",
    specification: "Specification",
    brand: "Brand",
    categoryCode: "Category",
    barcode: "Barcode",
    baseUnit: "Base unit",
    salesUnit: "Sales unit",
    units: "Units",
    taxRateBp: "Tax rate",
    weightGram: "Weight",
    costE4: "Cost",
    attributes: "Attributes",
    state: "State",
    parentCode: "Parent category",
  },
  hints: {
    code: "Stays for good: orders and labels refer to it",
    nameEn: "The Chinese name when left empty",
    specification: "As on the case: 550 ml×24",
    barcode: "Of a single piece; optional",
    baseUnit: "What stock is counted in, such as a bottle",
    salesUnit: "What dealers order by default, such as a case",
    taxRate: "Per cent, such as 13",
    weight: "Grams of one base unit",
    cost: "Of one base unit, four decimals at most; optional",
    units: "How many base units make one. Empty rows do not count.",
    attributes: "Such as flavour: plain. Empty rows do not count.",
  },
  sections: {
    what: "What it is",
    measure: "How it is counted",
    units: "Units",
    attributes: "Attributes",
    prices: "Prices",
    history: "Who changed what",
  },
  unitName: "Unit",
  factor: (base) => `${base} in one`,
  factorHead: "Base units in one",
  attributeName: "Attribute",
  attributeValue: "Value",
  perBase: (unit) => `/${unit}`,
  isBase: "base",
  isSales: "sales",
  gram: "g",
  yuan: "CNY",
  seePrices: "See prices",
  newTitle: "New product",
  editTitle: (name) => `Edit ${name}`,
  noBrand: "No brand",
  none: "None",
  category: {
    title: "Categories",
    new: "New category",
    create: "Add category",
    save: "Save category",
    name: "Name",
    nameZh: "Chinese name",
    nameEn: "English name",
    root: "At the top",
    count: (count) => `${count} categories`,
    products: "Products",
    see: "See products",
    emptyTitle: "No categories yet",
    emptyWhy: "Products stand in categories; make the first one.",
  },
  refused: enRefused,
};

export const productWords = words({ zh, en });
export type ProductWords = typeof zh;
