import { movementExport } from "./movement_export.ts";
import { nodeExport } from "./node_export.ts";
import type { Route } from "~/routes/_entry/route.ts";
import { createStockEntry, nodeApi, poolApi, stockApi } from "./api.ts";
import { createNode, editNode, newNode, node, nodeList, saveNode } from "./nodes.tsx";
import { createPool, newPool, pool, poolList, savePool } from "./pools.tsx";
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
  movementExport,
  nodeList,
  nodeExport,
  newNode,
  createNode,
  node,
  editNode,
  saveNode,
  poolList,
  newPool,
  createPool,
  pool,
  savePool,
];
