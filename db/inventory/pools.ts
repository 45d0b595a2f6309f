import { NotFound } from "~/db/_engine/not_found.ts";
import { prepared } from "~/db/_engine/prepared.ts";
import { type Master, saved } from "~/db/_engine/put.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import { organisationsBelow } from "~/db/channel/organisation_line.ts";
import { findOrganisation } from "~/db/channel/organisations.ts";
import { isOwnOrganisation } from "~/db/channel/own_organisation.ts";
import type { Writers } from "~/db/writers.ts";
import { bilingual } from "~/domain/_kernel/bilingual.ts";
import type { PutFacts, Stored } from "~/domain/_kernel/master.ts";
import type { PoolSaved } from "~/domain/inventory/events.ts";
import { type Pool, type PoolExtra, type PoolRefusal, poolRules } from "~/domain/inventory/pool.ts";
import { poolUsersOutside } from "./pool_users.ts";

const byCode = prepared((reader, p: { code: string }) =>
  reader.from("pool").innerJoin("organisation", "organisation.id", "pool.organisation_id")
    .selectAll("pool").select("organisation.code as organisation_code")
    .where("pool.code", "=", p.code)
);

type Row = ReturnType<typeof byCode>[number];

export function findPool(reader: Reader, code: string): Stored<Pool> | null {
  const [row] = byCode(reader, { code });
  return row ? storedOf(row) : null;
}

function storedOf(row: Row): Stored<Pool> {
  const { id, version, code, name_zh: nameZh, name_en: nameEn } = row;
  return { id, version, record: { code, nameZh, nameEn, organisationCode: row.organisation_code } };
}

/** Whose a pool is, for those who want to use it. */
export function findPoolOwner(
  reader: Reader,
  code: string,
): { poolId: string; id: string; code: string } | null {
  const [row] = byCode(reader, { code });
  return row ? { poolId: row.id, id: row.organisation_id, code: row.organisation_code } : null;
}

/** Pools are known to all our people; one of another organisation is not there to be changed. */
function loadPoolFacts(reader: Reader, pool: Pool): PutFacts<Pool, PoolExtra> {
  const [row] = byCode(reader, { code: pool.code });
  if (row && !isOwnOrganisation(reader.scope, row.organisation_id)) throw new NotFound("pool");
  const named = findOrganisation(reader, pool.organisationCode)?.id;
  const owner = named && isOwnOrganisation(reader.scope, named) ? named : undefined;
  const outside = row && owner
    ? poolUsersOutside(reader, row.id, organisationsBelow(reader, owner))
    : { codes: [], more: false };
  return { before: row ? storedOf(row) : null, refs: { organisation: owner }, extra: { outside } };
}

export const pools: Master<"PoolSaved", Pool, PoolExtra, PoolRefusal> = {
  type: "PoolSaved",
  key: ({ code }) => code,
  facts: loadPoolFacts,
  settle: bilingual,
  rules: poolRules,
};

export const poolWriters = {
  PoolSaved: saved(({ subject: id, version, record, refs }: PoolSaved) => ({
    table: "pool",
    row: {
      id,
      version,
      code: record.code,
      name_zh: record.nameZh,
      name_en: record.nameEn,
      organisation_id: refs.organisation!,
    },
  })),
} satisfies Writers<PoolSaved>;
