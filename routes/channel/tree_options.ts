import { listOrganisations } from "~/db/channel/organisations.ts";
import { listRegions } from "~/db/channel/regions.ts";
import type { AnyCtx } from "~/routes/_entry/context.ts";
import { treeOptions } from "~/views/_kit/tree.tsx";
import { named } from "~/views/_kit/named.ts";

export function organisationOptions({ reader, lang }: AnyCtx) {
  const rows = listOrganisations(reader).map(({ record }) => record);
  return treeOptions(rows, (row) => named(row, lang));
}

export function regionOptions({ reader, lang }: AnyCtx) {
  const rows = listRegions(reader).map(({ record }) => record);
  return treeOptions(rows, (row) => named(row, lang));
}
