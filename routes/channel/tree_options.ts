import { listOrganisations } from "~/db/channel/organisations.ts";
import { isOwnOrganisation } from "~/db/channel/own_organisation.ts";
import { listRegions } from "~/db/channel/regions.ts";
import type { AnyCtx } from "~/routes/_entry/context.ts";
import { treeOptions } from "~/views/_kit/tree.tsx";
import { named } from "~/views/_kit/named.ts";

export function organisationOptions({ reader, lang }: AnyCtx) {
  const rows = listOrganisations(reader).map(({ record }) => record);
  return treeOptions(rows, (row) => named(row, lang));
}

/** Those under which the asker may put something. */
export function ownOrganisationOptions({ reader, lang }: AnyCtx) {
  const rows = listOrganisations(reader)
    .filter(({ id }) => isOwnOrganisation(reader.scope, id)).map(({ record }) => record);
  return treeOptions(rows, (row) => named(row, lang));
}

export function regionOptions({ reader, lang }: AnyCtx) {
  const rows = listRegions(reader).map(({ record }) => record);
  return treeOptions(rows, (row) => named(row, lang));
}
