import type { PutFacts } from "../../_kernel/master.ts";
import type { Instant } from "../../_kernel/period.ts";

/** Prices meant for some: null means for all organisations, channels, regions, grades or dealers. */
export type PriceList = {
  code: string;
  nameZh: string;
  nameEn: string;
  currency: string;
  organisationCode: string | null;
  channel: string | null;
  /** With all the regions below it. */
  regionCode: string | null;
  grade: string | null;
  dealerCode: string | null;
  validFrom: Instant;
  /** The first instant at which it holds no longer. */
  validUntil: Instant | null;
};

export type PriceListExtra = {
  rowCount: number;
  /** Whether the caller may keep prices that hold for every organisation. */
  mayPriceForAll: boolean;
  /** A row of a list for the very same buyers that starts at the same instant. */
  tie: PriceTie | null;
};

export type PriceTie = {
  list: string;
  sku: string;
  unit: string;
  minQuantity: number;
  from: Instant;
};

export type PriceListRefusal =
  | { reason: "unknown_organisation"; code: string; at?: string }
  | { reason: "unknown_region"; code: string; at?: string }
  | { reason: "unknown_dealer"; code: string; at?: string }
  | { reason: "organisation_needed"; at?: string }
  | { reason: "list_not_yours"; list: string; at?: string }
  | { reason: "ends_before_start"; from: Instant; until: Instant; at?: string }
  | { reason: "currency_in_use"; currency: string; rows: number; at?: string }
  | ({ reason: "price_tie"; at?: string } & PriceTie);

export function priceListRules(
  list: PriceList,
  { before, refs, extra }: PutFacts<PriceList, PriceListExtra>,
): PriceListRefusal[] {
  const found: PriceListRefusal[] = [];
  const { organisationCode, regionCode, dealerCode, validFrom, validUntil, currency } = list;
  if (!extra.mayPriceForAll && before?.record.organisationCode === null) {
    return [{ reason: "list_not_yours", list: list.code }];
  }
  if (!extra.mayPriceForAll && organisationCode === null) {
    found.push({ reason: "organisation_needed", at: "/organisationCode" });
  }
  if (organisationCode !== null && !refs.organisation) {
    found.push({ reason: "unknown_organisation", code: organisationCode, at: "/organisationCode" });
  }
  if (regionCode !== null && !refs.region) {
    found.push({ reason: "unknown_region", code: regionCode, at: "/regionCode" });
  }
  if (dealerCode !== null && !refs.dealer) {
    found.push({ reason: "unknown_dealer", code: dealerCode, at: "/dealerCode" });
  }
  if (validUntil !== null && validUntil <= validFrom) {
    const period = { from: validFrom, until: validUntil };
    found.push({ reason: "ends_before_start", ...period, at: "/validUntil" });
  }
  if (before && before.record.currency !== currency && extra.rowCount > 0) {
    const used = { currency: before.record.currency, rows: extra.rowCount };
    found.push({ reason: "currency_in_use", ...used, at: "/currency" });
  }
  if (extra.tie) found.push({ reason: "price_tie", ...extra.tie });
  return found;
}
