import { findOrganisation, listOrganisations, organisations } from "~/db/channel/organisations.ts";
import { partnersAfter } from "~/db/channel/partner_list.ts";
import { findPartnerRecord, partners } from "~/db/channel/partner_records.ts";
import { findPartner } from "~/db/channel/partners.ts";
import { findRegion, listRegions, regions } from "~/db/channel/regions.ts";
import type { Partner, PartnerKind } from "~/domain/channel/partner.ts";
import { isMasked } from "~/domain/platform/principal.ts";
import type { Ctx } from "~/routes/_entry/context.ts";
import { Forbidden } from "~/routes/_entry/errors.ts";
import { masterApi } from "~/routes/_entry/master_api.ts";
import type { Route } from "~/routes/_entry/route.ts";
import { channelWords } from "~/views/channel/text.ts";
import { shownPartner } from "./partner_pages.tsx";
import { OrganisationBody, partnerBody, partnerReply, RegionBody } from "./shapes.ts";

/** A partner above that is out of the caller's sight is not named. */
function shown(partner: Partner, ctx: Ctx): Partner {
  const { parentCode, ...rest } = shownPartner(partner, ctx);
  const isSeen = !parentCode || findPartner(ctx.reader, parentCode) !== null;
  return isSeen ? { ...rest, parentCode } : rest;
}

function allow({ phone, addresses = [] }: Partner, { principal }: Ctx): void {
  const numbers = [phone, ...addresses.map((address) => address.phone)];
  if (isMasked(principal, "phone") && numbers.some((number) => number !== undefined)) {
    throw new Forbidden("phone");
  }
}

function partnerApi(path: string, kind: PartnerKind): Route[] {
  return masterApi({
    path,
    keyName: "code",
    resource: "partner",
    master: partners,
    schema: partnerBody(kind),
    reply: partnerReply(kind),
    find: (reader, code) => {
      const stored = findPartnerRecord(reader, code);
      return stored?.record.kind === kind ? stored : null;
    },
    list: (reader, page) => partnersAfter(reader, kind, page),
    words: (lang) => channelWords(lang).refused,
    shown,
    allow,
  });
}

export const channelApi: Route[] = [
  ...partnerApi("dealers", "dealer"),
  ...partnerApi("stores", "store"),
  ...partnerApi("suppliers", "supplier"),
  ...partnerApi("carriers", "carrier"),
  ...partnerApi("service-providers", "service_provider"),
  ...masterApi({
    path: "organisations",
    keyName: "code",
    resource: "organisation",
    master: organisations,
    schema: OrganisationBody,
    find: findOrganisation,
    list: (reader, page) => listOrganisations(reader, page).map(({ record }) => record),
    words: (lang) => channelWords(lang).refused,
  }),
  ...masterApi({
    path: "regions",
    keyName: "code",
    resource: "region",
    master: regions,
    schema: RegionBody,
    find: findRegion,
    list: (reader, page) => listRegions(reader, page).map(({ record }) => record),
    words: (lang) => channelWords(lang).refused,
  }),
];
