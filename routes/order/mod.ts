import type { Route } from "~/routes/_entry/route.ts";
import { createOrder } from "./api.ts";

export const orderRoutes: Route[] = [createOrder];
