import { listOrganisations } from "~/db/channel/organisations.ts";
import { isOwnOrganisation } from "~/db/channel/own_organisation.ts";
import { listRegions } from "~/db/channel/regions.ts";
import type { Ctx } from "~/routes/_entry/context.ts";
import { treeOptions } from "~/views/_kit/tree.tsx";
import { nameOf } from "~/views/channel/channel_parts.tsx";

/** A tree of places is short enough for one select. */
export const wholeTree = { after: null, limit: 2000 };

export type AnyCtx = Ctx<unknown, unknown, unknown, unknown>;

export function organisationOptions({ reader, lang }: AnyCtx) {
  const rows = listOrganisations(reader, wholeTree).map(({ record }) => record);
  return treeOptions(rows, (row) => nameOf(row, lang));
}

/** Those under which the asker may put something. */
export function ownOrganisationOptions({ reader, lang }: AnyCtx) {
  const rows = listOrganisations(reader, wholeTree)
    .filter(({ id }) => isOwnOrganisation(reader.scope, id)).map(({ record }) => record);
  return treeOptions(rows, (row) => nameOf(row, lang));
}

export function regionOptions({ reader, lang }: AnyCtx) {
  const rows = listRegions(reader, wholeTree).map(({ record }) => record);
  return treeOptions(rows, (row) => nameOf(row, lang));
}
