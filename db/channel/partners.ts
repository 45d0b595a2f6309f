import { sql } from "kysely";
import { prepared } from "~/db/_engine/prepared.ts";
import { among, type Reader } from "~/db/_engine/reader.ts";
import { hasEvery } from "~/db/_search/has_every.ts";
import { searchTerms } from "~/db/_search/search_words.ts";
import type {
  AddressId,
  OrganisationId,
  PartnerId,
  PoolId,
  RegionId,
} from "~/domain/_kernel/id.ts";
import {
  type Address,
  buyerKinds,
  type PartnerFunction,
  type PartnerKind,
} from "~/domain/channel/partner.ts";

/** A partner as orders, prices and credit need it: nothing that a field mask hides. */
export type KnownPartner = {
  id: PartnerId;
  version: number;
  code: string;
  kind: PartnerKind;
  nameZh: string;
  nameEn: string;
  grade: string | null;
  organisationId: OrganisationId;
  regionId: RegionId;
  /** A dealer always has one. */
  poolId: PoolId | null;
  currency: string;
  functions: Record<PartnerFunction, boolean>;
  approvalLimitMinor: number | null;
  state: "active" | "suspended";
};

const byCode = prepared((reader, p: { code: string }) =>
  reader.from("partner").selectAll().where("code", "=", p.code)
);
const byIds = prepared((reader, p: { ids: readonly string[] }) =>
  reader.from("partner").selectAll().where("id", "in", among(p.ids))
);

type Row = ReturnType<typeof byCode>[number];

function known(row: Row): KnownPartner {
  return {
    id: row.id as PartnerId,
    version: row.version,
    code: row.code,
    kind: row.kind as PartnerKind,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    grade: row.grade,
    organisationId: row.organisation_id as OrganisationId,
    regionId: row.region_id as RegionId,
    poolId: row.pool_id as PoolId | null,
    currency: row.currency,
    functions: {
      sells: row.sells === 1,
      stocks: row.stocks === 1,
      ships: row.ships === 1,
      settles: row.settles === 1,
      services: row.services === 1,
    },
    approvalLimitMinor: row.approval_limit_minor,
    state: row.state as KnownPartner["state"],
  };
}

export function findPartner(reader: Reader, code: string): KnownPartner | null {
  const [row] = byCode(reader, { code });
  return row ? known(row) : null;
}

export function findPartnerById(reader: Reader, id: PartnerId): KnownPartner | null {
  return partnersByIds(reader, [id]).get(id) ?? null;
}

/** Those of the ids that exist and may be seen, by id. */
export function partnersByIds(
  reader: Reader,
  ids: readonly PartnerId[],
): Map<PartnerId, KnownPartner> {
  return new Map(byIds(reader, { ids }).map((row) => [row.id as PartnerId, known(row)]));
}

export type StoredAddress = Omit<Address, "phone"> & {
  id: AddressId;
  partnerId: PartnerId;
  phone: string;
};

const addressesOf = prepared((reader, p: { partnerId: string }) =>
  reader.from("address").selectAll().where("partner_id", "=", p.partnerId)
    .orderBy("is_default", "desc").orderBy("code")
);
const addressById = prepared((reader, p: { id: string }) =>
  reader.from("address").selectAll().where("id", "=", p.id)
);

function addressOf(row: ReturnType<typeof addressById>[number]): StoredAddress {
  const { id, partner_id, is_default, state, ...rest } = row;
  return {
    ...rest,
    id: id as AddressId,
    partnerId: partner_id as PartnerId,
    isDefault: is_default === 1,
    state: state as Address["state"],
  };
}

/** The default first; retired ones are listed too, since older orders name them. */
export function listAddresses(reader: Reader, partnerId: PartnerId): StoredAddress[] {
  return addressesOf(reader, { partnerId }).map(addressOf);
}

export function findAddress(reader: Reader, id: AddressId): StoredAddress | null {
  const [row] = addressById(reader, { id });
  return row ? addressOf(row) : null;
}

const found = prepared((
  reader,
  p: {
    first: string;
    rest: readonly string[];
    kinds: readonly string[];
    whole: string;
    limit: number;
  },
) =>
  reader.from("partner").selectAll()
    .where("kind", "in", among(p.kinds))
    .where(sql<boolean>`instr(partner.search, ${p.first}) > 0`)
    .where(hasEvery("partner", p.rest))
    .orderBy(
      sql`case when lower(partner.code) = ${p.whole} then 0
      when instr(lower(partner.code), ${p.whole}) = 1 then 1
      when instr(' ' || partner.search, ' ' || ${p.whole}) > 0 then 2
      else 3 end`,
    )
    .orderBy("code").limit(sql<number>`${p.limit}`)
);

/** Partners by code, name, pinyin or initials; within what the reader may see. */
export function searchPartners(
  reader: Reader,
  typed: string,
  limit = 20,
  kinds: readonly PartnerKind[] = buyerKinds,
): KnownPartner[] {
  const terms = searchTerms(typed);
  const [first, ...rest] = terms;
  if (first === undefined) return [];
  return found(reader, { first, rest, kinds, whole: terms.join(" "), limit }).map(known);
}
