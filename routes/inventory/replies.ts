import { z } from "zod";
import { Place } from "~/routes/_entry/reply.ts";
import { entryKinds } from "./shapes.ts";

export const StockEntryReply = z.strictObject({
  number: z.string().meta({ examples: ["SE-2026-000012"] }),
  kind: z.enum(entryKinds),
  reason: z.string(),
  lines: z.array(z.strictObject({
    lineNo: z.int().min(1),
    node: Place,
    sku: z.string(),
    change: z.int(),
  })),
});

const held = { onHand: z.int(), reserved: z.int() };
const free = { inTransit: z.int(), available: z.int() };

/** A dealer is told what it may order; what lies where is for our own people. */
export const StockReply = z.strictObject({
  sku: z.string(),
  unit: z.string(),
  total: z.union([z.strictObject({ ...held, ...free }), z.strictObject(free)]),
  nodes: z.array(z.strictObject({
    node: Place,
    pool: z.string().nullable(),
    ...held,
    ...free,
  })),
});
