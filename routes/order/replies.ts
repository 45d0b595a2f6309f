import { z } from "zod";
import type { ApprovalCause } from "~/domain/order/order.ts";
import { stages } from "~/domain/order/order_views.ts";
import {
  Count,
  DayReply,
  DealerCode,
  InstantReply,
  Money,
  OrderNumber,
  Person,
} from "~/routes/_entry/reply.ts";
import { OrderPartReply, OrderShipmentReply, RoutingReply } from "~/routes/dispatch/replies.ts";

const Gate = z.enum(["dealer", "company"]);
/** Whose approval it waits for. */
const Awaiting = Gate.nullable().meta({ examples: [null] });
const Stage = z.enum(stages).meta({ examples: ["routed"] });
const Sku = z.string();
const Unit = z.string().meta({ examples: ["箱"] });
const BasisPoints = z.int().min(0).max(10_000).meta({ examples: [0] });
const PriceE4 = z.int().meta({
  examples: [26_400_000],
  description: "Ten-thousandths of a minor unit",
});
const Channel = z.string().meta({ examples: ["api"] });
const Beaten = z.strictObject({
  list: z.string(),
  minQuantity: Count,
  priceE4: PriceE4,
  because: z.string().meta({ examples: ["less_specific"] }),
});

export const PlacedReply = z.strictObject({
  number: OrderNumber,
  status: z.enum(["confirmed", "awaiting_approval"]),
  awaiting: Awaiting,
  total: Money,
  tax: Money,
  lines: z.array(z.strictObject({
    line: z.int().min(1),
    sku: Sku,
    unit: Unit,
    quantity: Count,
    amount: Money,
  })),
});

export const OrderRowReply = z.strictObject({
  number: OrderNumber,
  externalNumber: z.string().nullable().meta({ examples: ["PO-88121"] }),
  dealer: DealerCode,
  channel: Channel,
  status: Stage,
  awaiting: Awaiting,
  total: Money,
  promisedOn: DayReply.nullable(),
  submittedAt: InstantReply,
  placedBy: Person,
});

export const StandingReply = z.strictObject({
  number: OrderNumber,
  version: Count,
  status: Stage,
  awaiting: Awaiting,
});

const amounts = { goods: Money, discount: Money, freight: Money, tax: Money };

const Line = z.strictObject({
  line: z.int().min(1),
  sku: Sku,
  unit: Unit,
  quantity: Count,
  baseUnit: z.string(),
  baseQuantity: Count,
  buckets: z.strictObject({
    open: Count,
    allocated: Count,
    released: Count,
    shipped: Count,
    delivered: Count,
    cancelled: Count,
  }),
  priceE4: PriceE4,
  price: z.strictObject({ list: z.string(), minQuantity: Count, beaten: z.array(Beaten) }),
  discountBasisPoints: BasisPoints,
  discountReason: z.string().meta({ examples: [""] }),
  ...amounts,
  amount: Money,
  taxRateBasisPoints: BasisPoints.meta({ examples: [1300] }),
});

/** What each cause of an approval says besides its name. */
const causes = {
  above_buyer_limit: { limitMinor: z.int(), totalMinor: z.int(), currency: z.string() },
  credit_exceeded: { overMinor: z.int(), currency: z.string() },
  receivable_overdue: { overdueMinor: z.int(), currency: z.string() },
  discount_above_limit: {
    limitBasisPoints: BasisPoints,
    discountBasisPoints: BasisPoints,
    sku: Sku,
    lines: Count,
  },
} satisfies Record<ApprovalCause["cause"], z.core.$ZodLooseShape>;

/** One cause, with whatever else this reply tells of it. */
function causeWith<More extends z.core.$ZodLooseShape>(more: More) {
  const of = <Name extends keyof typeof causes>(name: Name) =>
    z.strictObject({ cause: z.literal(name), ...causes[name], ...more });
  return z.discriminatedUnion("cause", [
    of("above_buyer_limit"),
    of("credit_exceeded"),
    of("receivable_overdue"),
    of("discount_above_limit"),
  ]);
}

const Approval = z.strictObject({
  gate: Gate,
  state: z.enum(["waiting", "approved", "rejected", "void"]),
  causes: z.array(causeWith({})),
  askedAt: InstantReply,
  remindedAt: InstantReply.nullable(),
  decidedAt: InstantReply.nullable(),
  decidedBy: Person.nullable(),
  reason: z.string(),
});

export const OrderReply = z.strictObject({
  ...OrderRowReply.shape,
  version: Count,
  reservedUntil: InstantReply.nullable(),
  note: z.string(),
  requiredOn: DayReply.nullable(),
  address: z.strictObject({
    contact: z.string(),
    phone: z.string().optional(),
    province: z.string(),
    city: z.string(),
    street: z.string(),
  }),
  ...amounts,
  cancelled: Money,
  payable: Money,
  lines: z.array(Line),
  approvals: z.array(Approval),
  fulfilments: z.array(OrderPartReply),
  shipments: z.array(OrderShipmentReply),
  routing: RoutingReply.nullable().optional(),
  timeline: z.array(z.strictObject({
    at: InstantReply,
    kind: z.string().meta({ examples: ["submitted"] }),
    who: Person,
    onBehalfOf: z.string().nullable(),
    reason: z.string(),
  })),
});

const Said = z.strictObject({
  pointer: z.string().optional().meta({ examples: ["/lines/0/quantity"] }),
  code: z.string().meta({ examples: ["short_stock"] }),
  detail: z.string().meta({ examples: ["要 61 箱，可订 60 箱"] }),
});

export const QuoteReply = z.strictObject({
  dealer: DealerCode,
  placeable: z.boolean(),
  awaiting: Awaiting,
  approvals: z.array(z.strictObject({
    gate: Gate,
    causes: z.array(causeWith({ detail: z.string() })),
  })),
  ...amounts,
  total: Money,
  lines: z.array(z.strictObject({
    line: z.int().min(1),
    sku: Sku,
    unit: Unit,
    quantity: z.number(),
    priceE4: PriceE4,
    won: z.strictObject({ list: z.string(), minQuantity: Count }),
    lost: z.array(Beaten),
    ...amounts,
    amount: Money,
    available: z.int(),
    counted: z.boolean(),
  })),
  credit: z.strictObject({
    verdict: z.enum(["pass", "warn", "approve", "block", "no_account"]),
    limit: Money.nullable(),
    used: Money.nullable(),
    after: Money.nullable(),
    concerns: z.array(Said.omit({ pointer: true })),
  }),
  errors: z.array(Said),
});
