import type { PutFacts } from "~/domain/_kernel/master.ts";
import type { Day } from "~/domain/_kernel/period.ts";

/** A part of our own house. It may be used from its first day on, up to but without its last. */
export type Organisation = {
  code: string;
  nameZh: string;
  nameEn: string;
  parentCode: string | null;
  currency: string;
  validFrom: Day;
  validUntil: Day | null;
};

export type OrganisationRefusal =
  | { reason: "unknown_organisation"; code: string; at?: string }
  | { reason: "organisation_cycle"; code: string; at?: string }
  | { reason: "pools_left_behind"; codes: readonly string[]; more: boolean; at?: string }
  | { reason: "ends_before_it_begins"; from: Day; until: Day; at?: string };

/** `above`: the codes from the named parent up to the root. */
export type TreeExtra = { above: readonly string[] };

export type OrganisationExtra = TreeExtra & {
  /** Nodes and partners that use a pool which stands above them no longer; some of their codes. */
  left: { codes: readonly string[]; more: boolean };
};

export function organisationRules(
  { code, parentCode, validFrom, validUntil }: Organisation,
  { refs, extra }: PutFacts<Organisation, OrganisationExtra>,
): OrganisationRefusal[] {
  const found: OrganisationRefusal[] = [];
  if (parentCode !== null && !refs.parent) {
    found.push({ reason: "unknown_organisation", code: parentCode, at: "/parentCode" });
  } else if (parentCode !== null && extra.above.includes(code)) {
    found.push({ reason: "organisation_cycle", code, at: "/parentCode" });
  } else if (extra.left.codes.length > 0) {
    found.push({ reason: "pools_left_behind", ...extra.left, at: "/parentCode" });
  }
  if (validUntil !== null && validUntil <= validFrom) {
    found.push({
      reason: "ends_before_it_begins",
      from: validFrom,
      until: validUntil,
      at: "/validUntil",
    });
  }
  return found;
}

export function isInForce(
  { validFrom, validUntil }: Pick<Organisation, "validFrom" | "validUntil">,
  on: Day,
): boolean {
  return validFrom <= on && (validUntil === null || on < validUntil);
}
