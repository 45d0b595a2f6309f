import { type Master, saved } from "~/db/_engine/put.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import type { Writers } from "~/db/writers.ts";
import { bilingual } from "~/domain/_kernel/bilingual.ts";
import type { PutFacts } from "~/domain/_kernel/master.ts";
import { dayOf, startOfDay } from "~/domain/_kernel/period.ts";
import type { OrganisationSaved } from "~/domain/channel/events.ts";
import {
  type Organisation,
  type OrganisationExtra,
  type OrganisationRefusal,
  organisationRules,
} from "~/domain/channel/organisation.ts";
import { treeFacts } from "~/db/_trees/tree_facts.ts";
import { treeColumns, treeTable } from "~/db/_trees/tree_table.ts";
import { poolUsersLeaving } from "~/db/inventory/pool_users.ts";
import { organisationLine, organisationsBelow } from "./organisation_line.ts";

const tree = treeTable<"organisation", Organisation>("organisation", (row) => ({
  currency: row.currency,
  validFrom: dayOf(row.valid_from),
  validUntil: row.valid_until === null ? null : dayOf(row.valid_until),
}));

export const findOrganisation = tree.find;
export const listOrganisations = tree.list;

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
  OrganisationSaved: saved((event: OrganisationSaved) => ({
    table: "organisation",
    row: {
      ...treeColumns(event),
      currency: event.record.currency,
      valid_from: startOfDay(event.record.validFrom),
      valid_until: event.record.validUntil === null ? null : startOfDay(event.record.validUntil),
    },
  })),
} satisfies Writers<OrganisationSaved>;
