import { prepared } from "~/db/_engine/prepared.ts";
import { among, type Reader } from "~/db/_engine/reader.ts";
import type { SkuId } from "~/domain/_kernel/id.ts";
import type { PriceRow } from "~/domain/policy/price/choose_price.ts";

const rowsForDealer = prepared((
  reader,
  p: { skuIds: readonly string[]; dealerId: string; currency: string },
) =>
  reader.from("price_row as row").innerJoin("price_list as list", "list.id", "row.price_list_id")
    .select([
      "row.sku_id",
      "list.id as list_id",
      "list.code",
      "list.currency",
      "list.organisation_id",
      "list.channel",
      "list.grade",
      "list.dealer_id",
      "list.valid_from as list_from",
      "list.valid_until as list_until",
      "row.unit",
      "row.min_quantity",
      "row.valid_from",
      "row.valid_until",
      "row.price_e4",
    ])
    .where("row.sku_id", "in", among(p.skuIds))
    .where("list.currency", "=", p.currency)
    .where((eb) => eb.or([eb("list.dealer_id", "is", null), eb("list.dealer_id", "=", p.dealerId)]))
    .orderBy("row.sku_id").orderBy("list.code")
);

/** All rows that could speak for these SKUs to this dealer; other dealers' own prices never leave the table. */
export function loadPriceRows(
  facts: Reader,
  question: { skuIds: readonly SkuId[]; dealerId: string; currency: string },
): Map<SkuId, PriceRow[]> {
  const system = facts.asSystem("the rule chooses among general prices and the dealer's own");
  const bySku = new Map<SkuId, PriceRow[]>();
  for (const row of rowsForDealer(system, question)) {
    const rows = bySku.get(row.sku_id as SkuId) ?? [];
    if (rows.length === 0) bySku.set(row.sku_id as SkuId, rows);
    rows.push({
      listId: row.list_id,
      listCode: row.code,
      currency: row.currency,
      organisationId: row.organisation_id,
      channel: row.channel,
      grade: row.grade,
      dealerId: row.dealer_id,
      listFrom: row.list_from,
      listUntil: row.list_until,
      unit: row.unit,
      minQuantity: row.min_quantity,
      validFrom: row.valid_from,
      validUntil: row.valid_until,
      priceE4: row.price_e4,
    });
  }
  return bySku;
}
