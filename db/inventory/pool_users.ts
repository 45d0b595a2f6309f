import { sql } from "kysely";
import { prepared } from "~/db/_engine/prepared.ts";
import { among, type Reader } from "~/db/_engine/reader.ts";
import type { PoolUsers } from "~/domain/inventory/pool.ts";

type Outside = { pool: string; inside: readonly string[]; limit: number };
type Leaving = { pools: readonly string[]; leaving: readonly string[]; limit: number };

const outsiders = (table: "node" | "partner") =>
  prepared((reader, p: Outside) =>
    reader.from(table).select("code").where("pool_id", "=", p.pool)
      .where("organisation_id", "not in", among(p.inside))
      .orderBy("code").limit(sql<number>`${p.limit}`)
  );
const nodesOutside = outsiders("node");
const partnersOutside = outsiders("partner");

const leavers = (table: "node" | "partner") =>
  prepared((reader, p: Leaving) =>
    reader.from(table).select("code").where("pool_id", "in", among(p.pools))
      .where("organisation_id", "in", among(p.leaving))
      .orderBy("code").limit(sql<number>`${p.limit}`)
  );
const nodesLeaving = leavers("node");
const partnersLeaving = leavers("partner");

const poolsNotOf = prepared((reader, p: { owners: readonly string[] }) =>
  reader.from("pool").select("id").where("organisation_id", "not in", among(p.owners))
);

const mostNamed = 3;
const limit = mostNamed + 1;

function someOf(rows: readonly { code: string }[]): PoolUsers {
  return {
    codes: rows.slice(0, mostNamed).map(({ code }) => code),
    more: rows.length > mostNamed,
  };
}

const whole = (reader: Reader) => reader.asSystem("a pool is weighed with all who use it");

/** Nodes and partners of a pool that belong to none of these organisations, nodes first. */
export function poolUsersOutside(
  reader: Reader,
  pool: string,
  inside: readonly string[],
): PoolUsers {
  const params = { pool, inside, limit };
  return someOf([
    ...nodesOutside(whole(reader), params),
    ...partnersOutside(whole(reader), params),
  ]);
}

/** Nodes and partners of organisations that move together, whose pool would not be theirs under a new line. */
export function poolUsersLeaving(
  reader: Reader,
  leaving: readonly string[],
  newLine: readonly string[],
): PoolUsers {
  const pools = poolsNotOf(reader, { owners: [...leaving, ...newLine] }).map(({ id }) => id);
  const params = { pools, leaving, limit };
  return someOf([
    ...nodesLeaving(whole(reader), params),
    ...partnersLeaving(whole(reader), params),
  ]);
}
