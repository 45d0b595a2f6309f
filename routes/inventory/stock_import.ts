import { z } from "zod";
import { loadStockEntryFacts } from "~/db/inventory/stock_entries.ts";
import { type PostStockEntries, postStockEntries } from "~/domain/inventory/post_stock_entries.ts";
import { importKind } from "~/routes/_cli/import/kind.ts";
import { Code, oneOfWords, orAbsent } from "~/routes/_entry/shapes.ts";
import { inventoryWords } from "~/views/inventory/text.ts";
import { SignedText } from "./shapes.ts";

const { zh, en } = inventoryWords.both;

const Kind = oneOfWords({
  receipt: [zh.kinds.receipt, en.kinds.receipt],
  adjustment: [zh.kinds.adjustment, en.kinds.adjustment],
  count: [zh.kinds.count, en.kinds.count],
});

const StockRow = z.object({
  document: z.string().trim().min(1).max(60),
  kind: orAbsent(Kind),
  node: Code,
  sku: Code,
  quantity: SignedText,
  unit: orAbsent(z.string().trim().max(12)),
  reason: z.string().trim().max(200).optional(),
});
type StockRow = z.infer<typeof StockRow>;

/** The document's own number names the source for good: the same file a second time posts nothing. */
function commandOf(rows: readonly [StockRow, ...StockRow[]]): PostStockEntries {
  const [{ document, kind = "receipt", reason = "" }] = rows;
  return {
    kind,
    // What arrives or is counted is explained by its document; an adjustment says why.
    reason: reason || (kind === "adjustment" ? "" : document),
    source: `import ${document}`,
    lines: rows.map(({ node, sku, quantity, unit }) => ({ node, sku, quantity, unit })),
  };
}

export const stockImport = importKind({
  name: "stock",
  title: { zh: "库存单", en: "Stock documents" },
  right: { resource: "stock", action: "import" },
  columns: [
    { field: "document", zh: ["单据号", "单号"], en: ["Document"], required: true },
    { field: "kind", zh: ["事由", "类型"], en: ["Kind"] },
    { field: "node", zh: ["仓库", "仓库编码"], en: ["Node"], required: true },
    { field: "sku", zh: ["商品编码", "编码"], en: ["SKU", "Product code"], required: true },
    { field: "quantity", zh: ["数量"], en: ["Quantity"], required: true },
    { field: "unit", zh: ["单位"], en: ["Unit"] },
    { field: "reason", zh: ["原因"], en: ["Reason"] },
  ],
  schema: StockRow,
  key: ({ document }) => document,
  groupedBy: ["document"],
  unit: (rows) => {
    const command = commandOf(rows);
    return {
      load: (reader) => loadStockEntryFacts(reader, command),
      decide: (facts, by) => postStockEntries(facts, command, by),
    };
  },
  words: (lang) => inventoryWords(lang).refused,
});
