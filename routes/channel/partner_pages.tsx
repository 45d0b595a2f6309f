import { z } from "zod";
import { listOrganisations } from "~/db/channel/organisations.ts";
import { countPartners, listPartners } from "~/db/channel/partner_list.ts";
import { recordOf } from "~/db/channel/partner_records.ts";
import { listRegions } from "~/db/channel/regions.ts";
import { isMasked } from "~/domain/platform/principal.ts";
import { type Partner, partnerKinds } from "~/domain/channel/partner.ts";
import { exportColumns } from "~/routes/_cli/import/kind.ts";
import { html } from "~/routes/_entry/answer.ts";
import type { Ctx } from "~/routes/_entry/context.ts";
import { allPages, csvFile } from "~/routes/_entry/csv.ts";
import { choice, pageLinks, pageQuery, rowPageOf } from "~/routes/_entry/list_page.ts";
import { route } from "~/routes/_entry/route.ts";
import { paths } from "~/views/_kit/paths.ts";
import { PartnerListPage } from "~/views/channel/partner_list_page.tsx";
import { named } from "~/views/_kit/named.ts";
import { lineOf, partnerColumns, phoneColumns } from "./partner_columns.ts";
import { organisationOptions, regionOptions } from "./tree_options.ts";

const Filter = z.object({
  kind: choice(partnerKinds),
  region: z.string().max(40).optional(),
  organisation: z.string().max(40).optional(),
  state: choice(["active", "suspended"]),
  q: pageQuery.q,
});

/** The record without the numbers that are hidden from this person. */
export function shownPartner(partner: Partner, { visitor }: Pick<Ctx, "visitor">): Partner {
  if (!visitor || !isMasked(visitor, "phone")) return partner;
  const { phone: _phone, addresses, ...rest } = partner;
  return {
    ...rest,
    addresses: addresses?.map(({ phone: _phone, ...address }) => address),
  };
}

export const partnerList = route({
  method: "GET",
  path: "/partner",
  resource: "partner",
  action: "read",
  query: Filter.extend(pageQuery),
  handle: async (ctx) => {
    const { reader, lang, query } = ctx;
    const { after: _after, before: _before, ...filter } = query;
    const page = listPartners(reader, filter, rowPageOf(query));
    const regions = new Map(listRegions(reader).map(({ id, record }) => [id, record]));
    const organisations = new Map(
      listOrganisations(reader).map(({ id, record }) => [id, record]),
    );
    return html(
      <PartnerListPage
        shell={ctx.shell}
        rows={page.rows.map((row) => ({
          ...row,
          region: named(regions.get(row.regionId)!, lang),
          organisation: named(organisations.get(row.organisationId)!, lang),
        }))}
        filter={filter}
        regions={regionOptions(ctx)}
        organisations={organisationOptions(ctx)}
        total={await countPartners(reader, filter)}
        {...pageLinks(page, (key) => paths.partners({ ...filter, ...key }))}
        may={{
          edit: ctx.may("partner", "edit"),
          import: ctx.may("partner", "import"),
          export: ctx.may("partner", "export"),
        }}
      />,
    );
  },
});

export const partnerExport = route({
  method: "GET",
  path: "/partner/export",
  resource: "partner",
  action: "export",
  query: Filter,
  handle: (ctx) => {
    const { reader, query, principal } = ctx;
    const columns = isMasked(principal, "phone")
      ? partnerColumns
      : [...partnerColumns, ...phoneColumns];
    const page = (after?: string) => {
      const { rows } = listPartners(reader, query, { after, limit: 200 });
      return rows.map((partner) => lineOf(recordOf(reader, partner).record));
    };
    return csvFile(ctx, {
      name: `${query.kind ?? "partner"}s`,
      columns: exportColumns(columns),
      rows: allPages(page, ({ code }) => code),
    });
  },
});
