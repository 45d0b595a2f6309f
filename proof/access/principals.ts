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

const near: readonly Owner[] = ["a", "below", "b", "stockNear", "stockBeside"];
const everything: readonly Owner[] = [...near, "c", "d", "stockNorth", "stockSouth"];

/**
 * What each may see of whom, written by hand from what the business allows. Anything else of a
 * tenant in an answer to them is a leak.
 */
export const sight: Record<PrincipalName, readonly Owner[]> = {
  anonymous: [],
  dealer_buyer: ["a"],
  dealer_approver: ["a"],
  dealer_owner: ["a", "below"],
  dealer_client: ["a"],
  // Sales looks at stock everywhere, at dealers of the own region only.
  sales: [...near, "stockNorth", "stockSouth"],
  // A warehouse knows its node and the dealers it ships to.
  warehouse: ["a", "below", "stockNear"],
  finance: [...near, "c", "stockNorth", "cost"],
  operator: [...everything, "staffElsewhere", "otherHouse", "cost"],
  auditor: [...everything, "staffElsewhere", "otherHouse", "cost"],
  house_client: [...near, "c", "stockNorth"],
};

/** Quantities at a node and credit limits tell on themselves; a dealer sees what its own pool holds. */
export const seesPoolOf: Partial<Record<PrincipalName, readonly Owner[]>> = {
  dealer_buyer: ["stockNear", "stockBeside"],
  dealer_approver: ["stockNear", "stockBeside"],
  dealer_owner: ["stockNear", "stockBeside"],
  dealer_client: ["stockNear", "stockBeside"],
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
