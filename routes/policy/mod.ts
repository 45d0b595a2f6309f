import type { Route } from "~/routes/_entry/route.ts";
import { creditApi, priceListApi } from "./api.ts";
import { createCredit, credit, creditList, newCredit, saveCredit } from "./credits.tsx";
import { pricePage } from "./price.tsx";
import { priceListForms, priceListList } from "./price_lists.tsx";
import { priceListExport, priceListPage, priceRow, savePriceRow } from "./price_rows.tsx";

export const policyRoutes: Route[] = [
  ...priceListApi,
  ...creditApi,
  priceListList,
  ...priceListForms,
  priceListPage,
  priceListExport,
  priceRow,
  savePriceRow,
  pricePage,
  creditList,
  newCredit,
  createCredit,
  credit,
  saveCredit,
];
