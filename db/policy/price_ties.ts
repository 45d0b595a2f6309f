import { sql } from "kysely";
import { prepared } from "~/db/_engine/prepared.ts";
import { among, type Reader } from "~/db/_engine/reader.ts";
import type { SkuId } from "~/domain/_kernel/id.ts";
import type { PriceTie } from "~/domain/policy/price/price_list.ts";
import type { RivalRow } from "~/domain/policy/price/save_price_rows.ts";

/** Whom a list is meant for: two lists that agree in all of it compete. */
export type Buyers = {
  listId: string;
  currency: string;
  organisationId: string | null;
  channel: string | null;
  regionId: string | null;
  grade: string | null;
  dealerId: string | null;
};

const sameBuyers = (p: Buyers) =>
  sql<boolean>`(rival.id <> ${p.listId} and rival.currency = ${p.currency}
    and rival.organisation_id is ${p.organisationId} and rival.channel is ${p.channel}
    and rival.region_id is ${p.regionId} and rival.grade is ${p.grade}
    and rival.dealer_id is ${p.dealerId})`;

const rivalRows = prepared((reader, p: Buyers & { skuIds: readonly string[] }) =>
  reader.from("price_list as rival")
    .innerJoin("price_row", "price_row.price_list_id", "rival.id")
    .select([
      "rival.code as list",
      "rival.valid_from as listFrom",
      "rival.valid_until as listUntil",
      "price_row.sku_id as skuId",
      "price_row.unit",
      "price_row.min_quantity as minQuantity",
      "price_row.valid_from as validFrom",
      "price_row.valid_until as validUntil",
    ])
    .where(sameBuyers(p)).where("price_row.sku_id", "in", among(p.skuIds))
);

export function loadRivals(system: Reader, buyers: Buyers, skuIds: readonly SkuId[]): RivalRow[] {
  return rivalRows(system, { ...buyers, skuIds }).map((row) => ({
    ...row,
    skuId: row.skuId as SkuId,
  }));
}

const tie = prepared((reader, p: Buyers & { validFrom: string }) =>
  reader.from("price_list as rival")
    .innerJoin("price_row as other", "other.price_list_id", "rival.id")
    .innerJoin(
      "price_row as own",
      (join) =>
        join.onRef("own.sku_id", "=", "other.sku_id").onRef("own.unit", "=", "other.unit")
          .onRef("own.min_quantity", "=", "other.min_quantity")
          .on("own.price_list_id", "=", p.listId),
    )
    .innerJoin("sku", "sku.id", "own.sku_id")
    .select(["rival.code as list", "sku.code as sku", "own.unit", "own.min_quantity"])
    .select(sql<string>`max(own.valid_from, ${p.validFrom})`.as("from"))
    .where(sameBuyers(p))
    .where(
      sql<
        boolean
      >`max(own.valid_from, ${p.validFrom}) = max(other.valid_from, rival.valid_from)`,
    )
    .where(sql<boolean>`(own.valid_until is null or own.valid_until > other.valid_from)`)
    .where(sql<boolean>`(other.valid_until is null or other.valid_until > own.valid_from)`)
    .limit(sql<number>`1`)
);

/** The first row that would tie if the list were meant for these buyers from this instant on. */
export function findTie(system: Reader, buyers: Buyers & { validFrom: string }): PriceTie | null {
  const [row] = tie(system, buyers);
  if (!row) return null;
  const { list, sku, unit, min_quantity: minQuantity, from } = row;
  return { list, sku, unit, minQuantity, from };
}
