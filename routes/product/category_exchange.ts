import { z } from "zod";
import { categories, findCategory } from "~/db/product/categories.ts";
import type { Category } from "~/domain/product/category.ts";
import { type ExchangeColumn, importKind } from "~/routes/_cli/import/kind.ts";
import { present, putRow } from "~/routes/_cli/import/put_row.ts";
import { Code, EnglishText, Name, orNull } from "~/routes/_entry/shapes.ts";
import { productWords } from "~/views/product/text.ts";

export const categoryColumns: readonly ExchangeColumn<Category>[] = [
  { field: "code", zh: ["编码", "类目编码"], en: ["Code"], required: true, cell: (c) => c.code },
  {
    field: "nameZh",
    zh: ["名称", "类目"],
    en: ["Chinese name", "Name"],
    required: true,
    cell: (c) => c.nameZh,
  },
  { field: "nameEn", zh: ["英文名"], en: ["English name"], cell: (c) => c.nameEn },
  { field: "parentCode", zh: ["上级", "上级类目"], en: ["Parent"], cell: (c) => c.parentCode },
];

const CategoryRow = z.object({
  code: Code,
  nameZh: Name,
  nameEn: EnglishText.optional(),
  parentCode: orNull(Code).optional(),
});

export const categoryImport = importKind({
  name: "categories",
  title: { zh: "类目", en: "Categories" },
  right: { resource: "category", action: "edit" },
  columns: categoryColumns,
  schema: CategoryRow,
  key: ({ code }) => code,
  unit: ([row]) =>
    putRow({
      master: categories,
      find: (reader, { code }) => findCategory(reader, code),
      merge: (given, before): Category => ({
        nameEn: "",
        parentCode: null,
        ...before,
        ...present(given),
      } as Category),
    }, row),
  words: (lang) => productWords(lang).refused,
  waitsFor: (refusal) => refusal.reason === "unknown_category" ? refusal.code : null,
});
