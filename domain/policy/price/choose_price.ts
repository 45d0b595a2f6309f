import type { Instant } from "../../_kernel/period.ts";

/** A price row together with the list it stands in. Null in a scope column means: for everybody. */
export type PriceRow = {
  listId: string;
  listCode: string;
  currency: string;
  organisationId: string | null;
  channel: string | null;
  /** For the region and for all below it. */
  regionId: string | null;
  grade: string | null;
  dealerId: string | null;
  listFrom: Instant;
  listUntil: Instant | null;
  unit: string;
  minQuantity: number;
  validFrom: Instant;
  validUntil: Instant | null;
  priceE4: number;
};

export type PriceQuestion = {
  organisationId: string;
  channel: string;
  /** The buyer's region and those above it, the nearest first. */
  regionLine: readonly string[];
  grade: string | null;
  dealerId: string;
  currency: string;
  unit: string;
  quantity: number;
  at: Instant;
};

export type LostBecause =
  | "other_currency"
  | "other_organisation"
  | "other_channel"
  | "other_region"
  | "other_grade"
  | "other_dealer"
  | "other_unit"
  | "not_yet_valid"
  | "expired"
  | "quantity_too_small"
  | "less_specific"
  | "smaller_tier"
  | "earlier_start"
  | "same_but_later_code";

export type PriceChoice = {
  winner: PriceRow | null;
  losers: { row: PriceRow; because: LostBecause }[];
};

/** The first reason for which a row cannot apply at all; null when it can. */
export function whyNot(row: PriceRow, question: PriceQuestion): LostBecause | null {
  if (row.currency !== question.currency) return "other_currency";
  if (row.organisationId !== null && row.organisationId !== question.organisationId) {
    return "other_organisation";
  }
  if (row.channel !== null && row.channel !== question.channel) return "other_channel";
  if (row.regionId !== null && !question.regionLine.includes(row.regionId)) return "other_region";
  if (row.grade !== null && row.grade !== question.grade) return "other_grade";
  if (row.dealerId !== null && row.dealerId !== question.dealerId) return "other_dealer";
  if (row.unit !== question.unit) return "other_unit";
  if (question.at < row.listFrom || question.at < row.validFrom) return "not_yet_valid";
  if (isOver(row.listUntil, question.at) || isOver(row.validUntil, question.at)) return "expired";
  return question.quantity < row.minQuantity ? "quantity_too_small" : null;
}

function isOver(until: Instant | null, at: Instant): boolean {
  return until !== null && until <= at;
}

/**
 * A dealer's own price beats its grade's, that the region's, that the channel's, that the
 * organisation's, that the general one; a closer trait outweighs all the wider ones together.
 */
function specificity({ dealerId, grade, regionId, channel, organisationId }: PriceRow): number {
  return (dealerId === null ? 0 : 16) + (grade === null ? 0 : 8) + (regionId === null ? 0 : 4) +
    (channel === null ? 0 : 2) + (organisationId === null ? 0 : 1);
}

/** How many regions lie between the buyer and the one the row is meant for; 0 where it names none. */
function distance({ regionId }: PriceRow, { regionLine }: PriceQuestion): number {
  return regionId === null ? 0 : regionLine.indexOf(regionId);
}

/** What `winner` is better in than `loser`, both being applicable. */
function beats(winner: PriceRow, loser: PriceRow, question: PriceQuestion): LostBecause | null {
  const scope = specificity(winner) - specificity(loser) ||
    distance(loser, question) - distance(winner, question);
  if (scope !== 0) return scope > 0 ? "less_specific" : null;
  if (winner.minQuantity !== loser.minQuantity) {
    return winner.minQuantity > loser.minQuantity ? "smaller_tier" : null;
  }
  const [since, other] = [latestStart(winner), latestStart(loser)];
  if (since !== other) return since > other ? "earlier_start" : null;
  return winner.listCode < loser.listCode ? "same_but_later_code" : null;
}

function latestStart({ listFrom, validFrom }: PriceRow): Instant {
  return listFrom > validFrom ? listFrom : validFrom;
}

/**
 * At most one row wins: the most specific scope (of two regions the nearer), then the highest tier
 * the quantity reaches, then the latest start. Real ties are refused when prices are saved; here the smaller list code decides.
 */
export function choosePrice(rows: readonly PriceRow[], question: PriceQuestion): PriceChoice {
  let winner: PriceRow | null = null;
  for (const row of rows) {
    if (
      whyNot(row, question) === null && (winner === null || beats(row, winner, question) !== null)
    ) {
      winner = row;
    }
  }
  const losers = rows.filter((row) => row !== winner).map((row) => ({
    row,
    because: whyNot(row, question) ?? beats(winner!, row, question)!,
  }));
  return { winner, losers };
}
