import { z } from "zod";

/** Shapes of what the API answers: strict, so that what is described is all there is. */
export const Money = z.strictObject({
  amountMinor: z.int().meta({ examples: [1250] }),
  currency: z.string().regex(/^[A-Z]{3}$/),
});
export const InstantReply = z.iso.datetime();
export const DayReply = z.iso.date();
export const Count = z.int().min(0);
export const DealerCode = z.string().meta({ examples: ["D320301"] });
export const OrderNumber = z.string().meta({ examples: ["SO-2026-000123"] });
export const FulfilmentNumber = z.string().meta({ examples: ["PK-2026-000088"] });
export const ShipmentNumber = z.string().meta({ examples: ["SH-2026-000045"] });
export const Person = z.string().meta({ examples: ["周小满"] });
export const Place = z.string().meta({ examples: ["XZ01"] });

/** The items of a page; the next one is named by `Link: rel="next"`. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.strictObject({ items: z.array(item) });
}

/** A record as it is read: what its body may leave out stands there. */
export function filled(body: z.ZodObject, more: z.ZodRawShape = {}): z.ZodObject {
  const fields = Object.entries({ ...body.shape, ...more }).map(([name, field]) => [
    name,
    field instanceof z.ZodDefault ? field.removeDefault() : field,
  ]);
  return z.strictObject(Object.fromEntries(fields));
}
