import { z } from "zod";
import { put } from "~/db/_engine/put.ts";
import { rateCards } from "~/db/dispatch/rate_cards.ts";
import type { RateCard } from "~/domain/dispatch/rate_card.ts";
import { importKind } from "~/routes/_cli/import/kind.ts";
import { Code, Currency, DayOrInstant, orNull } from "~/routes/_entry/shapes.ts";
import { rateCardWords } from "~/views/dispatch/rate_card_text.ts";
import { zoneFields, zoneOf } from "./rate_card_shapes.ts";

const { fields: zh } = rateCardWords.both.zh;
const { fields: en } = rateCardWords.both.en;

const CardRow = z.object({
  code: Code,
  carrierCode: Code,
  nodeCode: Code,
  validFrom: DayOrInstant,
  validUntil: orNull(DayOrInstant).default(null),
  currency: Currency.default("CNY"),
  ...zoneFields,
}).transform(({ code, carrierCode, nodeCode, validFrom, validUntil, currency, ...text }, ctx) => {
  const { zone, wrong = [] } = zoneOf(text, currency);
  for (const field of wrong) {
    ctx.addIssue({ code: "custom", message: "not_an_amount", path: [field], input: text });
  }
  return { card: { code, carrierCode, nodeCode, validFrom, validUntil }, zone: zone! };
});
type CardRow = z.infer<typeof CardRow>;

/** One row a zone; neighbouring rows of one card are the card. */
function cardOf(rows: readonly [CardRow, ...CardRow[]]): RateCard {
  return { ...rows[0].card, zones: rows.map(({ zone }) => zone) };
}

export const rateCardImport = importKind({
  name: "rate_cards",
  title: { zh: "运价卡", en: "Rate cards" },
  right: { resource: "routing", action: "edit" },
  columns: [
    { field: "code", zh: [zh.code, "运价卡"], en: [en.code], required: true },
    { field: "carrierCode", zh: [zh.carrier], en: [en.carrier], required: true },
    { field: "nodeCode", zh: [zh.node], en: [en.node], required: true },
    { field: "validFrom", zh: [zh.validFrom], en: [en.validFrom], required: true },
    { field: "validUntil", zh: [zh.validUntil], en: [en.validUntil] },
    { field: "zone", zh: [zh.zone], en: [en.zone], required: true },
    {
      field: "firstWeightGram",
      zh: [zh.firstWeightGram],
      en: [en.firstWeightGram],
      required: true,
    },
    { field: "first", zh: [zh.first], en: [en.first], required: true },
    { field: "stepWeightGram", zh: [zh.stepWeightGram], en: [en.stepWeightGram], required: true },
    { field: "step", zh: [zh.step], en: [en.step], required: true },
    { field: "currency", zh: [zh.currency], en: [en.currency] },
    { field: "leadDays", zh: [zh.leadDays], en: [en.leadDays], required: true },
  ],
  schema: CardRow,
  key: ({ card }) => card.code,
  groupedBy: ["code"],
  unit: (rows) => put(rateCards, cardOf(rows), "whatever"),
  words: (lang) => rateCardWords(lang).refused,
});
