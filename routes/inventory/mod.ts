import type { Route } from "~/routes/_entry/route.ts";
import { createStockEntry, nodeApi, poolApi, stockApi } from "./api.ts";
import { node, nodeForms, nodeList } from "./nodes.tsx";
import { poolForms, poolList } from "./pools.tsx";
import { skuStock, stock, stockExport } from "./stock.tsx";
import { newStockEntry, postStockEntry, stockDocument } from "./stock_entry.tsx";

export const inventoryRoutes: Route[] = [
  ...nodeApi,
  ...poolApi,
  createStockEntry,
  stockApi,
  stock,
  stockExport,
  newStockEntry,
  postStockEntry,
  stockDocument,
  skuStock,
  nodeList,
  ...nodeForms,
  node,
  poolList,
  ...poolForms,
];
