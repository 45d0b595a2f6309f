import { quantity } from "~/views/_kit/number.tsx";
import { kitWords, type Lang } from "~/views/_kit/text.ts";

/** 267 箱，12 瓶: as it was ordered, the largest unit first. */
export function quantitiesText(
  quantities: readonly { unit: string; quantity: number }[],
  lang: Lang,
): string {
  return quantities.map((part) => quantity(part.quantity, part.unit))
    .join(kitWords(lang).comma);
}
