import { sql } from "kysely";
import { prepared } from "~/db/_engine/prepared.ts";
import { type Master, saved } from "~/db/_engine/put.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import type { Writers } from "~/db/writers.ts";
import { bilingual } from "~/domain/_kernel/bilingual.ts";
import type { PutFacts, Stored } from "~/domain/_kernel/master.ts";
import { dayOf, startOfDay } from "~/domain/_kernel/period.ts";
import type { OrganisationSaved } from "~/domain/channel/events.ts";
import {
  type Organisation,
  type OrganisationExtra,
  type OrganisationRefusal,
  organisationRules,
} from "~/domain/channel/organisation.ts";
import { treeFacts } from "~/db/_trees/tree_facts.ts";
import { poolUsersLeaving } from "~/db/inventory/pool_users.ts";
import { organisationLine, organisationsBelow } from "./organisation_line.ts";

const byCode = prepared((reader, p: { code: string }) =>
  reader.from("organisation").leftJoin(
    "organisation as parent",
    "parent.id",
    "organisation.parent_id",
  )
    .selectAll("organisation").select("parent.code as parent_code")
    .where("organisation.code", "=", p.code)
);

const pageAfter = prepared((reader, p: { after: string; limit: number }) =>
  reader.from("organisation").leftJoin(
    "organisation as parent",
    "parent.id",
    "organisation.parent_id",
  )
    .selectAll("organisation").select("parent.code as parent_code")
    .where("organisation.code", ">", p.after).orderBy("organisation.code")
    .limit(sql<number>`${p.limit}`)
);

type Row = ReturnType<typeof byCode>[number];

function storedOf(row: Row): Stored<Organisation> {
  return {
    id: row.id,
    version: row.version,
    record: {
      code: row.code,
      nameZh: row.name_zh,
      nameEn: row.name_en,
      parentCode: row.parent_code,
      currency: row.currency,
      validFrom: dayOf(row.valid_from),
      validUntil: row.valid_until === null ? null : dayOf(row.valid_until),
      discountLimitBasisPoints: row.discount_limit_bp,
    },
  };
}

export function findOrganisation(reader: Reader, code: string): Stored<Organisation> | null {
  const [row] = byCode(reader, { code });
  return row ? storedOf(row) : null;
}

/** By code, from after a code on. */
export function listOrganisations(
  reader: Reader,
  { after, limit }: { after: string | null; limit: number },
): Stored<Organisation>[] {
  return pageAfter(reader, { after: after ?? "", limit }).map(storedOf);
}

const inTree = treeFacts(findOrganisation);

/** An organisation moves with all below it, and with the pools those use. */
function loadOrganisationFacts(
  reader: Reader,
  organisation: Organisation,
): PutFacts<Organisation, OrganisationExtra> {
  const facts = inTree(reader, organisation);
  const { before, refs, extra } = facts;
  const isMoving = before !== null && before.record.parentCode !== organisation.parentCode;
  const left = isMoving
    ? poolUsersLeaving(
      reader,
      organisationsBelow(reader, before.id),
      refs.parent ? organisationLine(reader, refs.parent) : [],
    )
    : { codes: [], more: false };
  return { ...facts, extra: { ...extra, left } };
}

export const organisations: Master<
  "OrganisationSaved",
  Organisation,
  OrganisationExtra,
  OrganisationRefusal
> = {
  type: "OrganisationSaved",
  key: ({ code }) => code,
  facts: loadOrganisationFacts,
  settle: bilingual,
  rules: organisationRules,
};

export const organisationWriters = {
  OrganisationSaved: saved(({ subject: id, version, record, refs }: OrganisationSaved) => ({
    table: "organisation",
    row: {
      id,
      version,
      code: record.code,
      name_zh: record.nameZh,
      name_en: record.nameEn,
      parent_id: refs.parent ?? null,
      currency: record.currency,
      valid_from: startOfDay(record.validFrom),
      valid_until: record.validUntil === null ? null : startOfDay(record.validUntil),
      discount_limit_bp: record.discountLimitBasisPoints,
    },
  })),
} satisfies Writers<OrganisationSaved>;
