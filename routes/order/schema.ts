import { z } from "zod";
import { isDay } from "~/domain/_kernel/period.ts";
import { mostLines } from "~/domain/order/placing.ts";
import { ChannelCode } from "~/routes/_entry/shapes.ts";

export const Code = z.string().trim().min(1).max(60);

/** Money as the API writes it. */
export const MoneyBody = z.strictObject({
  amountMinor: z.number().int().min(0).max(1e13),
  currency: z.string().length(3),
});

/** A whole calendar day. */
export const DayText = z.string().refine(isDay, "not_a_date").meta({ format: "date" });

/** Decimals are told as decimals; to a program it is an integer like any other. */
const Quantity = z.number().refine(Number.isInteger, { error: "not_whole", abort: true })
  .min(1).max(10_000_000).meta({ type: "integer" });

export const OrderLineBody = z.strictObject({
  sku: Code,
  unit: z.string().trim().min(1).max(20).optional(),
  quantity: Quantity,
  discountBasisPoints: z.number().int().min(0).max(10_000).optional(),
  discountReason: z.string().trim().max(200).optional(),
});

export const OrderBody = z.strictObject({
  dealer: Code.optional(),
  address: Code.optional(),
  /** The touchpoint it came through; for those who order for several, otherwise `api`. */
  channel: ChannelCode.optional(),
  externalNumber: z.string().trim().min(1).max(60).optional(),
  note: z.string().trim().max(500).optional(),
  requiredOn: DayText.optional(),
  freight: MoneyBody.optional(),
  // Told to programs only: whoever sends more hears the limit from the business, in its words.
  lines: z.array(OrderLineBody).meta({ maxItems: mostLines }),
});

export type OrderBody = z.infer<typeof OrderBody>;

const Reason = z.string().trim().max(200);
/** The version that was read; without it the order is taken as it stands. */
const SeenVersion = z.number().int().min(0).optional();

export const CancellationBody = z.strictObject({
  because: Reason.min(1),
  version: SeenVersion,
});

/** A no says why. */
export const ApprovalBody = z.discriminatedUnion("decision", [
  z.strictObject({
    decision: z.literal("approve"),
    reason: Reason.default(""),
    version: SeenVersion,
  }),
  z.strictObject({ decision: z.literal("reject"), reason: Reason.min(1), version: SeenVersion }),
]);

/** What an order would be, without its number, its note or its day. */
export const QuoteBody = OrderBody.pick({
  dealer: true,
  address: true,
  channel: true,
  freight: true,
  lines: true,
});
