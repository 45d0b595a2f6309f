import { z } from "zod";
import { findPriceList, priceLists } from "~/db/policy/price_lists.ts";
import { findPriceRowFacts } from "~/db/policy/price_rows.ts";
import { type Decision, refuse } from "~/domain/_kernel/decision.ts";
import type { PriceList } from "~/domain/policy/price/price_list.ts";
import type { PriceRowsSaved } from "~/domain/policy/price/events.ts";
import {
  type PriceRowRefusal,
  savePriceRows,
  type UnknownPriceList,
} from "~/domain/policy/price/save_price_rows.ts";
import { type ExchangeColumn, importKind } from "~/routes/_cli/import/kind.ts";
import { masterImport } from "~/routes/_cli/import/master_import.ts";
import { Code, EnglishText, orAbsent } from "~/routes/_entry/shapes.ts";
import { policyWords } from "~/views/policy/text.ts";
import { dayText, priceColumns } from "./price_columns.ts";
import { KnownCurrency, priceListFields, priceRowFields } from "./shapes.ts";

const { fields: zh } = policyWords.both.zh.price;
const { fields: en } = policyWords.both.en.price;

/** The columns of a file of price lists, for the way in and the way out. */
export const priceListColumns: readonly ExchangeColumn<PriceList>[] = [
  { field: "code", zh: [zh.code, "价目表"], en: [en.code], required: true, cell: (l) => l.code },
  {
    field: "nameZh",
    zh: [zh.nameZh],
    en: [en.nameZh, "Name"],
    required: true,
    cell: (l) => l.nameZh,
  },
  { field: "nameEn", zh: [zh.nameEn], en: [en.nameEn], cell: (l) => l.nameEn },
  { field: "currency", zh: [zh.currency], en: [en.currency], cell: (l) => l.currency },
  {
    field: "organisationCode",
    zh: [zh.organisation],
    en: [en.organisation],
    cell: (l) => l.organisationCode,
  },
  { field: "channel", zh: [zh.channel], en: [en.channel], cell: (l) => l.channel },
  { field: "regionCode", zh: [zh.region], en: [en.region], cell: (l) => l.regionCode },
  { field: "grade", zh: [zh.grade], en: [en.grade], cell: (l) => l.grade },
  { field: "dealerCode", zh: [zh.dealer], en: [en.dealer], cell: (l) => l.dealerCode },
  {
    field: "validFrom",
    zh: [zh.validFrom],
    en: [en.validFrom],
    required: true,
    cell: (l) => dayText(l.validFrom),
  },
  {
    field: "validUntil",
    zh: [zh.validUntil],
    en: [en.validUntil],
    cell: (l) => l.validUntil === null ? null : dayText(l.validUntil),
  },
];

const PriceListRow = z.object({
  ...priceListFields,
  code: Code,
  nameEn: EnglishText.optional(),
  currency: orAbsent(KnownCurrency),
  organisationCode: priceListFields.organisationCode.optional(),
  channel: priceListFields.channel.optional(),
  regionCode: priceListFields.regionCode.optional(),
  grade: priceListFields.grade.optional(),
  dealerCode: priceListFields.dealerCode.optional(),
  validUntil: priceListFields.validUntil.optional(),
});

export const priceListImport = masterImport({
  name: "price_lists",
  title: { zh: "价目表", en: "Price lists" },
  right: { resource: "price", action: "import" },
  columns: priceListColumns,
  schema: PriceListRow,
  master: priceLists,
  find: findPriceList,
  blank: {
    nameEn: "",
    currency: "CNY",
    organisationCode: null,
    channel: null,
    regionCode: null,
    grade: null,
    dealerCode: null,
    validUntil: null,
  },
  words: (lang) => policyWords(lang).refused,
});

export const priceImport = importKind({
  name: "prices",
  title: { zh: "价格", en: "Prices" },
  right: { resource: "price", action: "import" },
  columns: priceColumns,
  schema: z.object({ ...priceRowFields, list: Code }),
  key: ({ list, sku, unit, minQuantity, validFrom }) =>
    [list, sku, unit, minQuantity, dayText(validFrom)].join(" "),
  unit: ([{ list, ...row }]) => ({
    load: (reader) => findPriceRowFacts(reader, list, [row]),
    decide: (facts): Decision<PriceRowsSaved, PriceRowRefusal | UnknownPriceList> =>
      facts
        ? savePriceRows(facts, [row])
        : refuse({ reason: "unknown_price_list", code: list, at: "/list" }),
  }),
  words: (lang) => policyWords(lang).refused,
});
