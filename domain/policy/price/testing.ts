import type { PriceRow } from "./choose_price.ts";

/** A row for everybody and always, but for what a case says. */
export function priceRow(priceE4: number, over: Partial<PriceRow> = {}): PriceRow {
  return {
    listId: "list",
    listCode: "2026A",
    currency: "CNY",
    organisationId: null,
    channel: null,
    regionId: null,
    grade: null,
    dealerId: null,
    listFrom: "2026-01-01T00:00:00.000Z",
    listUntil: null,
    unit: "箱",
    minQuantity: 1,
    validFrom: "2026-01-01T00:00:00.000Z",
    validUntil: null,
    priceE4,
    ...over,
  };
}
