import type { PutFacts } from "../_kernel/master.ts";

/** Nodes whose stock is promised together: an order reserves in a pool, not at a node. */
export type Pool = {
  code: string;
  nameZh: string;
  nameEn: string;
  /** Whose it is: nodes and dealers of this organisation, or of one below it, use the pool. */
  organisationCode: string;
};

/** The codes of some who use a pool, and whether there are more. */
export type PoolUsers = { codes: readonly string[]; more: boolean };

export type PoolExtra = {
  /** Nodes and partners of the pool that stand neither at the named organisation nor below it. */
  outside: PoolUsers;
};

export type PoolRefusal =
  | { reason: "unknown_organisation"; code: string; at?: string }
  | ({ reason: "pool_used_outside"; organisation: string; at?: string } & PoolUsers);

export function poolRules(
  { organisationCode }: Pool,
  { refs, extra }: PutFacts<Pool, PoolExtra>,
): PoolRefusal[] {
  const at = "/organisationCode";
  if (!refs.organisation) return [{ reason: "unknown_organisation", code: organisationCode, at }];
  const { outside } = extra;
  return outside.codes.length > 0
    ? [{ reason: "pool_used_outside", organisation: organisationCode, ...outside, at }]
    : [];
}
