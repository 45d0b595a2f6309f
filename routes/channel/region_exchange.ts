import { z } from "zod";
import { findRegion, regions } from "~/db/channel/regions.ts";
import { masterImport, treeColumns, treeRow } from "~/routes/_cli/import/master_import.ts";
import { channelWords } from "~/views/channel/text.ts";

export const regionImport = masterImport({
  name: "regions",
  title: { zh: "区域", en: "Regions" },
  right: { resource: "region", action: "edit" },
  columns: treeColumns(),
  schema: z.object(treeRow),
  master: regions,
  find: findRegion,
  blank: { nameEn: "", parentCode: null },
  words: (lang) => channelWords(lang).refused,
  waitsFor: (refusal) => refusal.reason === "unknown_region" ? refusal.code : null,
});
