import { z } from "zod";
import { findProduct, products } from "~/db/product/products.ts";
import type { Product } from "~/domain/product/product.ts";
import type { ExchangeColumn } from "~/routes/_cli/import/kind.ts";
import { masterImport, present } from "~/routes/_cli/import/master_import.ts";
import { EnglishText, oneOfWords, orAbsent } from "~/routes/_entry/shapes.ts";
import { priceText, rateText } from "~/views/_kit/decimal.ts";
import { productWords } from "~/views/product/text.ts";
import { AttributeRow, productFields, UnitRow } from "./shapes.ts";

const { zh, en } = productWords.both;

/** `箱=24; 提=6`: what stands between the semicolons, each cut at its sign of equality. */
function pairs<Row>(row: z.ZodType<Row>, left: string, right: string) {
  return z.string().transform((text): unknown[] =>
    text.split(/[;；]/).map((part) => part.trim()).filter(Boolean).map((part) => {
      const [name = "", ...value] = part.split("=");
      return { [left]: name, [right]: value.join("=") };
    })
  ).pipe(z.array(row));
}

const State = oneOfWords({
  draft: [zh.states.draft, en.states.draft],
  on_sale: [zh.states.on_sale, en.states.on_sale],
  phase_out: [zh.states.phase_out, en.states.phase_out],
  withdrawn: [zh.states.withdrawn, en.states.withdrawn],
});

/** The columns of a product file, for the way in and the way out. */
export const productColumns: readonly ExchangeColumn<Product>[] = [
  {
    field: "code",
    zh: ["编码", "商品编码"],
    en: ["Code", "SKU"],
    required: true,
    cell: (p) => p.code,
  },
  {
    field: "nameZh",
    zh: ["品名", "商品名称", "名称"],
    en: ["Chinese name", "Name"],
    required: true,
    cell: (p) => p.nameZh,
  },
  { field: "nameEn", zh: ["英文名"], en: ["English name"], cell: (p) => p.nameEn },
  {
    field: "specification",
    zh: ["规格"],
    en: ["Specification", "Spec"],
    cell: (p) => p.specification,
  },
  { field: "brand", zh: ["品牌"], en: ["Brand"], cell: (p) => p.brand },
  {
    field: "categoryCode",
    zh: ["类目", "类目编码"],
    en: ["Category"],
    required: true,
    cell: (p) => p.categoryCode,
  },
  { field: "barcode", zh: ["条码", "条形码"], en: ["Barcode", "EAN"], cell: (p) => p.barcode },
  {
    field: "baseUnit",
    zh: ["基本单位"],
    en: ["Base unit"],
    required: true,
    cell: (p) => p.baseUnit,
  },
  { field: "salesUnit", zh: ["销售单位"], en: ["Sales unit"], cell: (p) => p.salesUnit },
  {
    field: "units",
    zh: ["单位换算"],
    en: ["Units"],
    cell: (p) => p.units.map(({ code, factor }) => `${code}=${factor}`).join("; "),
  },
  {
    field: "taxRateBp",
    zh: ["税率", "税率/%"],
    en: ["Tax rate", "Tax rate/%"],
    cell: (p) => rateText(p.taxRateBp),
  },
  {
    field: "weightGram",
    zh: ["单重/克", "单重"],
    en: ["Weight/g", "Weight"],
    cell: (p) => p.weightGram,
  },
  {
    field: "attributes",
    zh: ["属性"],
    en: ["Attributes"],
    cell: (p) => Object.entries(p.attributes).map(([name, value]) => `${name}=${value}`).join("; "),
  },
  { field: "state", zh: ["状态"], en: ["State"], cell: (p) => p.state },
];

/** Only for those who may see it. */
export const costColumn: ExchangeColumn<Product> = {
  field: "costE4",
  zh: ["成本价"],
  en: ["Cost"],
  cell: ({ costE4 }) => costE4 == null ? null : priceText(costE4),
};

const ProductRow = z.object({
  ...productFields,
  nameEn: EnglishText.optional(),
  specification: productFields.specification.optional(),
  brand: productFields.brand.optional(),
  barcode: productFields.barcode.optional(),
  salesUnit: orAbsent(productFields.salesUnit),
  units: pairs(UnitRow, "code", "factor").optional(),
  taxRateBp: productFields.taxRateBp.optional(),
  weightGram: productFields.weightGram.optional(),
  costE4: productFields.costE4.optional(),
  attributes: pairs(AttributeRow, "name", "value")
    .transform((rows) => Object.fromEntries(rows.map(({ name, value }) => [name, value])))
    .optional(),
  state: orAbsent(State),
});
type ProductRow = z.infer<typeof ProductRow>;

function mergeProduct(row: ProductRow, before: Product | null): Product {
  const blank = {
    nameEn: "",
    specification: "",
    brand: "",
    barcode: null,
    salesUnit: row.baseUnit,
    units: [],
    taxRateBp: 1300,
    weightGram: 0,
    attributes: {},
    state: "draft" as const,
  };
  return { ...blank, ...before, ...present(row) } as Product;
}

export const productImport = masterImport({
  name: "products",
  title: { zh: "商品", en: "Products" },
  right: { resource: "product", action: "import" },
  columns: [...productColumns, costColumn],
  schema: ProductRow,
  master: products,
  find: findProduct,
  merge: mergeProduct,
  words: (lang) => productWords(lang).refused,
});
