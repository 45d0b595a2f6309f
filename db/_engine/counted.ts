import { type Compilable, type Expression, sql } from "kysely";
import { kyselyOver } from "./dialect.ts";

const paper = kyselyOver({ all: () => [], run: () => ({ changes: 0 }) });

/** How many rows a query finds, up to its own limit: SQLite stops there and answers one row. */
export function counted(limited: Expression<unknown>): Compilable<{ count: number }> {
  return {
    compile: () =>
      sql<{ count: number }>`select count(*) as count from (${limited})`.compile(paper),
  };
}
