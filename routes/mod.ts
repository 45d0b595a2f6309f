import type { Route } from "./_entry/route.ts";
import { inventoryRoutes } from "./inventory/mod.ts";
import { orderRoutes } from "./order/mod.ts";
import { platformRoutes } from "./platform/mod.ts";
import { channelRoutes } from "./channel/mod.ts";
import { productRoutes } from "./product/mod.ts";
import { openApiRoute } from "./platform/openapi.ts";

/** The whole table of contents: one line a center. */
export const routes: Route[] = [
  ...platformRoutes,
  ...productRoutes,
  ...channelRoutes,
  ...inventoryRoutes,
  ...orderRoutes,
  openApiRoute(() => routes),
];
