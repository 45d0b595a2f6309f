import { sql } from "kysely";
import { NotFound } from "~/db/_engine/not_found.ts";
import { prepared } from "~/db/_engine/prepared.ts";
import { type Master, saved } from "~/db/_engine/put.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import type { Writers } from "~/db/writers.ts";
import { buyerKinds } from "~/domain/channel/partner.ts";
import { bilingual } from "~/domain/_kernel/bilingual.ts";
import type { PutFacts, Stored } from "~/domain/_kernel/master.ts";
import type { PriceListSaved } from "~/domain/policy/price/events.ts";
import {
  type PriceList,
  type PriceListExtra,
  type PriceListRefusal,
  priceListRules,
} from "~/domain/policy/price/price_list.ts";
import { type Buyer, buyerOf, forBuyer } from "./buyer.ts";
import { findTie } from "./price_ties.ts";

const byCode = prepared((reader, p: { code: string } & Buyer) =>
  reader.from("price_list")
    .leftJoin("organisation", "organisation.id", "price_list.organisation_id")
    .leftJoin("region", "region.id", "price_list.region_id")
    .leftJoin("partner", "partner.id", "price_list.dealer_id")
    .selectAll("price_list")
    .select([
      "organisation.code as organisation_code",
      "region.code as region_code",
      "partner.code as dealer_code",
    ])
    .where("price_list.code", "=", p.code).where(forBuyer(p))
);

type Row = ReturnType<typeof byCode>[number];

function recordOf(row: Row): PriceList {
  return {
    code: row.code,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    currency: row.currency,
    organisationCode: row.organisation_code,
    channel: row.channel,
    regionCode: row.region_code,
    grade: row.grade,
    dealerCode: row.dealer_code,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
  };
}

export function findPriceList(reader: Reader, code: string): Stored<PriceList> | null {
  const [row] = byCode(reader, { code, ...buyerOf(reader) });
  return row ? { id: row.id, version: row.version, record: recordOf(row) } : null;
}

const pageAfter = prepared((reader, p: { after: string; limit: number } & Buyer) =>
  reader.from("price_list")
    .leftJoin("organisation", "organisation.id", "price_list.organisation_id")
    .leftJoin("region", "region.id", "price_list.region_id")
    .leftJoin("partner", "partner.id", "price_list.dealer_id")
    .selectAll("price_list")
    .select([
      "organisation.code as organisation_code",
      "region.code as region_code",
      "partner.code as dealer_code",
    ])
    .where("price_list.code", ">", p.after).where(forBuyer(p))
    .orderBy("price_list.code").limit(sql<number>`${p.limit}`)
);

export function listPriceLists(
  reader: Reader,
  { after, limit }: { after: string | null; limit: number },
): PriceList[] {
  return pageAfter(reader, { after: after ?? "", limit, ...buyerOf(reader) }).map(recordOf);
}

const organisationByCode = prepared((reader, p: { code: string }) =>
  reader.from("organisation").select("id").where("code", "=", p.code)
);
const regionByCode = prepared((reader, p: { code: string }) =>
  reader.from("region").select("id").where("code", "=", p.code)
);
const dealerByCode = prepared((reader, p: { code: string }) =>
  reader.from("partner").select("id").where("code", "=", p.code).where("kind", "in", buyerKinds)
);
const rowsIn = prepared((reader, p: { listId: string }) =>
  reader.from("price_row").select((eb) => eb.fn.countAll<number>().as("count"))
    .where("price_list_id", "=", p.listId)
);

/** Facts of a put; a list of other buyers than one's own is not there. */
export function loadPriceListFacts(
  reader: Reader,
  list: PriceList,
): PutFacts<PriceList, PriceListExtra> {
  const system = reader.asSystem("a code is taken even where its list is not seen");
  const before = findPriceList(system, list.code);
  if (before && !findPriceList(reader, list.code)) throw new NotFound("price list");
  const organisation = organisationOf(reader, list.organisationCode);
  const region = list.regionCode === null
    ? undefined
    : regionByCode(reader, { code: list.regionCode })[0]?.id;
  const dealer = list.dealerCode === null
    ? undefined
    : dealerByCode(reader, { code: list.dealerCode })[0]?.id;
  return {
    before,
    refs: { organisation, region, dealer },
    extra: {
      rowCount: before ? rowsIn(system, { listId: before.id })[0]?.count ?? 0 : 0,
      mayPriceForAll: reader.scope.kind === "all",
      tie: before
        ? findTie(system, {
          listId: before.id,
          currency: list.currency,
          channel: list.channel,
          regionId: region ?? null,
          grade: list.grade,
          validFrom: list.validFrom,
          organisationId: organisation ?? null,
          dealerId: dealer ?? null,
        })
        : null,
    },
  };
}

function organisationOf(reader: Reader, code: string | null): string | undefined {
  if (code === null) return undefined;
  const id = organisationByCode(reader, { code })[0]?.id;
  const { scope } = reader;
  const isOwn = scope.kind !== "organisation" || (id && scope.organisationIds.includes(id));
  return isOwn ? id : undefined;
}

export const priceLists: Master<"PriceListSaved", PriceList, PriceListExtra, PriceListRefusal> = {
  type: "PriceListSaved",
  key: ({ code }) => code,
  facts: loadPriceListFacts,
  settle: bilingual,
  rules: priceListRules,
};

export const priceListWriters = {
  PriceListSaved: saved(({ subject: id, version, record, refs }: PriceListSaved) => ({
    table: "price_list",
    row: {
      id,
      version,
      code: record.code,
      name_zh: record.nameZh,
      name_en: record.nameEn,
      currency: record.currency,
      organisation_id: refs.organisation ?? null,
      channel: record.channel,
      region_id: refs.region ?? null,
      grade: record.grade,
      dealer_id: refs.dealer ?? null,
      valid_from: record.validFrom,
      valid_until: record.validUntil,
    },
  })),
} satisfies Writers<PriceListSaved>;
