import { prepared } from "~/db/_engine/prepared.ts";
import { type Master, saved } from "~/db/_engine/put.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import { searchWords } from "~/db/_search/search_words.ts";
import type { Writers } from "~/db/writers.ts";
import type { By } from "~/domain/_kernel/by.ts";
import type { Stored } from "~/domain/_kernel/master.ts";
import type { ProductSaved } from "~/domain/product/events.ts";
import {
  type Product,
  type ProductExtra,
  type ProductRefusal,
  productRules,
  settleProduct,
} from "~/domain/product/product.ts";
import { findCategory } from "./categories.ts";
import { findSku, type Sku } from "./skus.ts";

const rest = prepared((reader, p: { id: string }) =>
  reader.from("sku").innerJoin("category", "category.id", "sku.category_id")
    .select(["sku.version", "sku.cost_e4", "sku.attributes", "category.code as category_code"])
    .where("sku.id", "=", p.id)
);

/** The whole record, cost included: what a page or an answer leaves out is its own decision. */
export function findProduct(reader: Reader, code: string): Stored<Product> | null {
  const sku = findSku(reader, code);
  if (!sku) return null;
  const { cost_e4: costE4, attributes, category_code: categoryCode, version } = rest(reader, {
    id: sku.id,
  })[0]!;
  const record = { ...shared(sku), categoryCode, costE4, attributes: JSON.parse(attributes) };
  return { id: sku.id, version, record };
}

function shared({ id: _id, categoryId: _categoryId, ...sku }: Sku) {
  return sku;
}

const barcodeOwner = prepared((reader, p: { barcode: string; code: string }) =>
  reader.from("sku").select("code").where("barcode", "=", p.barcode)
    .where("code", "<>", p.code).where("state", "<>", "withdrawn").limit(1)
);

const moved = prepared((reader, p: { id: string }) =>
  reader.from("stock_entry").select("id").where("sku_id", "=", p.id).limit(1)
);

export const products: Master<"ProductSaved", Product, ProductExtra, ProductRefusal> = {
  type: "ProductSaved",
  key: ({ code }) => code,
  facts: (reader, { code, categoryCode, barcode }) => {
    const before = findProduct(reader, code);
    const category = findCategory(reader, categoryCode);
    const whole = reader.asSystem("a unit in use is in use whoever may see the stock");
    return {
      before,
      refs: category ? { category: category.id } : {},
      extra: {
        barcodeOf: barcode ? barcodeOwner(reader, { barcode, code })[0]?.code ?? null : null,
        hasMoved: before !== null && moved(whole, { id: before.id }).length > 0,
      },
    };
  },
  settle: settleProduct,
  rules: productRules,
};

export const productWriters = {
  ProductSaved: saved(({ subject: id, version, record, refs }: ProductSaved, by: By) => ({
    table: "sku",
    row: {
      id,
      version,
      code: record.code,
      name_zh: record.nameZh,
      name_en: record.nameEn,
      specification: record.specification,
      brand: record.brand,
      category_id: refs.category!,
      barcode: record.barcode,
      base_unit: record.baseUnit,
      sales_unit: record.salesUnit,
      tax_rate_bp: record.taxRateBp,
      weight_gram: record.weightGram,
      cost_e4: record.costE4 ?? null,
      attributes: JSON.stringify(record.attributes),
      state: record.state,
      search: searchWords(
        record.code,
        record.nameZh,
        record.nameEn,
        record.specification,
        record.brand,
        record.barcode,
      ),
      updated_at: by.at,
    },
    parts: [{
      table: "sku_unit",
      owner: { sku_id: id },
      rows: record.units.map(({ code, factor }) => ({ sku_id: id, code, factor })),
    }],
  })),
} satisfies Writers<ProductSaved>;
