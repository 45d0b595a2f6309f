import type { SelectQueryBuilder } from "kysely";
import { sql } from "kysely";
import type { Schema } from "~/db/schema.ts";

/** Which page of a list: from after a key on, or the one that ends before a key. */
export type KeyPage = { after?: string; before?: string; limit: number };
export type Paged<Row> = { rows: Row[]; hasPrevious: boolean; hasNext: boolean };

type Query<Tables extends keyof Schema> = SelectQueryBuilder<
  Schema,
  Tables,
  { key: string; id: string }
>;

/** One page by a unique key, with one row more than asked, which tells whether there is more. */
export async function keyPage<Tables extends keyof Schema>(
  query: Query<Tables>,
  column: string,
  { after, before, limit }: KeyPage,
): Promise<Paged<string>> {
  const key = sql.ref(column);
  const backwards = before !== undefined;
  const start = before ?? after;
  const bounded = start === undefined
    ? query
    : query.where(backwards ? sql<boolean>`${key} < ${start}` : sql<boolean>`${key} > ${start}`);
  const found = await bounded.orderBy(key, backwards ? "desc" : "asc").limit(limit + 1).execute();
  const ids = found.slice(0, limit).map(({ id }) => id);
  const isMore = found.length > limit;
  return {
    rows: backwards ? ids.reverse() : ids,
    hasPrevious: backwards ? isMore : after !== undefined,
    hasNext: backwards ? true : isMore,
  };
}

export const countCap = 1000;

/** How many there are, up to one above the cap: a longer list is only ever "1,000+". */
export async function cappedCount<Tables extends keyof Schema>(
  query: Query<Tables>,
): Promise<number> {
  return (await query.limit(countCap + 1).execute()).length;
}
