import { accept, type Decision, refuse, refuseIfAny } from "../../_kernel/decision.ts";
import type { PriceListId, SkuId } from "../../_kernel/id.ts";
import { type Instant, overlaps } from "../../_kernel/period.ts";
import type { PriceRowsSaved, SavedPriceRow } from "./events.ts";
import type { PriceTie } from "./price_list.ts";
import { parsePrice, priceDecimals } from "./price_text.ts";

export const mostPriceRows = 1000;

/** `price` is decimal text in the currency of the list, for one `unit`, tax included. */
export type WishedPriceRow = {
  sku: string;
  unit: string;
  minQuantity: number;
  validFrom: Instant;
  validUntil: Instant | null;
  price: string;
  /** The version that was seen; absent in imports, which bring the truth. */
  expected?: number | "new";
};

export type PricedSku = { id: SkuId; code: string; units: readonly string[] };

export type StoredPriceRow = {
  skuId: SkuId;
  unit: string;
  minQuantity: number;
  validFrom: Instant;
  validUntil: Instant | null;
  priceE4: number;
  version: number;
};

/** A row of a list that is meant for the very same buyers. */
export type RivalRow = Omit<StoredPriceRow, "priceE4" | "version"> & {
  list: string;
  listFrom: Instant;
  listUntil: Instant | null;
};

export type PriceRowFacts = {
  list: {
    id: PriceListId;
    code: string;
    currency: string;
    validFrom: Instant;
    validUntil: Instant | null;
    /** A list for all organisations is kept by those who may see all of them. */
    mayEdit: boolean;
  };
  skus: ReadonlyMap<string, PricedSku>;
  stored: readonly StoredPriceRow[];
  rivals: readonly RivalRow[];
};

export type PriceRowRefusal =
  | { reason: "unknown_sku"; sku: string; at?: string }
  | { reason: "unknown_unit"; sku: string; unit: string; units: readonly string[]; at?: string }
  | { reason: "price_shape"; price: string; currency: string; decimals: number; at?: string }
  | { reason: "ends_before_start"; from: Instant; until: Instant; at?: string }
  | { reason: "prices_overlap"; sku: string; from: Instant; until: Instant | null; at?: string }
  | ({ reason: "price_tie"; at?: string } & PriceTie)
  | { reason: "changed_meanwhile"; at?: string }
  | { reason: "list_not_yours"; list: string; at?: string }
  | { reason: "price_row_twice"; sku: string; at?: string }
  | { reason: "price_row_exists"; sku: string; at?: string };

/** An import names the list in each row; a page and the API are at the list already. */
export type UnknownPriceList = { reason: "unknown_price_list"; code: string; at?: string };

type Resolved = StoredPriceRow & { sku: string; at: string; before: StoredPriceRow | null };

/** New and changed rows of one list: all of them or none. What is the same already is passed over. */
export function savePriceRows(
  facts: PriceRowFacts,
  wished: readonly WishedPriceRow[],
): Decision<PriceRowsSaved, PriceRowRefusal> {
  if (!facts.list.mayEdit) return refuse({ reason: "list_not_yours", list: facts.list.code });
  const stored = new Map(facts.stored.map((row) => [keyOf(row), row]));
  const checked = wished.map((row, at) => resolve(row, `/rows/${at}`, stored, facts));
  const broken = refuseIfAny(checked.flatMap(({ refusals }) => refusals));
  if (broken) return broken;
  const rows = checked.flatMap(({ row }) => row ?? []);
  const clash = refuseIfAny([
    ...repeatsOf(rows),
    ...overlapsOf(rows, stored),
    ...tiesOf(rows, facts),
  ]);
  if (clash) return clash;
  const changed = rows.filter(({ before, validUntil, priceE4 }) =>
    before?.validUntil !== validUntil || before.priceE4 !== priceE4
  );
  if (changed.length === 0) return accept();
  const { id: subject, code: key } = facts.list;
  return accept({ type: "PriceRowsSaved", subject, key, rows: changed.map(savedRow) });
}

function keyOf(
  { skuId, unit, minQuantity, validFrom }: Omit<StoredPriceRow, "validUntil" | "priceE4">,
): string {
  return `${skuId} ${unit} ${minQuantity} ${validFrom}`;
}

function savedRow({ at: _at, before, ...row }: Resolved): SavedPriceRow {
  const kept = before && { validUntil: before.validUntil, priceE4: before.priceE4 };
  return { ...row, before: kept };
}

