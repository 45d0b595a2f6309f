import type { PutFacts } from "~/domain/_kernel/master.ts";

export type Category = {
  code: string;
  nameZh: string;
  nameEn: string;
  parentCode: string | null;
};

export type CategoryRefusal =
  | { reason: "unknown_category"; code: string; at?: string }
  | { reason: "category_cycle"; code: string; at?: string };

/** `above`: the codes from the named parent up to the root. */
export type CategoryExtra = { above: readonly string[] };

export function categoryRules(
  { code, parentCode }: Category,
  { refs, extra }: PutFacts<Category, CategoryExtra>,
): CategoryRefusal[] {
  if (parentCode === null) return [];
  if (!refs.parent) return [{ reason: "unknown_category", code: parentCode, at: "/parentCode" }];
  return extra.above.includes(code) ? [{ reason: "category_cycle", code, at: "/parentCode" }] : [];
}
