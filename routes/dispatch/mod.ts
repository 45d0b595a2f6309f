import type { Route } from "~/routes/_entry/route.ts";
import {
  createShipment,
  deliverOfOrder,
  deliverOne,
  listFulfilments,
  readShipment,
  releaseByApi,
} from "./api.ts";
import { fulfilment, packingSlip, pickList, ship } from "./fulfilment.tsx";
import { orderRouting, overrideOrder, release, routeAgain } from "./order_actions.tsx";
import { delivery, shipment, shipmentList } from "./shipment.tsx";
import { shipmentExport } from "./shipment_export.ts";
import { workExport, workList } from "./work.tsx";

export const dispatchRoutes: Route[] = [
  orderRouting,
  routeAgain,
  overrideOrder,
  release,
  workList,
  workExport,
  fulfilment,
  pickList,
  packingSlip,
  ship,
  shipmentList,
  shipmentExport,
  shipment,
  delivery,
  createShipment,
  deliverOfOrder,
  deliverOne,
  releaseByApi,
  listFulfilments,
  readShipment,
];