function resolve(
  { sku: code, unit, minQuantity, validFrom, validUntil, price, expected }: WishedPriceRow,
  at: string,
  stored: ReadonlyMap<string, StoredPriceRow>,
  { list, skus }: PriceRowFacts,
): { refusals: PriceRowRefusal[]; row?: Resolved } {
  const { currency } = list;
  const sku = skus.get(code);
  const priceE4 = parsePrice(price, currency);
  const refusals: PriceRowRefusal[] = [];
  if (!sku) refusals.push({ reason: "unknown_sku", sku: code, at: `${at}/sku` });
  if (sku && !sku.units.includes(unit)) {
    const { units } = sku;
    refusals.push({ reason: "unknown_unit", sku: code, unit, units, at: `${at}/unit` });
  }
  if (priceE4 === null) {
    const decimals = priceDecimals(currency);
    refusals.push({ reason: "price_shape", price, currency, decimals, at: `${at}/price` });
  }
  if (validUntil !== null && validUntil <= validFrom) {
    const period = { from: validFrom, until: validUntil };
    refusals.push({ reason: "ends_before_start", ...period, at: `${at}/validUntil` });
  }
  if (!sku || priceE4 === null || refusals.length > 0) return { refusals };
  const key = { skuId: sku.id, unit, minQuantity, validFrom, version: 0 };
  const before = stored.get(keyOf(key)) ?? null;
  const stale = staleness(code, expected, before, at);
  if (stale) return { refusals: [stale] };
  const version = (before?.version ?? 0) + 1;
  return { refusals, row: { ...key, version, validUntil, priceE4, sku: code, at, before } };
}

function staleness(
  sku: string,
  expected: WishedPriceRow["expected"],
  before: StoredPriceRow | null,
  at: string,
): PriceRowRefusal | null {
  if (expected === undefined) return null;
  if (expected === "new") {
    return before ? { reason: "price_row_exists", sku, at: `${at}/validFrom` } : null;
  }
  return before?.version === expected ? null : { reason: "changed_meanwhile" };
}

function repeatsOf(rows: readonly Resolved[]): PriceRowRefusal[] {
  const seen = new Set<string>();
  return rows.flatMap((row): PriceRowRefusal[] => {
    const key = keyOf(row);
    if (seen.has(key)) return [{ reason: "price_row_twice", sku: row.sku, at: row.at }];
    seen.add(key);
    return [];
  });
}

/** Within a list, at most one row of a SKU, unit and tier holds at any instant. */
function overlapsOf(
  rows: readonly Resolved[],
  stored: ReadonlyMap<string, StoredPriceRow>,
): PriceRowRefusal[] {
  const after = new Map<string, StoredPriceRow>(stored);
  for (const row of rows) after.set(keyOf(row), row);
  const byTier = Map.groupBy(after.values(), tierOf);
  return rows.flatMap((row): PriceRowRefusal[] => {
    const other = byTier.get(tierOf(row))?.find((each) =>
      each.validFrom !== row.validFrom && overlaps(periodOf(each), periodOf(row))
    );
    return other
      ? [{ reason: "prices_overlap", sku: row.sku, ...periodOf(other), at: `${row.at}/validFrom` }]
      : [];
  });
}

function tierOf({ skuId, unit, minQuantity }: RivalRow | StoredPriceRow): string {
  return `${skuId} ${unit} ${minQuantity}`;
}

function periodOf({ validFrom, validUntil }: RivalRow | StoredPriceRow) {
  return { from: validFrom, until: validUntil };
}

/** Two rows for the same buyers that start at the same instant: nothing would say which one holds. */
function tiesOf(
  rows: readonly Resolved[],
  { list, rivals }: PriceRowFacts,
): PriceRowRefusal[] {
  const byTier = Map.groupBy(rivals, tierOf);
  return rows.flatMap((row): PriceRowRefusal[] => {
    const from = later(list.validFrom, row.validFrom);
    const rival = byTier.get(tierOf(row))?.find((each) =>
      later(each.listFrom, each.validFrom) === from && overlaps(periodOf(each), periodOf(row))
    );
    if (!rival) return [];
    const { sku, unit, minQuantity, at } = row;
    return [{ reason: "price_tie", list: rival.list, sku, unit, minQuantity, from, at }];
  });
}

function later(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}
