import { z } from "zod";
import { findDealerId, loadImportFacts } from "~/db/order/import_facts.ts";
import { basisPoints, wholeNumber } from "~/domain/order/edit_draft.ts";
import {
  fileChannel,
  type ImportedRow,
  type ImportedRows,
  importOrder,
} from "~/domain/order/import_order.ts";
import { mostLines } from "~/domain/order/placing.ts";
import { type Importer, importKind } from "~/routes/_cli/import/kind.ts";
import { ChannelCode, Day, orAbsent } from "~/routes/_entry/shapes.ts";
import { orderImportWords } from "~/views/order/import_text.ts";
import { Code } from "./schema.ts";

/** A number as any keyboard types it, or the word for what it is not. */
function typed(read: (text: string) => number | null, error: string) {
  return z.string().transform((text, ctx) => {
    const value = read(text);
    if (value !== null) return value;
    ctx.addIssue({ code: "custom", message: error, input: text });
    return z.NEVER;
  });
}

const OrderRow: z.ZodType<ImportedRow> = z.object({
  externalNumber: Code,
  dealer: Code,
  address: orAbsent(Code),
  channel: orAbsent(ChannelCode),
  sku: Code,
  unit: orAbsent(z.string().trim().max(20)),
  quantity: typed(wholeNumber, "not_whole").pipe(z.number().max(10_000_000)),
  discountBasisPoints: orAbsent(typed(basisPoints, "not_a_discount")),
  discountReason: orAbsent(z.string().trim().max(200)),
  freight: orAbsent(z.string().trim().normalize("NFKC").max(30)),
  requiredOn: orAbsent(Day),
  note: orAbsent(z.string().trim().max(500)),
});

function questionOf(rows: ImportedRows, { dealerId, roles, may }: Importer) {
  const [{ dealer, externalNumber, address, channel = fileChannel }] = rows;
  return {
    dealer: { code: dealer },
    address,
    externalNumber,
    // One more than an order takes is refused whatever the rest says; it need not be looked up.
    lines: rows.slice(0, mostLines + 1),
    channel,
    boundToChannel: dealerId === null ? null : fileChannel,
    mayDiscount: may("order", "discount"),
    boundByDealerLimit: roles.includes("dealer_buyer"),
  };
}

export const orderImport = importKind({
  name: "orders",
  title: { zh: "订单", en: "Orders" },
  right: { resource: "order", action: "place_on_behalf" },
  dealerRight: { resource: "order", action: "place" },
  columns: [
    {
      field: "externalNumber",
      zh: ["外部单号"],
      en: ["External number", "Your number"],
      required: true,
    },
    {
      field: "dealer",
      zh: ["经销商", "经销商编码"],
      en: ["Dealer", "Dealer code"],
      required: true,
    },
    { field: "address", zh: ["收货地址", "地址编码"], en: ["Address", "Address code"] },
    { field: "channel", zh: ["渠道"], en: ["Channel"] },
    {
      field: "sku",
      zh: ["商品", "商品编码", "编码"],
      en: ["SKU", "Product code", "Code"],
      required: true,
    },
    { field: "unit", zh: ["单位"], en: ["Unit"] },
    { field: "quantity", zh: ["数量"], en: ["Quantity"], required: true },
    { field: "discountBasisPoints", zh: ["折扣", "折扣%"], en: ["Discount", "Discount %"] },
    { field: "discountReason", zh: ["折扣原因"], en: ["Discount reason"] },
    { field: "freight", zh: ["运费"], en: ["Freight"] },
    { field: "requiredOn", zh: ["希望送达"], en: ["Wanted on"] },
    { field: "note", zh: ["备注"], en: ["Note"] },
  ],
  schema: OrderRow,
  key: ({ dealer, externalNumber }) => `${dealer} ${externalNumber}`,
  groupedBy: ["dealer", "externalNumber"],
  unit: (rows, importer) => {
    const [{ dealer }] = rows;
    return {
      load: (reader) => loadImportFacts(reader, questionOf(rows, importer)),
      decide: (facts, by) => importOrder(rows, facts, by),
      onBehalfOf: importer.dealerId === null ? (reader) => findDealerId(reader, dealer) : undefined,
    };
  },
  words: (lang) => orderImportWords(lang).refused,
});
