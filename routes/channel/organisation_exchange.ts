import { z } from "zod";
import { findOrganisation, organisations } from "~/db/channel/organisations.ts";
import { masterImport, treeColumns, treeRow } from "~/routes/_cli/import/master_import.ts";
import { Currency, Day, orAbsent, orNull } from "~/routes/_entry/shapes.ts";
import { channelWords } from "~/views/channel/text.ts";

export const organisationImport = masterImport({
  name: "organisations",
  title: { zh: "组织", en: "Organisations" },
  right: { resource: "organisation", action: "edit" },
  columns: [
    ...treeColumns(),
    { field: "currency", zh: ["币种"], en: ["Currency"] },
    { field: "validFrom", zh: ["启用日"], en: ["First day"], required: true },
    { field: "validUntil", zh: ["停用日"], en: ["Ends on"] },
  ],
  schema: z.object({
    ...treeRow,
    currency: orAbsent(Currency),
    validFrom: Day,
    validUntil: orNull(Day).optional(),
  }),
  master: organisations,
  find: findOrganisation,
  blank: { nameEn: "", parentCode: null, currency: "CNY", validUntil: null },
  words: (lang) => channelWords(lang).refused,
  waitsFor: (refusal) => refusal.reason === "unknown_organisation" ? refusal.code : null,
});
