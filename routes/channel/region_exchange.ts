import { z } from "zod";
import { findRegion, regions } from "~/db/channel/regions.ts";
import type { Region } from "~/domain/channel/region.ts";
import { type ExchangeColumn, importKind } from "~/routes/_cli/import/kind.ts";
import { present, putRow } from "~/routes/_cli/import/put_row.ts";
import { Code, EnglishText, Name, orNull } from "~/routes/_entry/shapes.ts";
import { channelWords } from "~/views/channel/text.ts";

const RegionRow = z.object({
  code: Code,
  nameZh: Name,
  nameEn: EnglishText.optional(),
  parentCode: orNull(Code).optional(),
});

export const regionColumns: readonly ExchangeColumn<Region>[] = [
  { field: "code", zh: ["编码"], en: ["Code"], required: true, cell: (r) => r.code },
  {
    field: "nameZh",
    zh: ["名称"],
    en: ["Chinese name", "Name"],
    required: true,
    cell: (r) => r.nameZh,
  },
  { field: "nameEn", zh: ["英文名"], en: ["English name"], cell: (r) => r.nameEn },
  { field: "parentCode", zh: ["上级"], en: ["Parent"], cell: (r) => r.parentCode },
];

export const regionImport = importKind({
  name: "regions",
  title: { zh: "区域", en: "Regions" },
  right: { resource: "region", action: "edit" },
  columns: regionColumns,
  schema: RegionRow,
  key: ({ code }) => code,
  unit: ([row]) =>
    putRow({
      master: regions,
      find: (reader, { code }) => findRegion(reader, code),
      merge: (given, before) =>
        ({ nameEn: "", parentCode: null, ...before, ...present(given) }) as Region,
    }, row),
  words: (lang) => channelWords(lang).refused,
  waitsFor: (refusal) => refusal.reason === "unknown_region" ? refusal.code : null,
});
