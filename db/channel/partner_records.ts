import { prepared } from "~/db/_engine/prepared.ts";
import type { Master } from "~/db/_engine/put.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import type { By } from "~/domain/_kernel/by.ts";
import type { PartnerId } from "~/domain/_kernel/id.ts";
import type { MasterSaved, Stored } from "~/domain/_kernel/master.ts";
import { dayOf } from "~/domain/_kernel/period.ts";
import { isInForce } from "~/domain/channel/organisation.ts";
import {
  type Partner,
  type PartnerExtra,
  type PartnerRefusal,
  partnerRules,
  settlePartner,
} from "~/domain/channel/partner.ts";
import type { RelationMoved } from "~/domain/channel/relation.ts";
import { organisationLine } from "./organisation_line.ts";
import { findOrganisation } from "./organisations.ts";
import { isOwnOrganisation } from "./own_organisation.ts";
import { findPartner, type KnownPartner, listAddresses } from "./partners.ts";
import { findRegion } from "./regions.ts";
import { parentOf, relationsAbove } from "./relations.ts";

const rest = prepared((reader, p: { id: string }) =>
  reader.from("partner")
    .innerJoin("organisation", "organisation.id", "partner.organisation_id")
    .innerJoin("region", "region.id", "partner.region_id")
    .leftJoin("pool", "pool.id", "partner.pool_id")
    .select([
      "partner.phone",
      "organisation.code as organisation_code",
      "region.code as region_code",
      "pool.code as pool_code",
    ])
    .where("partner.id", "=", p.id)
);
const poolByCode = prepared((reader, p: { code: string }) =>
  reader.from("pool").innerJoin("organisation", "organisation.id", "pool.organisation_id")
    .select(["pool.id", "organisation.id as owner_id", "organisation.code as owner_code"])
    .where("pool.code", "=", p.code)
);

/** The whole record, phone numbers included: what a page or an answer leaves out is its own decision. */
export function findPartnerRecord(reader: Reader, code: string): Stored<Partner> | null {
  const partner = findPartner(reader, code);
  return partner && recordOf(reader, partner);
}

export function recordOf(reader: Reader, partner: KnownPartner): Stored<Partner> {
  const { id, version, organisationId: _o, regionId: _r, poolId: _p, ...shared } = partner;
  const row = rest(reader, { id })[0]!;
  const addresses = listAddresses(reader, id)
    .map(({ id: _id, partnerId: _partnerId, ...address }) => address)
    .sort((a, b) => a.code < b.code ? -1 : 1);
  const record = {
    ...shared,
    organisationCode: row.organisation_code,
    regionCode: row.region_code,
    poolCode: row.pool_code,
    phone: row.phone,
    parentCode: parentOf(reader, id)?.code ?? null,
    addresses,
  };
  return { id, version, record };
}

function factsOf(reader: Reader, record: Partner) {
  const { code, poolCode, organisationCode, regionCode, parentCode } = record;
  const whole = reader.asSystem("a code is taken whoever may see its owner");
  const before = findPartnerRecord(reader, code);
  const organisation = findOrganisation(reader, organisationCode);
  const region = findRegion(reader, regionCode);
  const pool = poolCode === null ? undefined : poolByCode(reader, { code: poolCode })[0];
  const parent = parentCode ? findPartner(reader, parentCode) : null;
  const addresses = before ? listAddresses(reader, before.id as PartnerId) : [];
  const extra: PartnerExtra = {
    now: reader.now,
    isTaken: before === null && findPartner(whole, code) !== null,
    notYours: [before?.record.organisationCode ?? organisationCode, organisationCode]
      .find((code) => !isOwn(reader, code)) ?? null,
    isOwnRegion: isOwnRegion(reader, region?.id),
    poolOwner: pool ? { id: pool.owner_id, code: pool.owner_code } : null,
    line: organisation ? organisationLine(reader, organisation.id) : [],
    organisationInForce: organisation !== null &&
      isInForce(organisation.record, dayOf(reader.now)),
    parent,
    above: parent ? relationsAbove(reader, parent.id, reader.now) : [],
  };
  const refs = {
    organisation: organisation?.id,
    region: region?.id,
    pool: pool?.id,
    parent: parent?.id,
    ...Object.fromEntries(addresses.map(({ id, code }) => [`address ${code}`, id])),
  };
  return { before, refs, extra };
}

function isOwn(reader: Reader, organisationCode: string): boolean {
  const organisation = findOrganisation(reader, organisationCode);
  return organisation !== null && isOwnOrganisation(reader.scope, organisation.id);
}

/** Whoever serves a region can neither put a partner elsewhere nor take it there. */
function isOwnRegion({ scope }: Reader, region = ""): boolean {
  return scope.kind !== "region" || scope.regionIds.includes(region);
}

/** A record that names another partner above than before moves it there at once. */
function moved(
  { subject, record, before, refs }: MasterSaved<"PartnerSaved", Partner>,
  by: Pick<By, "at">,
): RelationMoved[] {
  const { code: childCode, parentCode = null } = record;
  const parentBefore = before?.parentCode ?? null;
  if (parentCode === parentBefore) return [];
  const parentId = (refs.parent ?? null) as PartnerId | null;
  const child = subject as PartnerId;
  return [{
    type: "RelationMoved",
    subject: child,
    childCode,
    parentId,
    parentCode,
    parentBefore,
    from: by.at,
  }];
}

export const partners: Master<
  "PartnerSaved",
  Partner,
  PartnerExtra,
  PartnerRefusal,
  RelationMoved
> = {
  type: "PartnerSaved",
  key: ({ code }) => code,
  facts: factsOf,
  settle: settlePartner,
  rules: partnerRules,
  also: (event, _facts, by) => moved(event, by),
};
