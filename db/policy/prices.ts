import { sql } from "kysely";
import { prepared } from "~/db/_engine/prepared.ts";
import { among, type Reader } from "~/db/_engine/reader.ts";
import type { SkuId } from "~/domain/_kernel/id.ts";
import type { PriceRow } from "~/domain/policy/price/choose_price.ts";

export type PriceLookup = {
  skuIds: readonly SkuId[];
  dealerId: string;
  organisationId: string;
  /** The dealer's region and those above it. */
  regionLine: readonly string[];
  grade: string | null;
  channel: string;
  currency: string;
  /** The units that are wished for, and the greatest quantity: rows beyond cannot win. */
  units: readonly string[];
  mostQuantity: number;
};

type List = Pick<
  PriceRow,
  | "listId"
  | "listCode"
  | "currency"
  | "organisationId"
  | "channel"
  | "regionId"
  | "grade"
  | "dealerId"
  | "listFrom"
  | "listUntil"
>;

const listsOf = prepared((reader, p: { dealerId: string; currency: string }) =>
  reader.from("price_list")
    .select([
      "id as listId",
      "code as listCode",
      "currency",
      "organisation_id as organisationId",
      "channel",
      "region_id as regionId",
      "grade",
      "dealer_id as dealerId",
      "valid_from as listFrom",
      "valid_until as listUntil",
    ])
    .where("currency", "=", p.currency)
    .where((eb) => eb.or([eb("dealer_id", "is", null), eb("dealer_id", "=", p.dealerId)]))
    .orderBy("code")
);

type Packed = [
  listId: string,
  unit: string,
  minQuantity: number,
  validFrom: string,
  validUntil: string | null,
  priceE4: number,
];

/** One row a SKU, whatever the number of its prices: rows are what reading costs. */
const packedRows = sql<string>`json_group_array(json_array(
  price_list_id, unit, min_quantity, valid_from, valid_until, price_e4))`;

const rowsIn = prepared((
  reader,
  p: {
    skuIds: readonly string[];
    listIds: readonly string[];
    units: readonly string[];
    mostQuantity: number;
    at: string;
  },
) =>
  reader.from("price_row")
    .select(["sku_id", packedRows.as("packed")])
    .where("sku_id", "in", among(p.skuIds)).where("price_list_id", "in", among(p.listIds))
    .where("unit", "in", among(p.units)).where("min_quantity", "<=", p.mostQuantity)
    .where("valid_from", "<=", p.at)
    .where((eb) => eb.or([eb("valid_until", "is", null), eb("valid_until", ">", p.at)]))
    .groupBy("sku_id")
);

const everyRow = prepared((reader, p: { skuIds: readonly string[]; listIds: readonly string[] }) =>
  reader.from("price_row")
    .select(["sku_id", packedRows.as("packed")])
    .where("sku_id", "in", among(p.skuIds)).where("price_list_id", "in", among(p.listIds))
    .groupBy("sku_id")
);

/**
 * The rows that apply to this dealer now. A SKU for which none does comes back with all its rows,
 * so that the rule can say which one ran out or was meant for somebody else.
 */
export function loadPriceRows(facts: Reader, lookup: PriceLookup): Map<SkuId, PriceRow[]> {
  const { skuIds, units, mostQuantity } = lookup;
  const system = facts.asSystem("the rule chooses among general prices and the dealer's own");
  const lists = listsOf(system, lookup) as List[];
  const applying = lists.filter((list) => isFor(list, lookup, facts.now));
  const bySku = new Map<SkuId, PriceRow[]>();
  const listIds = applying.map(({ listId }) => listId);
  collect(bySku, lists, rowsIn(system, { skuIds, listIds, units, mostQuantity, at: facts.now }));
  const without = skuIds.filter((id) => !bySku.has(id));
  if (without.length > 0) {
    collect(
      bySku,
      lists,
      everyRow(system, { skuIds: without, listIds: lists.map(({ listId }) => listId) }),
    );
  }
  return bySku;
}

/** Every row of some SKUs, for the page that explains which one won and why the others did not. */
export function loadAllPriceRows(
  facts: Reader,
  { skuIds, dealerId, currency }: Pick<PriceLookup, "skuIds" | "dealerId" | "currency">,
): Map<SkuId, PriceRow[]> {
  const system = facts.asSystem("the rule chooses among general prices and the dealer's own");
  const lists = listsOf(system, { dealerId, currency }) as List[];
  const bySku = new Map<SkuId, PriceRow[]>();
  collect(bySku, lists, everyRow(system, { skuIds, listIds: lists.map(({ listId }) => listId) }));
  return bySku;
}

function isFor(
  list: List,
  { organisationId, channel, regionLine, grade }: PriceLookup,
  at: string,
): boolean {
  return (list.organisationId === null || list.organisationId === organisationId) &&
    (list.channel === null || list.channel === channel) &&
    (list.regionId === null || regionLine.includes(list.regionId)) &&
    (list.grade === null || list.grade === grade) &&
    list.listFrom <= at && (list.listUntil === null || at < list.listUntil);
}

type Row = ReturnType<typeof everyRow>[number];

function collect(
  bySku: Map<SkuId, PriceRow[]>,
  lists: readonly List[],
  rows: readonly Row[],
): void {
  const listById = new Map(lists.map((list) => [list.listId, list]));
  for (const { sku_id, packed } of rows) {
    bySku.set(
      sku_id as SkuId,
      (JSON.parse(packed) as Packed[]).map((
        [listId, unit, minQuantity, validFrom, validUntil, priceE4],
      ) => ({ ...listById.get(listId)!, unit, minQuantity, validFrom, validUntil, priceE4 })),
    );
  }
}
