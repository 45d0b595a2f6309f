import type { Route } from "~/routes/_entry/route.ts";
import { asset } from "./asset.ts";
import { healthz, readyz, version } from "./health.ts";
import { askSession, endOne, startOne } from "./session.tsx";

export const platformRoutes: Route[] = [
  asset,
  healthz,
  readyz,
  version,
  askSession,
  startOne,
  endOne,
];
