import type { PriceListId, SkuId } from "../../_kernel/id.ts";
import type { MasterSaved } from "../../_kernel/master.ts";
import type { Instant } from "../../_kernel/period.ts";
import type { PriceList } from "./price_list.ts";

export type PriceListSaved = MasterSaved<"PriceListSaved", PriceList>;

/** Rows of one list that are new or changed, each whole; a row is known by its key within the list. */
export type PriceRowsSaved = {
  type: "PriceRowsSaved";
  subject: PriceListId;
  key: string;
  rows: SavedPriceRow[];
};

export type SavedPriceRow = {
  skuId: SkuId;
  sku: string;
  unit: string;
  minQuantity: number;
  validFrom: Instant;
  validUntil: Instant | null;
  priceE4: number;
  version: number;
  before: { validUntil: Instant | null; priceE4: number } | null;
};

export type PriceEvent = PriceListSaved | PriceRowsSaved;
