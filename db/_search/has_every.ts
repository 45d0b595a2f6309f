import { type RawBuilder, sql } from "kysely";
import { among } from "~/db/_engine/reader.ts";

/**
 * Whether every one of these terms occurs in a row's search words. The first term of a search is
 * better asked for plainly: it spares nearly all rows this walk.
 */
export function hasEvery(table: string, terms: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`not exists (select 1 from ${among(terms)} as term
    where instr(${sql.ref(`${table}.search`)}, term.value) = 0)`;
}
