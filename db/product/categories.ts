import { type Master, saved } from "~/db/_engine/put.ts";
import { treeFacts } from "~/db/_trees/tree_facts.ts";
import { treeColumns, treeTable } from "~/db/_trees/tree_table.ts";
import {
  type Category,
  type CategoryExtra,
  type CategoryRefusal,
  categoryRules,
} from "~/domain/product/category.ts";
import type { CategorySaved } from "~/domain/product/events.ts";
import { bilingual } from "~/domain/_kernel/bilingual.ts";
import type { Writers } from "~/db/writers.ts";

const tree = treeTable<"category", Category>("category", () => ({}));

export const findCategory = tree.find;
export const listCategories = tree.list;

export const categories: Master<"CategorySaved", Category, CategoryExtra, CategoryRefusal> = {
  type: "CategorySaved",
  key: ({ code }) => code,
  facts: treeFacts(findCategory),
  settle: bilingual,
  rules: categoryRules,
};

export const categoryWriters = {
  CategorySaved: saved((event: CategorySaved) => ({ table: "category", row: treeColumns(event) })),
} satisfies Writers<CategorySaved>;
