import { prepared } from "~/db/_engine/prepared.ts";
import { among, type Reader } from "~/db/_engine/reader.ts";
import { buyerKinds } from "~/domain/channel/partner.ts";
import type { OrganisationId, PartnerId } from "~/domain/_kernel/id.ts";
import type { NamedPlaces, UnknownCode } from "~/domain/platform/invite_user.ts";

export type Place = { id: string; code: string; nameZh: string; nameEn: string };

const columns = ["id", "code", "name_zh as nameZh", "name_en as nameEn"] as const;
type None = Record<never, never>;

const regions = prepared((reader, _: None) =>
  reader.from("region").select(columns).orderBy("code")
);
const nodes = prepared((reader, _: None) => reader.from("node").select(columns).orderBy("code"));
const organisations = prepared((reader, _: None) =>
  reader.from("organisation").select(columns).orderBy("code")
);
const dealerByCode = prepared((reader, p: { code: string }) =>
  reader.from("partner").select("id").where("code", "=", p.code).where("kind", "in", buyerKinds)
);
const organisationByCode = prepared((reader, p: { code: string }) =>
  reader.from("organisation").select("id").where("code", "=", p.code)
);
const regionsByCode = prepared((reader, p: { codes: readonly string[] }) =>
  reader.from("region").select(["id", "code"]).where("code", "in", among(p.codes)).orderBy("id")
);
const nodesByCode = prepared((reader, p: { codes: readonly string[] }) =>
  reader.from("node").select(["id", "code"]).where("code", "in", among(p.codes)).orderBy("id")
);

export type Places = { regions: Place[]; nodes: Place[]; organisations: Place[] };

/** What a user can be bound to, for the form. */
export function listPlaces(reader: Reader): Places {
  return {
    regions: regions(reader, {}),
    nodes: nodes(reader, {}),
    organisations: organisations(reader, {}),
  };
}

export function findParty(
  reader: Reader,
  { dealerCode, organisationCode }: { dealerCode: string | null; organisationCode: string | null },
): { dealerId: PartnerId | null; organisationId: OrganisationId | null; unknown: UnknownCode[] } {
  const unknown: UnknownCode[] = [];
  const dealer = dealerCode === null ? null : dealerByCode(reader, { code: dealerCode })[0];
  const organisation = organisationCode === null
    ? null
    : organisationByCode(reader, { code: organisationCode })[0];
  if (dealerCode !== null && !dealer) {
    unknown.push({ reason: "unknown_dealer", code: dealerCode, at: "/dealerCode" });
  }
  if (organisationCode !== null && !organisation) {
    unknown.push({
      reason: "unknown_organisation",
      code: organisationCode,
      at: "/organisationCode",
    });
  }
  return {
    dealerId: (dealer?.id ?? null) as PartnerId | null,
    organisationId: (organisation?.id ?? null) as OrganisationId | null,
    unknown,
  };
}

export function findPlaces(
  reader: Reader,
  { regionCodes, nodeCodes }: { regionCodes: readonly string[]; nodeCodes: readonly string[] },
): NamedPlaces {
  const foundRegions = regionsByCode(reader, { codes: regionCodes });
  const foundNodes = nodesByCode(reader, { codes: nodeCodes });
  const missing = (codes: readonly string[], rows: { code: string }[]) =>
    codes.filter((code) => !rows.some((row) => row.code === code));
  return {
    regionIds: foundRegions.map(({ id }) => id),
    nodeIds: foundNodes.map(({ id }) => id),
    unknown: [
      ...missing(regionCodes, foundRegions).map((code): UnknownCode => ({
        reason: "unknown_region",
        code,
        at: "/regionCodes",
      })),
      ...missing(nodeCodes, foundNodes).map((code): UnknownCode => ({
        reason: "unknown_node",
        code,
        at: "/nodeCodes",
      })),
    ],
  };
}
