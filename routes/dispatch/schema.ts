import { z } from "zod";
import { pageKeys } from "~/routes/_entry/list_page.ts";
import { Code, Day } from "~/routes/_entry/shapes.ts";

export const Version = z.coerce.number().int();
/** A document's number, as it is written in a path, scanned or typed. */
export const DocumentNumber = z.string().transform((typed) =>
  typed.normalize("NFKC").trim().toUpperCase()
).pipe(z.string().max(60));

/** A whole quantity of a form; left empty it is none. */
const Whole = z.string().transform((typed) => typed.normalize("NFKC").trim())
  .refine((typed) => /^\d{0,9}$/.test(typed), { error: "not_whole" }).transform(Number);

const Signer = z.string().trim().min(1).max(60);
const Tracking = z.string().trim().max(60);

export const ShipForm = z.object({
  version: Version,
  carrier: z.string().trim().max(40).default(""),
  trackingNumber: Tracking.default(""),
  lines: z.array(z.object({
    lineNo: z.coerce.number().int().min(1),
    packs: Whole.default(0),
    rest: Whole.default(0),
  })).max(1000).default([]),
});

export const DeliveryForm = z.object({ version: Version, signedBy: Signer });

export const OverrideForm = z.object({
  version: Version,
  node: z.string().trim().min(1).max(40),
  reason: z.string().trim().min(1).max(200),
});

export const ReleaseForm = z.object({ version: Version, back: z.string().max(300).optional() });

export const WorkQuery = z.object({
  state: z.enum(["released", "part_shipped", "planned", "shipped", "all"]).catch("released"),
  node: z.string().max(40).optional(),
  due: Day.optional().catch(undefined),
  q: DocumentNumber.optional(),
  ...pageKeys,
});

export const ShipmentQuery = z.object({
  view: z.enum(["on_the_way", "delivered", "all"]).catch("on_the_way"),
  node: z.string().max(40).optional(),
  carrier: z.string().max(40).optional(),
  q: z.string().trim().max(60).optional(),
  ...pageKeys,
});

const LineBody = z.strictObject({
  line: z.number().int().min(1).max(1000),
  /** In the base unit. */
  quantity: z.number().int().min(0).max(1e9),
});

/** Without `lines` everything that is left goes; without `version` whatever is there now. */
export const ShipmentBody = z.strictObject({
  fulfilment: DocumentNumber,
  carrier: Code.optional(),
  trackingNumber: Tracking.optional(),
  version: z.number().int().optional(),
  lines: z.array(LineBody).max(1000).optional(),
});

export const DeliveryBody = z.strictObject({
  signedBy: Signer,
  version: z.number().int().optional(),
});
export const OrderDeliveryBody = DeliveryBody.extend({ shipment: DocumentNumber });
export const ReleaseBody = z.strictObject({ version: z.number().int().optional() });
