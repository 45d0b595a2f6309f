import { z } from "zod";
import {
  Count,
  DayReply,
  DealerCode,
  FulfilmentNumber,
  InstantReply,
  Money,
  OrderNumber,
  Person,
  Place,
  ShipmentNumber,
} from "~/routes/_entry/reply.ts";
import { stages } from "~/domain/order/order_views.ts";

const Carrier = z.string().nullable().meta({ examples: ["德邦快递"] });
const Tracking = z.string().meta({ examples: ["DB4490017"] });
const LineNo = z.int().min(1);
export const FulfilmentWord = z.enum([
  ...["none", "unrouted", "routed", "released"] as const,
  ...["part_shipped", "shipped", "delivered", "completed"] as const,
]).meta({ examples: ["shipped"] });
const PartState = z.enum(["planned", "released", "part_shipped", "shipped", "void"]);
const PartLines = z.array(z.strictObject({
  line: LineNo,
  sku: z.string(),
  quantity: Count,
  shipped: Count,
  voided: Count,
}));

/** A part of an order as the order tells it. */
export const OrderPartReply = z.strictObject({
  number: FulfilmentNumber,
  node: Place,
  status: PartState,
  promisedOn: DayReply.nullable(),
  lines: PartLines,
});

export const FulfilmentsReply = z.strictObject({
  number: OrderNumber,
  status: z.enum(stages),
  items: z.array(z.strictObject({
    number: FulfilmentNumber,
    state: PartState,
    node: Place,
    carrier: Carrier,
    promisedOn: DayReply.nullable(),
    units: Count,
    shippedUnits: Count,
    lines: PartLines,
  })),
});

export const ReleaseReply = z.strictObject({
  number: OrderNumber,
  status: FulfilmentWord,
  fulfilments: z.array(FulfilmentNumber),
});

const ShippedLine = z.strictObject({
  line: LineNo,
  sku: z.string(),
  quantity: Count,
  amount: Money,
});
/** Money is left out for those who may not read the account. */
const SeenLine = ShippedLine.extend({ amount: Money.optional() });

export const ShippedReply = z.strictObject({
  number: ShipmentNumber,
  order: OrderNumber,
  fulfilment: FulfilmentNumber,
  trackingNumber: Tracking,
  status: FulfilmentWord,
  amount: Money,
  tax: Money,
  dueOn: DayReply.nullable(),
  lines: z.array(ShippedLine),
});

export const DeliveredReply = z.strictObject({
  number: ShipmentNumber,
  order: OrderNumber,
  status: FulfilmentWord,
  signedBy: Person,
});

const Parcel = {
  number: ShipmentNumber,
  carrier: Carrier,
  trackingNumber: Tracking,
  shippedAt: InstantReply,
  deliveredAt: InstantReply.nullable(),
  amount: Money.optional(),
  tax: Money.optional(),
  lines: z.array(SeenLine),
};
export const OrderShipmentReply = z.strictObject(Parcel);

export const ShipmentReply = z.strictObject({
  ...Parcel,
  order: OrderNumber,
  fulfilment: FulfilmentNumber,
  dealer: DealerCode,
  node: Place,
  to: z.strictObject({ province: z.string(), city: z.string(), street: z.string() }),
  signedBy: Person.nullable(),
});

const Because = z.enum([
  ...["inactive", "does_not_ship", "never_open", "no_rate_to_zone"] as const,
  ...["no_stock", "short_stock", "capacity", "cost"] as const,
]).meta({ examples: ["cost"] });

/** The stored decision: what each part costs, the bound, the runner-up, and why each other node not. */
export const RoutingReply = z.strictObject({
  at: InstantReply,
  by: Person,
  overrideReason: z.string().nullable(),
  method: z.enum(["exact", "split", "search", "override"]),
  optimal: z.boolean(),
  cost: Money,
  bound: Money,
  shipments: z.array(z.strictObject({
    node: Place,
    units: Count,
    weightGram: Count,
    freight: Money,
    handling: Money,
    late: Money,
    split: Money,
    promisedOn: DayReply.nullable(),
  })),
  runnerUp: z.strictObject({ nodes: z.array(Place), cost: Money, extra: Money }).nullable(),
  rejected: z.array(z.strictObject({
    node: Place,
    because: Because,
    promisedOn: DayReply.nullable(),
    canShipUnits: z.int(),
    extra: Money.nullable(),
    exact: z.boolean(),
  })),
  unfilled: z.array(z.strictObject({ sku: z.string(), missing: Count })),
});
