import { sql } from "kysely";
import { prepared } from "~/db/_engine/prepared.ts";
import { type Master, saved } from "~/db/_engine/put.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import type { Writers } from "~/db/writers.ts";
import type { Stored } from "~/domain/_kernel/master.ts";
import {
  type RateCard,
  type RateCardExtra,
  type RateCardRefusal,
  rateCardRules,
  type RateCardSaved,
} from "~/domain/dispatch/rate_card.ts";

const byCode = prepared((reader, p: { code: string }) =>
  reader.from("rate_card")
    .innerJoin("partner as carrier", "carrier.id", "rate_card.carrier_id")
    .innerJoin("node", "node.id", "rate_card.node_id")
    .innerJoin("organisation", "organisation.id", "node.organisation_id")
    .selectAll("rate_card")
    .select(["carrier.code as carrier_code", "node.code as node_code", "organisation.currency"])
    .where("rate_card.code", "=", p.code)
);

const zonesOf = prepared((reader, p: { cardId: string }) =>
  reader.from("rate_card_zone").selectAll().where("rate_card_id", "=", p.cardId).orderBy("zone")
);

export function findRateCard(reader: Reader, code: string): Stored<RateCard> | null {
  const [row] = byCode(reader, { code });
  if (!row) return null;
  const { currency } = row;
  const record: RateCard = {
    code,
    carrierCode: row.carrier_code,
    nodeCode: row.node_code,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    zones: zonesOf(reader, { cardId: row.id }).map((zone) => ({
      zone: zone.zone,
      firstWeightGram: zone.first_weight_gram,
      first: { amountMinor: zone.first_minor, currency },
      stepWeightGram: zone.step_weight_gram,
      step: { amountMinor: zone.step_minor, currency },
      leadDays: zone.lead_days,
    })),
  };
  return { id: row.id, version: row.version, record };
}

const codesFrom = (direction: "asc" | "desc") =>
  prepared((reader, p: { after: string; limit: number }) =>
    reader.from("rate_card").select("code")
      .where(sql<boolean>`code ${direction === "asc" ? sql`>` : sql`<`} ${p.after}`)
      .orderBy("code", direction).limit(sql<number>`${p.limit}`)
  );

const codesAfter = codesFrom("asc");
const codesBefore = codesFrom("desc");

/** Cards by code, from after or before a code on. */
export function pageRateCards(
  reader: Reader,
  { after, before, limit }: { after?: string; before?: string; limit: number },
): RateCard[] {
  const codes = before === undefined
    ? codesAfter(reader, { after: after ?? "", limit })
    : codesBefore(reader, { after: before, limit }).reverse();
  return codes.map(({ code }) => findRateCard(reader, code)!.record);
}

export function listRateCards(
  reader: Reader,
  { after, limit }: { after: string | null; limit: number },
): RateCard[] {
  return pageRateCards(reader, { after: after ?? "", limit });
}

const carrierByCode = prepared((reader, p: { code: string }) =>
  reader.from("partner").select(["id", "ships"]).where("code", "=", p.code)
    .where("kind", "=", "carrier")
);
const nodeByCode = prepared((reader, p: { code: string }) =>
  reader.from("node").innerJoin("organisation", "organisation.id", "node.organisation_id")
    .select(["node.id", "organisation.currency"]).where("node.code", "=", p.code)
);
/** In which currency a node counts; null where there is no such node. */
export function nodeCurrency(reader: Reader, code: string): string | null {
  return nodeByCode(reader, { code })[0]?.currency ?? null;
}

const siblings = prepared((reader, p: { carrierId: string; nodeId: string; code: string }) =>
  reader.from("rate_card")
    .select(["code", "valid_from as validFrom", "valid_until as validUntil"])
    .where("carrier_id", "=", p.carrierId).where("node_id", "=", p.nodeId)
    .where("code", "<>", p.code).orderBy("valid_from")
);

/** The order of the zones says nothing: a card that lists them otherwise is the same card. */
function inOrderOf(
  zones: RateCard["zones"],
  stored: Stored<RateCard> | null,
): Stored<RateCard> | null {
  if (!stored) return null;
  const placeOf = ({ zone }: RateCard["zones"][number]) => zones.findIndex((z) => z.zone === zone);
  const sorted = stored.record.zones.toSorted((a, b) => placeOf(a) - placeOf(b));
  return { ...stored, record: { ...stored.record, zones: sorted } };
}

export const rateCards: Master<"RateCardSaved", RateCard, RateCardExtra, RateCardRefusal> = {
  type: "RateCardSaved",
  key: ({ code }) => code,
  facts: (reader, { code, carrierCode, nodeCode, zones }) => {
    const [carrier] = carrierByCode(reader, { code: carrierCode });
    const [node] = nodeByCode(reader, { code: nodeCode });
    return {
      before: inOrderOf(zones, findRateCard(reader, code)),
      refs: { carrier: carrier?.id, node: node?.id },
      extra: {
        carrierShips: carrier?.ships === 1,
        currency: node?.currency ?? null,
        others: carrier && node
          ? siblings(reader, { carrierId: carrier.id, nodeId: node.id, code })
          : [],
      },
    };
  },
  rules: rateCardRules,
};

export const rateCardWriters = {
  RateCardSaved: saved(({ subject: id, version, record, refs }: RateCardSaved) => ({
    table: "rate_card",
    row: {
      id,
      version,
      code: record.code,
      carrier_id: refs.carrier!,
      node_id: refs.node!,
      valid_from: record.validFrom,
      valid_until: record.validUntil,
    },
    parts: [{
      table: "rate_card_zone",
      owner: { rate_card_id: id },
      rows: record.zones.map((zone) => ({
        rate_card_id: id,
        zone: zone.zone,
        first_weight_gram: zone.firstWeightGram,
        first_minor: zone.first.amountMinor,
        step_weight_gram: zone.stepWeightGram,
        step_minor: zone.step.amountMinor,
        lead_days: zone.leadDays,
      })),
    }],
  })),
} satisfies Writers<RateCardSaved>;
