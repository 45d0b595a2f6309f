import type { Option } from "~/views/_kit/field.tsx";
import { named } from "~/views/_kit/named.ts";
import type { Lang } from "~/views/_kit/text.ts";

/** Records as choices of a select or a filter. */
export function optionsOf(
  records: readonly { code: string; nameZh: string; nameEn: string }[],
  lang: Lang,
): Option[] {
  return records.map((record) => ({ value: record.code, label: named(record, lang) }));
}
