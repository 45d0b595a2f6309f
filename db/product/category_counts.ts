import { sql } from "kysely";
import { prepared } from "~/db/_engine/prepared.ts";
import type { Reader } from "~/db/_engine/reader.ts";

const skuCounts = prepared((reader, _: Record<never, never>) =>
  reader.from("sku").select(["category_id", sql<number>`count(*)`.as("skus")])
    .groupBy("category_id")
);

/** How many products stand directly in each category, by its id. */
export function countByCategory(reader: Reader): Map<string, number> {
  return new Map(skuCounts(reader, {}).map(({ category_id, skus }) => [category_id, skus]));
}
