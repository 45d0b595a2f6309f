import { z } from "zod";
import { categories, findCategory } from "~/db/product/categories.ts";
import { masterImport, treeColumns, treeRow } from "~/routes/_cli/import/master_import.ts";
import { productWords } from "~/views/product/text.ts";

export const categoryImport = masterImport({
  name: "categories",
  title: { zh: "类目", en: "Categories" },
  right: { resource: "category", action: "edit" },
  columns: treeColumns("类目"),
  schema: z.object(treeRow),
  master: categories,
  find: findCategory,
  blank: { nameEn: "", parentCode: null },
  words: (lang) => productWords(lang).refused,
  waitsFor: (refusal) => refusal.reason === "unknown_category" ? refusal.code : null,
});
