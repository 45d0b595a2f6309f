import { type SelectQueryBuilder, sql } from "kysely";
import type { Bindable } from "~/db/_engine/native.ts";
import type { Reader } from "~/db/_engine/reader.ts";

/** From after a key on, or the page that ends before one; `direction` is how the list is sorted. */
export type RowPage = { after?: string; before?: string; limit: number };
export type PagedRows<Row> = { rows: Row[]; previous: string | null; next: string | null };

/** Between the parts of a key of several columns; no code, currency or time holds it. */
const joint = "~";

/**
 * One page of rows sorted by columns that are unique together; each row carries their values as `key`
 * (see `keyOf`). It reads one row more than asked, which tells whether there is more; `previous` and
 * `next` are the keys to go on from.
 */
export function rowPage<DB, Tables extends keyof DB, Row extends { key: string }>(
  reader: Reader,
  query: SelectQueryBuilder<DB, Tables, Row>,
  { columns, direction, page: { after, before, limit } }: {
    columns: readonly string[];
    direction: "asc" | "desc";
    page: RowPage;
  },
): PagedRows<Row> {
  const backwards = before !== undefined;
  const up = (direction === "asc") !== backwards;
  let sorted = beyond(query, { columns, up, start: before ?? after }).limit(limit + 1);
  for (const column of columns) sorted = sorted.orderBy(sql.ref(column), up ? "asc" : "desc");
  const { sql: text, parameters } = sorted.compile();
  const found = reader.target.all<Row>(text, parameters as Bindable[]);
  const rows = found.slice(0, limit);
  if (backwards) rows.reverse();
  const isMore = found.length > limit;
  const hasPrevious = backwards ? isMore : after !== undefined;
  const hasNext = backwards || isMore;
  return {
    rows,
    previous: hasPrevious ? rows[0]?.key ?? null : null,
    next: hasNext ? rows.at(-1)?.key ?? null : null,
  };
}

function beyond<DB, Tables extends keyof DB, Row>(
  query: SelectQueryBuilder<DB, Tables, Row>,
  { columns, up, start }: { columns: readonly string[]; up: boolean; start?: string },
): SelectQueryBuilder<DB, Tables, Row> {
  const parts = start?.split(joint);
  // A key that was typed by hand and does not fit begins the list.
  if (parts?.length !== columns.length) return query;
  const key = sql`(${sql.join(columns.map((column) => sql.ref(column)))})`;
  const from = sql`(${sql.join(parts)})`;
  return query.where(up ? sql<boolean>`${key} > ${from}` : sql<boolean>`${key} < ${from}`);
}

/** The `key` a row carries, of the same columns in the same order. */
export function keyOf(...columns: readonly string[]) {
  const parts = columns.map((column) => sql.ref(column));
  return sql<string>`${sql.join(parts, sql` || ${sql.lit(joint)} || `)}`.as("key");
}
