import { bilingual } from "~/domain/_kernel/bilingual.ts";
import type { PutFacts } from "~/domain/_kernel/master.ts";
import type { PartnerId } from "~/domain/_kernel/id.ts";
import type { Instant } from "~/domain/_kernel/period.ts";
import {
  parentRefusal,
  type PartyToMove,
  type Relation,
  type RelationRefusal,
} from "./relation.ts";

export const partnerKinds = ["dealer", "store", "supplier", "carrier", "service_provider"] as const;
export type PartnerKind = typeof partnerKinds[number];
/** Who may order: they sell on what they buy from us. */
export const buyerKinds: readonly PartnerKind[] = ["dealer", "store"];
export const partnerFunctions = ["sells", "stocks", "ships", "settles", "services"] as const;
export type PartnerFunction = typeof partnerFunctions[number];

export type Address = {
  /** Unique within the partner: MAIN, WH2. */
  code: string;
  contact: string;
  /** Left out by those who may not see it. */
  phone?: string;
  province: string;
  city: string;
  street: string;
  /** The freight zone: the code of the province. */
  zone: string;
  isDefault: boolean;
  /** Retired: no longer offered; orders still refer to it. */
  state: "active" | "retired";
};

/** What a parcel cannot go without. */
export const addressParts = ["contact", "phone", "city", "street"] as const;
export type AddressPart = typeof addressParts[number];

export type Partner = {
  code: string;
  kind: PartnerKind;
  nameZh: string;
  nameEn: string;
  grade: string | null;
  organisationCode: string;
  regionCode: string;
  /** Where its orders draw their stock. */
  poolCode: string | null;
  currency: string;
  /** Left out by those who may not see it. */
  phone?: string | null;
  functions: Readonly<Record<PartnerFunction, boolean>>;
  /** Above it the dealer's own approver is asked; null: never. */
  approvalLimitMinor: number | null;
  state: "active" | "suspended";
  /** The partner above, now; left out: as it is. */
  parentCode?: string | null;
  /** Left out: as they are. */
  addresses?: readonly Address[];
};

export type PartnerRefusal =
  | { reason: "code_taken"; code: string; at?: string }
  | { reason: "kind_is_fixed"; code: string; kind: PartnerKind; at?: string }
  | { reason: "unknown_organisation"; code: string; at?: string }
  | { reason: "organisation_not_in_force"; code: string; at?: string }
  | { reason: "unknown_region"; code: string; at?: string }
  | { reason: "organisation_not_yours"; code: string; at?: string }
  | { reason: "region_not_yours"; code: string; at?: string }
  | { reason: "unknown_pool"; code: string; at?: string }
  | {
    reason: "pool_of_another_organisation";
    pool: string;
    owner: string;
    organisation: string;
    at?: string;
  }
  | { reason: "dealer_needs_pool"; at?: string }
  | { reason: "address_incomplete"; code: string; missing: readonly AddressPart[]; at?: string }
  | { reason: "duplicate_address"; code: string; at?: string }
  | { reason: "several_default_addresses"; codes: readonly string[]; at?: string }
  | RelationRefusal;

export type PartnerExtra = {
  now: Instant;
  /** The code belongs to a partner this caller cannot see. */
  isTaken: boolean;
  /** The organisation, of the one it had and the one it is given, that is not the caller's. */
  notYours: string | null;
  /** Whether the caller would still see the partner in that region. */
  isOwnRegion: boolean;
  /** The organisation the pool belongs to; null where none is named or known. */
  poolOwner: { id: string; code: string } | null;
  /** The ids of the partner's organisation and of all above it. */
  line: readonly string[];
  organisationInForce: boolean;
  parent: PartyToMove | null;
  above: readonly Relation[];
};

type Facts = PutFacts<Partner, PartnerExtra>;

/** What is left out stays as it is, and an address that is no longer named is retired, not lost. */
export function settlePartner(given: Partner, { before }: Pick<Facts, "before">): Partner {
  const old = before?.record;
  return bilingual({
    ...given,
    phone: given.phone === undefined ? old?.phone ?? null : given.phone,
    parentCode: given.parentCode === undefined ? old?.parentCode ?? null : given.parentCode,
    addresses: given.addresses === undefined
      ? old?.addresses ?? []
      : settleAddresses(given.addresses, old?.addresses ?? []),
  });
}

