import { sql } from "kysely";
import type { Reader } from "~/db/_engine/reader.ts";
import { searchTerms } from "~/db/_search/search_words.ts";
import { businessNumber } from "~/domain/_kernel/number.ts";
import { yearOf } from "~/domain/_kernel/period.ts";

export const hitsAtMost = 8;

export type OrderHit = { number: string; dealerZh: string; dealerEn: string; submittedAt: string };
export type PartnerHit = { code: string; nameZh: string; nameEn: string; kind: string };
export type ProductHit = { code: string; nameZh: string; nameEn: string; specification: string };

/**
 * Orders by their number: whole, its beginning, or only the last digits of one of this year or the
 * last. Each is a range of the index, so a million orders cost no more than ten.
 */
export async function findOrders(reader: Reader, typed: string): Promise<OrderHit[]> {
  const ranges = numberRanges(typed, reader.now);
  if (ranges.length === 0) return [];
  return await reader.from("sales_order").innerJoin("partner", "partner.id", "dealer_id")
    .select([
      "number",
      "partner.name_zh as dealerZh",
      "partner.name_en as dealerEn",
      "submitted_at as submittedAt",
    ])
    .where((eb) =>
      eb.or(
        ranges.map(([from, until]) => eb.and([eb("number", ">=", from), eb("number", "<", until)])),
      )
    )
    .orderBy("number", "desc").limit(hitsAtMost + 1).execute();
}

/** Half-open ranges of numbers that what was typed may mean. */
export function numberRanges(typed: string, now: string): [from: string, until: string][] {
  const plain = typed.normalize("NFKC").trim().toUpperCase();
  const last = /^\d{1,6}$/.exec(plain)?.[0];
  if (last) {
    const year = yearOf(now);
    return [year, year - 1].map((each) => {
      const number = businessNumber("SO", each, Number(last));
      return [number, `${number}!`];
    });
  }
  const whole = /^(?:SO-?)?(\d{4})-(\d{1,6})$/.exec(plain);
  if (whole) {
    const number = businessNumber("SO", Number(whole[1]), Number(whole[2]));
    return [[number, `${number}!`], prefixRange(`SO-${whole[1]}-${whole[2]}`)];
  }
  return /^SO-?\d{0,4}-?$/.test(plain) ? [] : /^SO-\d/.test(plain) ? [prefixRange(plain)] : [];
}

function prefixRange(prefix: string): [string, string] {
  return [prefix, `${prefix}~`];
}

/** Partners by name, code, pinyin or initials. */
export async function findPartners(reader: Reader, typed: string): Promise<PartnerHit[]> {
  let query = reader.from("partner")
    .select(["code", "name_zh as nameZh", "name_en as nameEn", "kind"]);
  for (const term of searchTerms(typed)) {
    query = query.where(sql<boolean>`instr(search, ${term}) > 0`);
  }
  return await query.orderBy("code").limit(hitsAtMost + 1).execute();
}

/** Products by name, code, pinyin, initials or barcode; a dealer finds what is for sale. */
export async function findProducts(
  reader: Reader,
  typed: string,
  { onlyOnSale }: { onlyOnSale: boolean },
): Promise<ProductHit[]> {
  let query = reader.from("sku")
    .select(["code", "name_zh as nameZh", "name_en as nameEn", "specification"]);
  if (onlyOnSale) query = query.where("state", "=", "on_sale");
  for (const term of searchTerms(typed)) {
    query = query.where(sql<boolean>`instr(search, ${term}) > 0`);
  }
  return await query.orderBy("code").limit(hitsAtMost + 1).execute();
}
