import { prepared } from "~/db/_engine/prepared.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import { regionLine } from "~/db/channel/region_line.ts";
import { findPartner, findPartnerById, type KnownPartner } from "~/db/channel/partners.ts";
import type { PartnerId, SkuId } from "~/domain/_kernel/id.ts";
import { buyerKinds } from "~/domain/channel/partner.ts";
import type { Instant } from "~/domain/_kernel/period.ts";
import {
  choosePrice,
  type LostBecause,
  type PriceRow,
} from "~/domain/policy/price/choose_price.ts";
import { buyerOf } from "./buyer.ts";
import { loadAllPriceRows } from "./prices.ts";

export type AskedPrice = {
  /** A dealer's code; absent: the reader's own dealer. */
  dealer?: string;
  sku: string;
  unit?: string;
  quantity: number;
  channel: string;
  at: Instant;
};

export type AnsweredPrice = {
  dealer: KnownPartner | null;
  sku: { code: string; nameZh: string; nameEn: string } | null;
  unit: string;
  winner: PriceRow | null;
  losers: { row: PriceRow; because: LostBecause }[];
  /** What the lists are called, by their codes. */
  lists: ReadonlyMap<string, { nameZh: string; nameEn: string }>;
};

const skuByCode = prepared((reader, p: { code: string }) =>
  reader.from("sku").select(["id", "code", "name_zh", "name_en", "sales_unit"])
    .where("code", "=", p.code)
);

const visibleLists = prepared((reader, p: { currency: string }) =>
  reader.from("price_list").select(["code", "name_zh as nameZh", "name_en as nameEn"])
    .where("currency", "=", p.currency)
);

/** Rows of strangers' agreements are nobody's business but theirs. */
const strangers: readonly LostBecause[] = [
  "other_organisation",
  "other_region",
  "other_grade",
  "other_dealer",
];

/** Which row holds for a dealer, and why the others do not: the same rule an order is priced by. */
export function answerPrice(reader: Reader, partners: Reader, asked: AskedPrice): AnsweredPrice {
  const isDealer = buyerOf(reader).staff === 0;
  const dealer = isDealer ? ownDealer(partners) : findPartner(partners, asked.dealer ?? "");
  const [sku] = skuByCode(reader, { code: asked.sku });
  const unit = asked.unit || sku?.sales_unit || "";
  const known = sku ? { code: sku.code, nameZh: sku.name_zh, nameEn: sku.name_en } : null;
  if (!dealer || !buyerKinds.includes(dealer.kind) || !sku) {
    return { dealer, sku: known, unit, winner: null, losers: [], lists: new Map() };
  }
  const { organisationId, grade, currency, id: dealerId } = dealer;
  const line = regionLine(reader, dealer.regionId);
  const skuId = sku.id as SkuId;
  const lists = new Map(visibleLists(reader, { currency }).map((list) => [list.code, list]));
  const rows = (loadAllPriceRows(reader, { skuIds: [skuId], dealerId, currency }).get(skuId) ?? [])
    .filter(({ listCode }) => lists.has(listCode));
  const { channel, quantity, at } = asked;
  const question = {
    ...{ organisationId, channel, grade, dealerId, currency, unit, quantity, at },
    regionLine: line,
  };
  const { winner, losers } = choosePrice(rows, question);
  const told = losers.filter(({ because }) => !isDealer || !strangers.includes(because));
  return { dealer, sku: known, unit, winner, losers: told, lists };
}

function ownDealer(partners: Reader): KnownPartner | null {
  const { scope } = partners;
  return "dealerId" in scope ? findPartnerById(partners, scope.dealerId as PartnerId) : null;
}
