import type { Option } from "./field.tsx";
import type { Lang } from "./text.ts";

type Names = { nameZh: string; nameEn: string };

/** The name of a record in the reader's language. */
export function named({ nameZh, nameEn }: Names, lang: Lang): string {
  return lang === "zh" ? nameZh : nameEn || nameZh;
}

/** Records as choices of a select or a filter. */
export function optionsOf(
  records: readonly (Names & { code: string })[],
  lang: Lang,
): Option[] {
  return records.map((record) => ({ value: record.code, label: named(record, lang) }));
}
