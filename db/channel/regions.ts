import { sql } from "kysely";
import { prepared } from "~/db/_engine/prepared.ts";
import { type Master, saved } from "~/db/_engine/put.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import type { Writers } from "~/db/writers.ts";
import { bilingual } from "~/domain/_kernel/bilingual.ts";
import type { Stored } from "~/domain/_kernel/master.ts";
import type { RegionSaved } from "~/domain/channel/events.ts";
import type { TreeExtra } from "~/domain/channel/organisation.ts";
import { type Region, type RegionRefusal, regionRules } from "~/domain/channel/region.ts";
import { treeFacts } from "~/db/_trees/tree_facts.ts";

const byCode = prepared((reader, p: { code: string }) =>
  reader.from("region").leftJoin("region as parent", "parent.id", "region.parent_id")
    .selectAll("region").select("parent.code as parent_code")
    .where("region.code", "=", p.code)
);

const pageAfter = prepared((reader, p: { after: string; limit: number }) =>
  reader.from("region").leftJoin("region as parent", "parent.id", "region.parent_id")
    .selectAll("region").select("parent.code as parent_code")
    .where("region.code", ">", p.after).orderBy("region.code")
    .limit(sql<number>`${p.limit}`)
);

type Row = ReturnType<typeof byCode>[number];

function storedOf(row: Row): Stored<Region> {
  const { id, version, code, name_zh: nameZh, name_en: nameEn, parent_code: parentCode } = row;
  return { id, version, record: { code, nameZh, nameEn, parentCode } };
}

export function findRegion(reader: Reader, code: string): Stored<Region> | null {
  const [row] = byCode(reader, { code });
  return row ? storedOf(row) : null;
}

/** By code, from after a code on. */
export function listRegions(
  reader: Reader,
  { after, limit }: { after: string | null; limit: number },
): Stored<Region>[] {
  return pageAfter(reader, { after: after ?? "", limit }).map(storedOf);
}

export const regions: Master<"RegionSaved", Region, TreeExtra, RegionRefusal> = {
  type: "RegionSaved",
  key: ({ code }) => code,
  facts: treeFacts(findRegion),
  settle: bilingual,
  rules: regionRules,
};

export const regionWriters = {
  RegionSaved: saved(({ subject: id, version, record, refs }: RegionSaved) => ({
    table: "region",
    row: {
      id,
      version,
      code: record.code,
      name_zh: record.nameZh,
      name_en: record.nameEn,
      parent_id: refs.parent ?? null,
    },
  })),
} satisfies Writers<RegionSaved>;
