import { sql } from "kysely";
import { prepared } from "~/db/_engine/prepared.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import type { Stored } from "~/domain/_kernel/master.ts";
import type { Category } from "~/domain/product/category.ts";

const pageAfter = prepared((reader, p: { after: string; limit: number }) =>
  reader.from("category").leftJoin("category as parent", "parent.id", "category.parent_id")
    .selectAll("category").select("parent.code as parent_code")
    .where("category.code", ">", p.after).orderBy("category.code")
    .limit(sql<number>`${p.limit}`)
);

/** By code, from after a code on. */
export function listCategories(
  reader: Reader,
  { after = null, limit = 1000 }: { after?: string | null; limit?: number } = {},
): Stored<Category>[] {
  return pageAfter(reader, { after: after ?? "", limit }).map((row) => ({
    id: row.id,
    version: row.version,
    record: {
      code: row.code,
      nameZh: row.name_zh,
      nameEn: row.name_en,
      parentCode: row.parent_code,
    },
  }));
}

const skuCounts = prepared((reader, _: Record<never, never>) =>
  reader.from("sku").select(["category_id", sql<number>`count(*)`.as("skus")])
    .groupBy("category_id")
);

/** How many products stand directly in each category, by its id. */
export function countByCategory(reader: Reader): Map<string, number> {
  return new Map(skuCounts(reader, {}).map(({ category_id, skus }) => [category_id, skus]));
}
