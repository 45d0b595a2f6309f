import { sql } from "kysely";
import { prepared } from "~/db/_engine/prepared.ts";
import { among, type Reader } from "~/db/_engine/reader.ts";
import { searchTerms } from "~/db/_search/search_words.ts";
import { type Node, nodeTypes } from "~/domain/inventory/node.ts";
import type { NodeRow } from "~/domain/inventory/read_models.ts";
import { isOurs } from "./reach.ts";

export type NodeFilter = { q?: string; type?: string; pool?: string; state?: string };

type Params = {
  terms: readonly string[];
  type: string;
  pool: string;
  state: string;
  after: string;
  limit: number;
};

const build = (direction: "asc" | "desc") =>
  prepared((reader, p: Params) =>
    reader.from("node").leftJoin("pool", "pool.id", "node.pool_id")
      .selectAll("node").select("pool.code as pool_code")
      .where(sql<boolean>`node.code ${direction === "asc" ? sql`>` : sql`<`} ${p.after}`)
      .where(sql<boolean>`not exists (select 1 from ${among(p.terms)} as term where instr(
        lower(node.code || ' ' || node.name_zh || ' ' || node.name_en || ' ' || node.city),
        term.value) = 0)`)
      .where(sql<boolean>`(${p.type} = '' or node.type = ${p.type})`)
      .where(sql<boolean>`(${p.pool} = '' or pool.code = ${p.pool})`)
      .where(sql<boolean>`(${p.state} = '' or node.state = ${p.state})`)
      .orderBy("node.code", direction).limit(sql<number>`${p.limit}`)
  );

const onward = build("asc");
const backward = build("desc");
const lastCode = "\u{10ffff}";

type Row = ReturnType<typeof onward>[number];

/** Nodes by code, from after or before a code on. */
export function listNodes(
  reader: Reader,
  { q = "", type = "", pool = "", state = "", after, before, limit }: NodeFilter & {
    after?: string;
    before?: string;
    limit: number;
  },
): NodeRow[] {
  const params = { terms: searchTerms(q), type, pool, state, limit };
  const rows = before === undefined
    ? onward(reader, { ...params, after: after ?? "" })
    : backward(reader, { ...params, after: before || lastCode }).reverse();
  return rows.map(lineOf);
}

function lineOf(row: Row): NodeRow {
  return {
    id: row.id,
    code: row.code,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    type: nodeTypes.find((type) => type === row.type)!,
    pool: row.pool_code,
    province: row.province,
    city: row.city,
    stocks: row.stocks === 1,
    ships: row.ships === 1,
    state: row.state as Node["state"],
  };
}

export type Choice = { code: string; nameZh: string; nameEn: string };

const mostChoices = 500;

const activeNodes = prepared((reader, p: { limit: number }) =>
  reader.from("node").selectAll().where("state", "=", "active").where("stocks", "=", 1)
    .orderBy("code").limit(sql<number>`${p.limit}`)
);

/** Nodes where this reader may post stock. */
export function nodesToPostAt(reader: Reader): Choice[] {
  return activeNodes(reader, { limit: mostChoices }).filter((row) => isOurs(reader.scope, row))
    .map(choiceOf);
}

const allPools = prepared((reader, p: { limit: number }) =>
  reader.from("pool").innerJoin("organisation", "organisation.id", "pool.organisation_id")
    .leftJoin("node", "node.pool_id", "pool.id")
    .select([
      "pool.code",
      "pool.name_zh",
      "pool.name_en",
      "organisation.code as organisation_code",
      "organisation.name_zh as organisation_zh",
      "organisation.name_en as organisation_en",
    ])
    .select((eb) => eb.fn.count<number>("node.id").as("nodes"))
    .groupBy("pool.id").orderBy("pool.code").limit(sql<number>`${p.limit}`)
);

export type PoolLine = Choice & { owner: Choice; nodes: number };

export function listPools(reader: Reader): PoolLine[] {
  return allPools(reader, { limit: mostChoices }).map((row) => ({
    ...choiceOf(row),
    owner: {
      code: row.organisation_code,
      nameZh: row.organisation_zh,
      nameEn: row.organisation_en,
    },
    nodes: row.nodes,
  }));
}

function choiceOf({ code, name_zh: nameZh, name_en: nameEn }: {
  code: string;
  name_zh: string;
  name_en: string;
}): Choice {
  return { code, nameZh, nameEn };
}
