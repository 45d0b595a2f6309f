import type { Scope } from "~/db/_engine/scope.ts";
import type { Stage } from "~/domain/order/order.ts";

/** Of a range in an index: the column it begins with and the values that are looked up one by one. */
export type Spread = {
  column: "dealer_id" | "region_id" | "organisation_id" | "node_id" | null;
  values: readonly string[];
  /** Only what a node has yet to pick. */
  planned?: boolean;
};

const everything: Spread = { column: null, values: [""] };

/** Stages most orders pass through in days: few are in them, whoever ships them. */
const passing: readonly Stage[] = [
  "submitted",
  "awaiting_approval",
  "released",
  "part_shipped",
  "shipped",
];

/** What a warehouse sees of these has a planned part there: nothing of the order is on a pick list yet. */
const beforePicking: readonly Stage[] = ["unrouted", "routed"];

/**
 * Where the rows of a scope stand in the indexes. The scope's own predicate is in every query all
 * the same; this only says which ranges are worth reading.
 */
export function spreadOf(
  scope: Scope,
  { dealerIds, stages }: {
    dealerIds: readonly string[] | null;
    stages: readonly Stage[] | null;
  },
): Spread {
  if (dealerIds) return { column: "dealer_id", values: dealerIds };
  switch (scope.kind) {
    case "all":
      return everything;
    case "none":
      return { column: null, values: [] };
    case "organisation":
      return { column: "organisation_id", values: scope.organisationIds };
    case "region":
      return { column: "region_id", values: scope.regionIds };
    case "node":
      return spreadAtNodes(scope.nodeIds, stages);
    case "dealer_and_below":
      return { column: "dealer_id", values: scope.dealerIds };
    case "dealer":
    case "own":
      return { column: "dealer_id", values: [scope.dealerId] };
  }
}

function spreadAtNodes(nodeIds: readonly string[], stages: readonly Stage[] | null): Spread {
  if (stages?.every((stage) => passing.includes(stage))) return everything;
  const planned = stages?.every((stage) => beforePicking.includes(stage)) ?? false;
  return { column: "node_id", values: nodeIds, planned };
}