function settleAddresses(given: readonly Address[], before: readonly Address[]): Address[] {
  const old = new Map(before.map((address) => [address.code, address]));
  const named = new Set(given.map(({ code }) => code));
  const kept = given.map((address) => ({
    ...address,
    phone: address.phone ?? old.get(address.code)?.phone ?? "",
  }));
  const left = before.filter(({ code }) => !named.has(code))
    .map((address) => ({ ...address, state: "retired" as const, isDefault: false }));
  return [...kept, ...left].sort((a, b) => a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}

export function partnerRules(partner: Partner, facts: Facts): PartnerRefusal[] {
  const { code, kind, parentCode = null } = partner;
  const { before, extra } = facts;
  if (extra.isTaken) return [{ reason: "code_taken", code, at: "/code" }];
  if (before && before.record.kind !== kind) {
    return [{ reason: "kind_is_fixed", code, kind: before.record.kind, at: "/kind" }];
  }
  const found = [...placeRefusals(partner, facts), ...addressRefusals(partner.addresses ?? [])];
  const child = { id: (before?.id ?? null) as PartnerId | null, code, kind };
  const parent = parentCode === (before?.record.parentCode ?? null)
    ? null
    : parentRefusal({ child, parent: extra.parent, above: extra.above }, parentCode, extra.now);
  return parent ? [...found, parent] : found;
}

function placeRefusals(partner: Partner, facts: Facts): PartnerRefusal[] {
  return [
    organisationRefusal(partner, facts),
    regionRefusal(partner, facts),
    poolRefusal(partner, facts),
  ].filter((found) => found !== null);
}

/** Nobody gives a partner to another organisation, nor takes one away from it. */
function organisationRefusal(
  { organisationCode: code }: Partner,
  { before, refs, extra }: Facts,
): PartnerRefusal | null {
  const at = "/organisationCode";
  if (!refs.organisation) return { reason: "unknown_organisation", code, at };
  if (extra.notYours !== null) {
    return { reason: "organisation_not_yours", code: extra.notYours, at };
  }
  const isNewThere = before?.record.organisationCode !== code;
  return isNewThere && !extra.organisationInForce
    ? { reason: "organisation_not_in_force", code, at }
    : null;
}

function regionRefusal(
  { regionCode: code }: Partner,
  { refs, extra }: Facts,
): PartnerRefusal | null {
  const at = "/regionCode";
  if (!refs.region) return { reason: "unknown_region", code, at };
  return extra.isOwnRegion ? null : { reason: "region_not_yours", code, at };
}

/** Orders draw on the goods of the organisation that sells, or of the group above it. */
function poolRefusal(
  { kind, poolCode: pool, organisationCode: organisation }: Partner,
  { refs, extra: { poolOwner, line } }: Facts,
): PartnerRefusal | null {
  const at = "/poolCode";
  if (pool === null) return kind === "dealer" ? { reason: "dealer_needs_pool", at } : null;
  if (!refs.pool || !poolOwner) return { reason: "unknown_pool", code: pool, at };
  return !refs.organisation || line.includes(poolOwner.id)
    ? null
    : { reason: "pool_of_another_organisation", pool, owner: poolOwner.code, organisation, at };
}

function addressRefusals(addresses: readonly Address[]): PartnerRefusal[] {
  const codes = addresses.map(({ code }) => code);
  const found: PartnerRefusal[] = codes.filter((code, index) => codes.indexOf(code) !== index)
    .map((code) => ({ reason: "duplicate_address", code, at: "/addresses" }));
  found.push(...addresses.filter(({ state }) => state === "active").flatMap(incomplete));
  const defaults = addresses.filter(({ isDefault }) => isDefault).map(({ code }) => code);
  if (defaults.length > 1) {
    found.push({ reason: "several_default_addresses", codes: defaults, at: "/addresses" });
  }
  return found;
}

/** Told by its code, since addresses are sorted before they are judged. */
function incomplete(address: Address): PartnerRefusal[] {
  const missing = addressParts.filter((part) => !address[part]?.trim());
  if (missing.length === 0) return [];
  return [{ reason: "address_incomplete", code: address.code, missing, at: "/addresses" }];
}
