import { prepared } from "~/db/_engine/prepared.ts";
import { NotFound } from "~/db/_engine/not_found.ts";
import { among, type Reader } from "~/db/_engine/reader.ts";
import type { Tx } from "~/db/_engine/tx.ts";
import type { Writers } from "~/db/writers.ts";
import type { PriceListId, SkuId } from "~/domain/_kernel/id.ts";
import type { PriceRowsSaved, SavedPriceRow } from "~/domain/policy/price/events.ts";
import type { PriceList } from "~/domain/policy/price/price_list.ts";
import type { PutPriceListFacts } from "~/domain/policy/price/put_price_list.ts";
import type {
  PricedSku,
  PriceRowFacts,
  StoredPriceRow,
  WishedPriceRow,
} from "~/domain/policy/price/save_price_rows.ts";
import { loadPriceListFacts } from "./price_lists.ts";
import { type Buyers, loadRivals } from "./price_ties.ts";

const listByCode = prepared((reader, p: { code: string }) =>
  reader.from("price_list").selectAll().where("code", "=", p.code)
);
const skuRows = prepared((reader, p: { codes: readonly string[] }) =>
  reader.from("sku").select(["id", "code", "base_unit"]).where("code", "in", among(p.codes))
);
const unitRows = prepared((reader, p: { skuIds: readonly string[] }) =>
  reader.from("sku_unit").select(["sku_id", "code"]).where("sku_id", "in", among(p.skuIds))
);
const storedRows = prepared((reader, p: { listId: string; skuIds: readonly string[] }) =>
  reader.from("price_row").selectAll()
    .where("price_list_id", "=", p.listId).where("sku_id", "in", among(p.skuIds))
);

/** What rows of an existing list are decided on. */
export function loadPriceRowFacts(
  facts: Reader,
  code: string,
  wished: readonly WishedPriceRow[],
): PriceRowFacts {
  const found = findPriceRowFacts(facts, code, wished);
  if (!found) throw new NotFound("price list");
  return found;
}

/** The same for a caller that tells by itself that there is no such list. */
export function findPriceRowFacts(
  facts: Reader,
  code: string,
  wished: readonly WishedPriceRow[],
): PriceRowFacts | null {
  const [list] = listByCode(facts, { code });
  if (!list) return null;
  const buyers = {
    listId: list.id,
    currency: list.currency,
    organisationId: list.organisation_id,
    channel: list.channel,
    regionId: list.region_id,
    grade: list.grade,
    dealerId: list.dealer_id,
  };
  return {
    list: {
      id: list.id as PriceListId,
      code,
      currency: list.currency,
      validFrom: list.valid_from,
      validUntil: list.valid_until,
      mayEdit: facts.scope.kind === "all" || list.organisation_id !== null,
    },
    ...loadRows(facts, buyers, wished),
  };
}

/** What a list and some of its rows, saved together, are decided on. */
export function loadPutPriceListFacts(
  facts: Reader,
  record: PriceList,
  wished: readonly WishedPriceRow[],
): PutPriceListFacts {
  const header = loadPriceListFacts(facts, record);
  const buyers = {
    listId: header.before?.id ?? "",
    currency: record.currency,
    organisationId: header.refs.organisation ?? null,
    channel: record.channel,
    regionId: header.refs.region ?? null,
    grade: record.grade,
    dealerId: header.refs.dealer ?? null,
  };
  return { header, rows: loadRows(facts, buyers, wished) };
}

function loadRows(
  facts: Reader,
  buyers: Buyers,
  wished: readonly WishedPriceRow[],
): Omit<PriceRowFacts, "list"> {
  const system = facts.asSystem("prices are weighed against all others of the same buyers");
  const skus = loadSkus(facts, [...new Set(wished.map(({ sku }) => sku))]);
  const skuIds = [...skus.values()].map(({ id }) => id);
  return {
    skus,
    stored: storedRows(system, { listId: buyers.listId, skuIds }).map(storedRow),
    rivals: loadRivals(system, buyers, skuIds),
  };
}

function storedRow(row: ReturnType<typeof storedRows>[number]): StoredPriceRow {
  return {
    skuId: row.sku_id as SkuId,
    unit: row.unit,
    minQuantity: row.min_quantity,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    priceE4: row.price_e4,
    version: row.version,
  };
}

function loadSkus(facts: Reader, codes: readonly string[]): Map<string, PricedSku> {
  const rows = skuRows(facts, { codes });
  const units = Map.groupBy(
    unitRows(facts, { skuIds: rows.map(({ id }) => id) }),
    (unit) => unit.sku_id,
  );
  return new Map(rows.map(({ id, code, base_unit }) => {
    const others = (units.get(id) ?? []).map((unit) => unit.code);
    return [code, { id: id as SkuId, code, units: [...new Set([base_unit, ...others])] }];
  }));
}

export const priceRowWriters = {
  PriceRowsSaved(tx, { subject, rows }) {
    const added = rows.filter(({ before }) => before === null);
    for (const row of rows) if (row.before !== null) changeRow(tx, subject, row);
    if (added.length === 0) return;
    tx.insert(
      "price_row",
      added.map((row) => ({
        ...keyOf(subject, row),
        valid_until: row.validUntil,
        price_e4: row.priceE4,
        version: row.version,
      })),
    );
  },
} satisfies Writers<PriceRowsSaved>;

function changeRow(tx: Tx, listId: string, row: SavedPriceRow): void {
  tx.changeOne("price_row", { ...keyOf(listId, row), version: row.version - 1 }, {
    valid_until: row.validUntil,
    price_e4: row.priceE4,
    version: row.version,
  });
}

function keyOf(listId: string, { skuId, unit, minQuantity, validFrom }: SavedPriceRow) {
  return {
    sku_id: skuId,
    price_list_id: listId,
    unit,
    min_quantity: minQuantity,
    valid_from: validFrom,
  };
}
