import { z } from "zod";
import { findOrganisation, organisations } from "~/db/channel/organisations.ts";
import { type Organisation, usualDiscountLimit } from "~/domain/channel/organisation.ts";
import { type ExchangeColumn, importKind } from "~/routes/_cli/import/kind.ts";
import { present, putRow } from "~/routes/_cli/import/put_row.ts";
import {
  Code,
  Currency,
  Day,
  DiscountText,
  EnglishText,
  Name,
  orAbsent,
  orNull,
} from "~/routes/_entry/shapes.ts";
import { rateText } from "~/views/_kit/decimal.ts";
import { channelWords } from "~/views/channel/text.ts";

const OrganisationRow = z.object({
  code: Code,
  nameZh: Name,
  nameEn: EnglishText.optional(),
  parentCode: orNull(Code).optional(),
  currency: orAbsent(Currency),
  validFrom: Day,
  validUntil: orNull(Day).optional(),
  discountLimitBasisPoints: orAbsent(DiscountText),
});

export const organisationColumns: readonly ExchangeColumn<Organisation>[] = [
  { field: "code", zh: ["编码"], en: ["Code"], required: true, cell: (o) => o.code },
  {
    field: "nameZh",
    zh: ["名称"],
    en: ["Chinese name", "Name"],
    required: true,
    cell: (o) => o.nameZh,
  },
  { field: "nameEn", zh: ["英文名"], en: ["English name"], cell: (o) => o.nameEn },
  { field: "parentCode", zh: ["上级"], en: ["Parent"], cell: (o) => o.parentCode },
  { field: "currency", zh: ["币种"], en: ["Currency"], cell: (o) => o.currency },
  {
    field: "validFrom",
    zh: ["启用日"],
    en: ["First day"],
    required: true,
    cell: (o) => o.validFrom,
  },
  { field: "validUntil", zh: ["停用日"], en: ["Ends on"], cell: (o) => o.validUntil },
  {
    field: "discountLimitBasisPoints",
    zh: ["折扣上限%"],
    en: ["Discount limit %"],
    cell: (o) => rateText(o.discountLimitBasisPoints),
  },
];

export const organisationImport = importKind({
  name: "organisations",
  title: { zh: "组织", en: "Organisations" },
  right: { resource: "organisation", action: "edit" },
  columns: organisationColumns,
  schema: OrganisationRow,
  key: ({ code }) => code,
  unit: ([row]) =>
    putRow({
      master: organisations,
      find: (reader, { code }) => findOrganisation(reader, code),
      merge: (given, before) =>
        ({
          nameEn: "",
          parentCode: null,
          currency: "CNY",
          validUntil: null,
          discountLimitBasisPoints: usualDiscountLimit,
          ...before,
          ...present(given),
        }) as Organisation,
    }, row),
  words: (lang) => channelWords(lang).refused,
  waitsFor: (refusal) => refusal.reason === "unknown_organisation" ? refusal.code : null,
});
