import { sql } from "kysely";
import { prepared } from "~/db/_engine/prepared.ts";
import { among, type Reader } from "~/db/_engine/reader.ts";
import { cappedCount } from "~/db/_search/capped_count.ts";
import { type PagedRows, type RowPage, rowPage } from "~/db/_search/row_page.ts";
import { searchTerms } from "~/db/_search/search_words.ts";
import type { PartnerId } from "~/domain/_kernel/id.ts";
import type { Partner, PartnerKind } from "~/domain/channel/partner.ts";
import { listOrganisations } from "./organisations.ts";
import { findPartnerById, type KnownPartner, partnersByIds } from "./partners.ts";
import { recordOf } from "./partner_records.ts";
import { listRegions } from "./regions.ts";
import { idsBelow } from "~/db/_trees/trees.ts";

export type PartnerFilter = {
  kind?: PartnerKind;
  /** A region stands for all below it, too, and so does an organisation. */
  region?: string;
  organisation?: string;
  state?: KnownPartner["state"];
  q?: string;
};

/** A tree of regions or organisations fits in memory; a filter may walk all of it. */

function filtered(reader: Reader, { kind, region, organisation, state, q }: PartnerFilter) {
  let partners = reader.from("partner").select(["partner.id", "partner.code as key"]);
  if (kind) partners = partners.where("partner.kind", "=", kind);
  if (state) partners = partners.where("partner.state", "=", state);
  if (region) {
    const ids = idsBelow(listRegions(reader), region);
    partners = partners.where("partner.region_id", "in", among(ids));
  }
  if (organisation) {
    const ids = idsBelow(listOrganisations(reader), organisation);
    partners = partners.where("partner.organisation_id", "in", among(ids));
  }
  for (const term of searchTerms(q ?? "")) {
    partners = partners.where(sql<boolean>`instr(partner.search, ${term}) > 0`);
  }
  return partners;
}

/** One page of the list, by code. */
export function listPartners(
  reader: Reader,
  filter: PartnerFilter,
  page: RowPage,
): PagedRows<KnownPartner> {
  const order = { columns: ["partner.code"], direction: "asc" as const, page };
  const { rows, ...ends } = rowPage(reader, filtered(reader, filter), order);
  const ids = rows.map(({ id }) => id as PartnerId);
  const partners = partnersByIds(reader, ids);
  return { rows: ids.map((id) => partners.get(id)!), ...ends };
}

/** At most one above the cap. */
export function countPartners(reader: Reader, filter: PartnerFilter): Promise<number> {
  return cappedCount(filtered(reader, filter));
}

const idsAfter = prepared((reader, p: { kind: string; after: string; limit: number }) =>
  reader.from("partner").select("id").where("kind", "=", p.kind).where("code", ">", p.after)
    .orderBy("code").limit(sql<number>`${p.limit}`)
);

/** Whole records of one kind by code, from after a code on. */
export function partnersAfter(
  reader: Reader,
  kind: PartnerKind,
  { after, limit }: { after: string | null; limit: number },
): Partner[] {
  return idsAfter(reader, { kind, after: after ?? "", limit })
    .map(({ id }) => recordOf(reader, findPartnerById(reader, id as PartnerId)!).record);
}
