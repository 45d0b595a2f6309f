import type { Lang } from "./text.ts";

type Place = { province: string; city: string; street: string };

/** As it is written on a parcel; a city that is its own province is said once. */
export function placeText({ province, city, street }: Place, lang: Lang): string {
  const parts = city === province ? [province, street] : [province, city, street];
  return lang === "zh" ? parts.join("") : parts.toReversed().join(", ");
}
