import { prepared } from "~/db/_engine/prepared.ts";
import { type Master, saved } from "~/db/_engine/put.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import { treeFacts } from "~/db/_trees/tree_facts.ts";
import {
  type Category,
  type CategoryExtra,
  type CategoryRefusal,
  categoryRules,
} from "~/domain/product/category.ts";
import type { CategorySaved } from "~/domain/product/events.ts";
import { bilingual } from "~/domain/_kernel/bilingual.ts";
import type { Stored } from "~/domain/_kernel/master.ts";
import type { Writers } from "~/db/writers.ts";

const byCode = prepared((reader, p: { code: string }) =>
  reader.from("category").leftJoin("category as parent", "parent.id", "category.parent_id")
    .select([
      "category.id",
      "category.version",
      "category.code",
      "category.name_zh",
      "category.name_en",
      "category.parent_id",
      "parent.code as parent_code",
    ])
    .where("category.code", "=", p.code)
);

export function findCategory(reader: Reader, code: string): Stored<Category> | null {
  const [row] = byCode(reader, { code });
  if (!row) return null;
  const { id, version, name_zh: nameZh, name_en: nameEn, parent_code: parentCode } = row;
  return { id, version, record: { code: row.code, nameZh, nameEn, parentCode } };
}

export const categories: Master<"CategorySaved", Category, CategoryExtra, CategoryRefusal> = {
  type: "CategorySaved",
  key: ({ code }) => code,
  facts: treeFacts(findCategory),
  settle: bilingual,
  rules: categoryRules,
};

export const categoryWriters = {
  CategorySaved: saved(({ subject: id, version, record, refs }: CategorySaved) => ({
    table: "category",
    row: {
      id,
      version,
      code: record.code,
      name_zh: record.nameZh,
      name_en: record.nameEn,
      parent_id: refs.parent ?? null,
    },
  })),
} satisfies Writers<CategorySaved>;
