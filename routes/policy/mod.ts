import type { Route } from "~/routes/_entry/route.ts";
import { creditApi, priceListApi } from "./api.ts";
import { creditExport } from "./credit_export.ts";
import { createCredit, credit, creditList, newCredit, saveCredit } from "./credits.tsx";
import { pricePage } from "./price.tsx";
import {
  createPriceList,
  editPriceList,
  newPriceList,
  priceListList,
  savePriceList,
} from "./price_lists.tsx";
import { priceListExport, priceListPage, priceRow, savePriceRow } from "./price_rows.tsx";

export const policyRoutes: Route[] = [
  ...priceListApi,
  ...creditApi,
  priceListList,
  newPriceList,
  createPriceList,
  priceListPage,
  editPriceList,
  savePriceList,
  priceListExport,
  priceRow,
  savePriceRow,
  pricePage,
  creditList,
  creditExport,
  newCredit,
  createCredit,
  credit,
  saveCredit,
];
