import type { CreditMode } from "./credit/use_credit.ts";

export type PriceListRow = {
  code: string;
  nameZh: string;
  nameEn: string;
  currency: string;
  organisation: string | null;
  channel: string | null;
  regionZh: string | null;
  regionEn: string | null;
  grade: string | null;
  dealerZh: string | null;
  dealerEn: string | null;
  validFrom: string;
  validUntil: string | null;
  rows: number;
};

export type PriceRowRow = {
  sku: string;
  nameZh: string;
  nameEn: string;
  specification: string;
  unit: string;
  minQuantity: number;
  validFrom: string;
  validUntil: string | null;
  priceE4: number;
  version: number;
};

/** A dealer's credit in one currency: the terms, and what is used of them. */
export type CreditRow = {
  id: string;
  dealer: string;
  nameZh: string;
  nameEn: string;
  currency: string;
  limitMinor: number;
  openOrderMinor: number;
  receivableMinor: number;
  overdueMinor: number;
  termDays: number;
  overLimit: CreditMode;
  overdue: CreditMode;
  version: number;
};

export type CreditMovementRow = {
  id: number;
  at: string;
  kind: "order" | "release" | "shipment" | "receipt";
  document: string;
  openOrderMinor: number;
  receivableMinor: number;
};
