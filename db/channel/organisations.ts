import { type Master, saved } from "~/db/_engine/put.ts";
import type { Writers } from "~/db/writers.ts";
import { bilingual } from "~/domain/_kernel/bilingual.ts";
import { dayOf, startOfDay } from "~/domain/_kernel/period.ts";
import type { OrganisationSaved } from "~/domain/channel/events.ts";
import {
  type Organisation,
  type OrganisationRefusal,
  organisationRules,
  type TreeExtra,
} from "~/domain/channel/organisation.ts";
import { treeFacts } from "~/db/_trees/tree_facts.ts";
import { treeColumns, treeTable } from "~/db/_trees/tree_table.ts";

const tree = treeTable<"organisation", Organisation>("organisation", (row) => ({
  currency: row.currency,
  validFrom: dayOf(row.valid_from),
  validUntil: row.valid_until === null ? null : dayOf(row.valid_until),
}));

export const findOrganisation = tree.find;
export const listOrganisations = tree.list;

export const organisations: Master<
  "OrganisationSaved",
  Organisation,
  TreeExtra,
  OrganisationRefusal
> = {
  type: "OrganisationSaved",
  key: ({ code }) => code,
  facts: treeFacts(findOrganisation),
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
