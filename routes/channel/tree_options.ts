import { listOrganisations } from "~/db/channel/organisations.ts";
import { listRegions } from "~/db/channel/regions.ts";
import type { AnyCtx } from "~/routes/_entry/context.ts";
import { treeOptions } from "~/views/_kit/tree.tsx";
import { named } from "~/views/_kit/named.ts";

/** A tree of places is short enough for one select. */
export const wholeTree = { after: null, limit: 2000 };

export function organisationOptions({ reader, lang }: AnyCtx) {
  const rows = listOrganisations(reader, wholeTree).map(({ record }) => record);
  return treeOptions(rows, (row) => named(row, lang));
}

export function regionOptions({ reader, lang }: AnyCtx) {
  const rows = listRegions(reader, wholeTree).map(({ record }) => record);
  return treeOptions(rows, (row) => named(row, lang));
}
