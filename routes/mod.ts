import type { Route } from "./_entry/route.ts";
import { orderRoutes } from "./order/mod.ts";
import { platformRoutes } from "./platform/mod.ts";

/** The whole table of contents: one line a center. */
export const routes: Route[] = [
  ...platformRoutes,
  ...orderRoutes,
];
