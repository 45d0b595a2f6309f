import { prepared } from "~/db/_engine/prepared.ts";
import { type Master, saved } from "~/db/_engine/put.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import type { Writers } from "~/db/writers.ts";
import { bilingual } from "~/domain/_kernel/bilingual.ts";
import type { Stored } from "~/domain/_kernel/master.ts";
import type { PoolSaved } from "~/domain/inventory/events.ts";
import { type Pool, poolRules } from "~/domain/inventory/pool.ts";

const byCode = prepared((reader, p: { code: string }) =>
  reader.from("pool").select(["id", "version", "code", "name_zh", "name_en"])
    .where("code", "=", p.code)
);

export function findPool(reader: Reader, code: string): Stored<Pool> | null {
  const [row] = byCode(reader, { code });
  if (!row) return null;
  const { id, version, name_zh: nameZh, name_en: nameEn } = row;
  return { id, version, record: { code: row.code, nameZh, nameEn } };
}

export const pools: Master<"PoolSaved", Pool, null, never> = {
  type: "PoolSaved",
  key: ({ code }) => code,
  facts: (reader, { code }) => ({ before: findPool(reader, code), refs: {}, extra: null }),
  settle: bilingual,
  rules: poolRules,
};

export const poolWriters = {
  PoolSaved: saved(({ subject: id, version, record }: PoolSaved) => ({
    table: "pool",
    row: { id, version, code: record.code, name_zh: record.nameZh, name_en: record.nameEn },
  })),
} satisfies Writers<PoolSaved>;
