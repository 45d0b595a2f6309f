import type { SelectQueryBuilder } from "kysely";

const cap = 1000;

/** How many there are, up to one above the cap: a longer list is only ever "1,000+". */
export async function cappedCount<DB, Tables extends keyof DB, Row>(
  query: SelectQueryBuilder<DB, Tables, Row>,
): Promise<number> {
  return (await query.limit(cap + 1).execute()).length;
}
