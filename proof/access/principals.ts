import type { Role } from "~/domain/platform/rights.ts";
import { type DealerKey, markCode, type Owner } from "./tenants.ts";

/** Who knocks in the matrix, in the words of expected.csv. */
export const principals = [
  "anonymous",
  "dealer_buyer",
  "dealer_approver",
  "dealer_owner",
  "dealer_client",
  "sales",
  "warehouse",
  "finance",
  "operator",
  "auditor",
  "house_client",
] as const;
export type PrincipalName = typeof principals[number];
export type Known = Exclude<PrincipalName, "anonymous">;

const near: readonly Owner[] = ["a", "below", "b", "stockNear", "stockBeside", "poolEast"];
const north: readonly Owner[] = ["stockNorth", "poolNorth"];
const south: readonly Owner[] = ["stockSouth", "poolSouth"];
const everything: readonly Owner[] = [...near, ...north, ...south, "c", "d", "cost"];
const ours: readonly Owner[] = ["staffElsewhere", "otherHouse"];

/**
 * What each may see of whom, written by hand from what the business allows. Anything else of a
 * tenant in an answer to them is a leak.
 */
export const sight: Record<PrincipalName, readonly Owner[]> = {
  anonymous: [],
  // A dealer sees what its pool can promise, not what comes and goes at a node.
  dealer_buyer: ["a", "poolEast"],
  dealer_approver: ["a", "poolEast"],
  dealer_owner: ["a", "below", "poolEast"],
  dealer_client: ["a", "poolEast"],
  // Sales looks at stock everywhere, at dealers of the own region only.
  sales: [...near, ...north, ...south],
  // A warehouse knows its node, what its pool promises, and the dealers it ships to.
  warehouse: ["a", "below", "stockNear", "poolEast"],
  finance: [...near, ...north, "c", "cost"],
  operator: [...everything, ...ours],
  auditor: [...everything, ...ours],
  house_client: [...near, ...north, "c"],
};

export type Person = {
  login: string;
  role: Role;
  dealer?: DealerKey;
  organisation?: string;
  regions?: string[];
  nodes?: string[];
};

export const people: Record<Known, Person> = {
  dealer_buyer: { login: markCode("a", "buyer").toLowerCase(), role: "dealer_buyer", dealer: "a" },
  dealer_approver: {
    login: markCode("a", "approver").toLowerCase(),
    role: "dealer_approver",
    dealer: "a",
  },
  dealer_owner: { login: markCode("a", "owner").toLowerCase(), role: "dealer_owner", dealer: "a" },
  dealer_client: { login: markCode("a", "client").toLowerCase(), role: "api_client", dealer: "a" },
  sales: { login: "wang.sales", role: "sales", organisation: "QY", regions: ["EAST"] },
  warehouse: { login: "li.warehouse", role: "warehouse", organisation: "QY", nodes: ["N1"] },
  finance: { login: "zhao.finance", role: "finance", organisation: "QY" },
  operator: { login: "chen.operator", role: "operator" },
  auditor: { login: "sun.auditor", role: "auditor" },
  house_client: { login: "house.client", role: "api_client", organisation: "QY" },
};
