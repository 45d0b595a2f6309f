import { type Master, saved } from "~/db/_engine/put.ts";
import type { Writers } from "~/db/writers.ts";
import { bilingual } from "~/domain/_kernel/bilingual.ts";
import type { RegionSaved } from "~/domain/channel/events.ts";
import type { TreeExtra } from "~/domain/channel/organisation.ts";
import { type Region, type RegionRefusal, regionRules } from "~/domain/channel/region.ts";
import { treeFacts } from "~/db/_trees/tree_facts.ts";
import { treeColumns, treeTable } from "~/db/_trees/tree_table.ts";

const tree = treeTable<"region", Region>("region", () => ({}));

export const findRegion = tree.find;
export const listRegions = tree.list;

export const regions: Master<"RegionSaved", Region, TreeExtra, RegionRefusal> = {
  type: "RegionSaved",
  key: ({ code }) => code,
  facts: treeFacts(findRegion),
  settle: bilingual,
  rules: regionRules,
};

export const regionWriters = {
  RegionSaved: saved((event: RegionSaved) => ({ table: "region", row: treeColumns(event) })),
} satisfies Writers<RegionSaved>;
