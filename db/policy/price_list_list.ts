import { sql } from "kysely";
import { prepared } from "~/db/_engine/prepared.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import type { PriceListRow } from "~/domain/policy/read_models.ts";
import { type Buyer, buyerOf, forBuyer } from "./buyer.ts";

export type PriceListFilter = { q?: string; sku?: string };

type Params = Buyer & { q: string; sku: string; after: string; limit: number };

const build = (direction: "asc" | "desc") =>
  prepared((reader, p: Params) =>
    reader.from("price_list")
      .leftJoin("organisation", "organisation.id", "price_list.organisation_id")
      .leftJoin("region", "region.id", "price_list.region_id")
      .leftJoin("partner", "partner.id", "price_list.dealer_id")
      .select([
        "price_list.code",
        "price_list.name_zh as nameZh",
        "price_list.name_en as nameEn",
        "price_list.currency",
        "organisation.code as organisation",
        "price_list.channel",
        "region.name_zh as regionZh",
        "region.name_en as regionEn",
        "price_list.grade",
        "partner.name_zh as dealerZh",
        "partner.name_en as dealerEn",
        "price_list.valid_from as validFrom",
        "price_list.valid_until as validUntil",
        sql<number>`(select count(*) from price_row where price_list_id = price_list.id)`.as(
          "rows",
        ),
      ])
      .where(sql<boolean>`price_list.code ${direction === "asc" ? sql`>` : sql`<`} ${p.after}`)
      .where(forBuyer(p))
      .where(sql<boolean>`(${p.q} = '' or instr(lower(price_list.code || ' ' ||
        price_list.name_zh || ' ' || price_list.name_en || ' ' || coalesce(partner.search, '')),
        ${p.q}) > 0)`)
      .where(sql<boolean>`(${p.sku} = '' or exists (select 1 from price_row
        join sku on sku.id = price_row.sku_id
        where price_row.price_list_id = price_list.id and sku.code = ${p.sku}))`)
      .orderBy("price_list.code", direction).limit(sql<number>`${p.limit}`)
  );

const onward = build("asc");
const backward = build("desc");
const lastCode = "\u{10ffff}";

/** Price lists by code, from after or before a code on. */
export function pagePriceLists(
  reader: Reader,
  { q = "", sku = "", after, before, limit }: PriceListFilter & {
    after?: string;
    before?: string;
    limit: number;
  },
): PriceListRow[] {
  const params = { ...buyerOf(reader), q: q.trim().toLowerCase(), sku, limit };
  return before === undefined
    ? onward(reader, { ...params, after: after ?? "" })
    : backward(reader, { ...params, after: before || lastCode }).reverse();
}
