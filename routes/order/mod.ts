import type { Route } from "~/routes/_entry/route.ts";
import { padRoutes } from "./pad/mod.ts";
import { createOrder } from "./api.ts";

export const orderRoutes: Route[] = [...padRoutes, createOrder];
