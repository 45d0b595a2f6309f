import type { PutFacts } from "../_kernel/master.ts";

/** Nodes whose stock is promised together: an order reserves in a pool, not at a node. */
export type Pool = { code: string; nameZh: string; nameEn: string };

export function poolRules(_pool: Pool, _facts: PutFacts<Pool, null>): never[] {
  return [];
}
