import type { PutFacts } from "~/domain/_kernel/master.ts";
import type { TreeExtra } from "./organisation.ts";

export type Region = {
  code: string;
  nameZh: string;
  nameEn: string;
  parentCode: string | null;
};

export type RegionRefusal =
  | { reason: "unknown_region"; code: string; at?: string }
  | { reason: "region_cycle"; code: string; at?: string };

export function regionRules(
  { code, parentCode }: Region,
  { refs, extra }: PutFacts<Region, TreeExtra>,
): RegionRefusal[] {
  if (parentCode === null) return [];
  if (!refs.parent) return [{ reason: "unknown_region", code: parentCode, at: "/parentCode" }];
  return extra.above.includes(code) ? [{ reason: "region_cycle", code, at: "/parentCode" }] : [];
}
