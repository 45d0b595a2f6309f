import type { Lang } from "./text.ts";

/** The name of a record in the reader's language. */
export function named(
  { nameZh, nameEn }: { nameZh: string; nameEn: string },
  lang: Lang,
): string {
  return lang === "zh" ? nameZh : nameEn || nameZh;
}
