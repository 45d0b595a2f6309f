import { z } from "zod";
import { isDay, startOfDay } from "~/domain/_kernel/period.ts";

/** Words of addresses under a list (`/product/new`): no record may be called so. */
const reserved = ["new", "export", "entry", "network", "-"];

/** A natural key: it stands in URLs, files and on paper. */
export const Code = z.string().trim().min(1).max(40)
  .refine((code) => /^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u.test(code) && !reserved.includes(code), {
    error: "code_shape",
  });

/** In a PUT the key stands in the URL; the body may leave it out. */
export const KeyInUrl = Code.default("");

export const Name = z.string().trim().min(1).max(120);
/** Left empty, the Chinese name stands in. */
export const EnglishText = z.string().trim().max(120);
export const EnglishName = EnglishText.default("");
/** A touchpoint orders come through, such as portal, store or tmall: prices go by it letter by letter. */
export const ChannelCode = z.string().trim().toLowerCase().max(40)
  .regex(/^[a-z0-9][a-z0-9_.-]*$/, "channel_shape");
export const Currency = z.string().trim().toUpperCase().regex(/^[A-Z]{3}$/);

const blankAs = (value: null | undefined) => (given: unknown) =>
  typeof given === "string" && given.trim() === "" ? value : given;

/** What a form or a CSV cell leaves empty is not there. */
export function orNull<Output>(shape: z.ZodType<Output>) {
  return z.preprocess(blankAs(null), shape.nullable());
}

/** What a CSV cell leaves empty stays as it is. */
export function orAbsent<Output>(shape: z.ZodType<Output>) {
  return z.preprocess(blankAs(undefined), shape.optional()).optional();
}

export const Day = z.string().trim().refine(isDay, { error: "not_a_date" });

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** A business day stands for the instant it begins. */
export const DayOrInstant = z.string().trim().refine(
  (text) => isDay(text) || (instant.test(text) && !Number.isNaN(Date.parse(text))),
  { error: "not_a_date" },
).transform((text) => text.length === 10 ? startOfDay(text) : new Date(text).toISOString());

/** `1,240.50` as minor units of a currency with two decimals. */
export const AmountText = decimal(2, "not_an_amount");
/** `12.3456` as ten-thousandths of a minor unit. */
export const PriceText = decimal(6, "not_a_price", 4);
/** `13` or `13%` as basis points. */
export const RateText = percentText("not_a_rate");
export const DiscountText = percentText("not_a_discount");
export const WholeText = z.string().trim().refine((text) => /^\d{1,12}$/.test(text), {
  error: "not_whole",
}).transform(Number);

/** One of a few things by any of the words people have for it, in whichever language. */
export function oneOfWords<Thing extends string>(words: { [T in Thing]: readonly string[] }) {
  const known = new Map<string, Thing>();
  for (const thing of Object.keys(words) as Thing[]) {
    for (const word of [thing, ...words[thing]]) known.set(word.toLowerCase(), thing);
  }
  return z.string().trim().transform((text, context) => {
    const thing = known.get(text.toLowerCase());
    if (thing) return thing;
    context.addIssue({ code: "custom", message: "unknown_word" });
    return z.NEVER;
  });
}

export const YesNo = z.string().trim().toLowerCase().refine((text) => text in yesNo, {
  error: "not_yes_or_no",
}).transform((text) => yesNo[text]!);
const yesNo: Readonly<Record<string, boolean>> = {
  是: true,
  否: false,
  yes: true,
  no: false,
  true: true,
  false: false,
  "1": true,
  "0": false,
};

function percentText(error: string) {
  return z.string().trim().transform((text) => text.replace(/[%％]$/, ""))
    .pipe(decimal(2, error))
    .refine((rate) => rate <= 10_000, { error });
}

/** Exact decimal text to an integer: no float ever holds the amount. */
function decimal(shift: number, error: string, decimals = shift) {
  const shape = new RegExp(`^\\d{1,12}(?:\\.\\d{1,${decimals}})?$`);
  return z.string().trim().transform((text) => text.replace(/^[¥￥]/, "").replaceAll(",", ""))
    .refine((text) => shape.test(text), { error })
    .transform((text) => {
      const [whole = "0", part = ""] = text.split(".");
      return Number(whole + part.padEnd(shift, "0"));
    });
}
