import type { Route } from "./_entry/route.ts";
import { dispatchRoutes } from "./dispatch/mod.ts";
import { rateCardRoutes } from "./dispatch/rate_card_routes.ts";
import { inventoryRoutes } from "./inventory/mod.ts";
import { orderRoutes } from "./order/mod.ts";
import { policyRoutes } from "./policy/mod.ts";
import { platformRoutes } from "./platform/mod.ts";
import { importRoutes } from "./_cli/import/pages.tsx";
import { channelRoutes } from "./channel/mod.ts";
import { productRoutes } from "./product/mod.ts";
import { settlementRoutes } from "./settlement/mod.ts";
import { openApiRoute } from "./platform/openapi.ts";

/** The whole table of contents: one line a center. */
export const routes: Route[] = [
  ...platformRoutes,
  ...importRoutes,
  ...productRoutes,
  ...channelRoutes,
  ...inventoryRoutes,
  ...policyRoutes,
  ...rateCardRoutes,
  ...orderRoutes,
  ...dispatchRoutes,
  ...settlementRoutes,
  openApiRoute(() => routes),
];
