import type { Route } from "~/routes/_entry/route.ts";
import { padRoutes } from "./pad/mod.ts";
import { createOrder } from "./api.ts";
import { approval, approvals, rejection } from "./approval.tsx";
import { askCancellation, cancellation } from "./cancellation.tsx";
import { catalogue, catalogueChoice } from "./catalogue.tsx";
import { dealerChooser } from "./dealer_chooser.tsx";
import { order } from "./order.tsx";
import { orderExport, orders } from "./orders.tsx";
import { approvalByApi, cancelByApi, orderByApi, ordersByApi } from "./orders_api.ts";
import { quote } from "./quote.ts";

export const orderRoutes: Route[] = [
  ...padRoutes,
  catalogue,
  catalogueChoice,
  dealerChooser,
  orders,
  orderExport,
  order,
  approvals,
  approval,
  rejection,
  askCancellation,
  cancellation,
  ordersByApi,
  orderByApi,
  createOrder,
  cancelByApi,
  approvalByApi,
  quote,
];
