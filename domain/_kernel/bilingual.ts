export type Named = { nameZh: string; nameEn: string };

/** Whoever gives no English name is shown the Chinese one. */
export function bilingual<Record extends Named>(record: Record): Record {
  return record.nameEn === "" ? { ...record, nameEn: record.nameZh } : record;
}
