import { sql } from "kysely";
import type { Unit } from "~/domain/_kernel/quantity.ts";
import type { Goods, Named, ShipTo } from "~/domain/dispatch/read_models.ts";

/** What every paper says of its goods (`sku as s`), its addressee (`address as a`), dealer (`d`) and node (`n`). */
export const goodsColumns = [
  "s.code as sku",
  "s.name_zh as nameZh",
  "s.name_en as nameEn",
  "s.specification",
  "s.barcode",
  "s.base_unit as baseUnit",
] as const;

/** One value a SKU whatever the number of its units. */
export const unitsJson = sql<string>`(
  select json_group_array(json_object('code', code, 'factor', factor)) from sku_unit
  where sku_id = s.id)`;

export function goodsOf<Row extends Omit<Goods, "units"> & { units: string }>(
  row: Row,
): Omit<Row, "units"> & { units: Unit[] } {
  return { ...row, units: JSON.parse(row.units) };
}

export const partyColumns = [
  "a.contact",
  "a.phone",
  "a.province",
  "a.city",
  "a.street",
  "d.code as dealer_code",
  "d.name_zh as dealer_zh",
  "d.name_en as dealer_en",
  "n.code as node_code",
  "n.name_zh as node_zh",
  "n.name_en as node_en",
] as const;

type PartyRow = ShipTo & {
  dealer_code: string;
  dealer_zh: string;
  dealer_en: string;
  node_code: string;
  node_zh: string;
  node_en: string;
};

type Parties = { to: ShipTo; dealer: Named & { code: string }; node: Named & { code: string } };

export function partiesOf(row: PartyRow): Parties {
  const { contact, phone, province, city, street } = row;
  return {
    to: { contact, phone, province, city, street },
    dealer: { code: row.dealer_code, nameZh: row.dealer_zh, nameEn: row.dealer_en },
    node: { code: row.node_code, nameZh: row.node_zh, nameEn: row.node_en },
  };
}
