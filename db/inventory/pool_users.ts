import { sql } from "kysely";
import { prepared } from "~/db/_engine/prepared.ts";
import { among, type Reader } from "~/db/_engine/reader.ts";
import type { PoolUsers } from "~/domain/inventory/pool.ts";

type Params = { pool: string; inside: readonly string[]; limit: number };

const usersIn = (table: "node" | "partner") =>
  prepared((reader, p: Params) =>
    reader.from(table).select("code").where("pool_id", "=", p.pool)
      .where("organisation_id", "not in", among(p.inside))
      .orderBy("code").limit(sql<number>`${p.limit}`)
  );
const nodesOf = usersIn("node");
const partnersOf = usersIn("partner");

const mostNamed = 3;

/** Nodes and partners of a pool that belong to none of these organisations, nodes first. */
export function poolUsersOutside(
  reader: Reader,
  pool: string,
  inside: readonly string[],
): PoolUsers {
  const system = reader.asSystem("a pool is weighed with all who use it");
  const params = { pool, inside, limit: mostNamed + 1 };
  const codes = [...nodesOf(system, params), ...partnersOf(system, params)].map(({ code }) => code);
  return { codes: codes.slice(0, mostNamed), more: codes.length > mostNamed };
}
