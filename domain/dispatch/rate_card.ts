import type { MasterSaved, PutFacts } from "../_kernel/master.ts";
import type { Money } from "../_kernel/money.ts";
import { type Instant, overlaps } from "../_kernel/period.ts";

/** What a carrier takes from one node, by zone of the address and weight. */
export type RateCard = {
  code: string;
  carrierCode: string;
  nodeCode: string;
  validFrom: Instant;
  validUntil: Instant | null;
  zones: readonly RateZone[];
};

/** `first` up to the first weight, then `step` for each started step of weight. */
export type RateZone = {
  zone: string;
  firstWeightGram: number;
  first: Money;
  stepWeightGram: number;
  step: Money;
  leadDays: number;
};

export type RateCardSaved = MasterSaved<"RateCardSaved", RateCard>;

export type RateCardExtra = {
  /** Whether the carrier has the function to ship. */
  carrierShips: boolean;
  /** Of the organisation the node belongs to; null where the node is unknown. */
  currency: string | null;
  /** Other cards of the same carrier and node. */
  others: readonly { code: string; validFrom: Instant; validUntil: Instant | null }[];
};

export type RateCardRefusal =
  | { reason: "unknown_carrier"; code: string; at?: string }
  | { reason: "carrier_does_not_ship"; carrier: string; at?: string }
  | { reason: "unknown_node"; code: string; at?: string }
  | { reason: "ends_before_start"; from: Instant; until: Instant; at?: string }
  | { reason: "zone_twice"; zone: string; at?: string }
  | { reason: "currency_differs"; needed: string; actual: string; at?: string }
  | {
    reason: "rate_cards_overlap";
    card: string;
    from: Instant;
    until: Instant | null;
    at?: string;
  };

export function rateCardRules(
  card: RateCard,
  { refs, extra }: PutFacts<RateCard, RateCardExtra>,
): RateCardRefusal[] {
  const found: RateCardRefusal[] = [];
  const { carrierCode, nodeCode, validFrom: from, validUntil: until } = card;
  if (!refs.carrier) {
    found.push({ reason: "unknown_carrier", code: carrierCode, at: "/carrierCode" });
  } else if (!extra.carrierShips) {
    found.push({ reason: "carrier_does_not_ship", carrier: carrierCode, at: "/carrierCode" });
  }
  if (!refs.node) found.push({ reason: "unknown_node", code: nodeCode, at: "/nodeCode" });
  if (until !== null && until <= from) {
    found.push({ reason: "ends_before_start", from, until, at: "/validUntil" });
  }
  return [
    ...found,
    ...zonesTwice(card),
    ...otherCurrency(card, extra),
    ...overlapping(card, extra),
  ];
}

function zonesTwice({ zones }: RateCard): RateCardRefusal[] {
  const seen = new Set<string>();
  return zones.flatMap(({ zone }, at): RateCardRefusal[] => {
    if (seen.has(zone)) return [{ reason: "zone_twice", zone, at: `/zones/${at}/zone` }];
    seen.add(zone);
    return [];
  });
}

function otherCurrency({ zones }: RateCard, { currency: needed }: RateCardExtra) {
  if (needed === null) return [];
  return zones.flatMap(({ first, step }, at): RateCardRefusal[] => {
    const wrong = [first, step].find(({ currency }) => currency !== needed);
    const actual = wrong?.currency;
    return actual ? [{ reason: "currency_differs", needed, actual, at: `/zones/${at}/first` }] : [];
  });
}

function overlapping(
  { validFrom: from, validUntil: until }: RateCard,
  { others }: RateCardExtra,
): RateCardRefusal[] {
  const other = others.find(({ validFrom, validUntil }) =>
    overlaps({ from, until }, { from: validFrom, until: validUntil })
  );
  if (!other) return [];
  const period = { from: other.validFrom, until: other.validUntil };
  return [{ reason: "rate_cards_overlap", card: other.code, ...period, at: "/validFrom" }];
}
