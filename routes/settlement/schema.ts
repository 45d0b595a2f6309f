import { z } from "zod";
import { pageKeys } from "~/routes/_entry/list_page.ts";
import { Code, Currency, Day } from "~/routes/_entry/shapes.ts";

export const receiptMethods = ["transfer", "cash", "bill", "card", "other"] as const;

const Typed = z.string().trim().max(60).optional();

export const AccountsQuery = z.object({
  view: z.enum(["owing", "overdue", "over_limit", "all"]).catch("owing"),
  q: Typed,
  organisation: z.string().max(40).optional(),
  ...pageKeys,
});

export const AccountQuery = z.object({
  currency: Currency.optional().catch(undefined),
  from: Day.optional().catch(undefined),
  to: Day.optional().catch(undefined),
});

export const ReceiptsQuery = z.object({
  view: z.enum(["all", "unapplied"]).catch("all"),
  dealer: z.string().trim().max(40).optional(),
  method: z.enum(receiptMethods).optional().catch(undefined),
  q: Typed,
  ...pageKeys,
});

export const JournalsQuery = z.object({
  kind: z.enum(["shipment", "receipt", "reversal"]).optional().catch(undefined),
  from: Day.optional().catch(undefined),
  to: Day.optional().catch(undefined),
  q: Typed,
  ...pageKeys,
});

export const NewReceiptQuery = z.object({
  dealer: z.string().trim().max(40).optional(),
  currency: Currency.optional().catch(undefined),
});

const Reference = z.string().trim().max(60).default("");

/** The amount is read once its currency is known. */
export const ReceiptForm = z.object({
  dealer: z.string().trim().min(1).max(40),
  currency: Currency,
  amount: z.string().max(40).default(""),
  receivedOn: Day,
  method: z.enum(receiptMethods),
  reference: Reference,
  items: z.array(z.string().max(40)).max(500).default([]),
});
export type ReceiptForm = z.infer<typeof ReceiptForm>;

/** Without `shipments` the oldest due is paid first; without `receivedOn` it came today. */
export const ReceiptBody = z.strictObject({
  dealer: Code,
  amount: z.strictObject({ amountMinor: z.number().int().max(1e13), currency: Currency }),
  method: z.enum(receiptMethods).default("transfer"),
  reference: Reference,
  receivedOn: Day.optional(),
  shipments: z.array(z.string().max(60)).max(500).optional(),
});
