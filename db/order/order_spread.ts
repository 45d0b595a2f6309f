import type { Scope } from "~/db/_engine/scope.ts";
import type { Stage } from "~/domain/order/order.ts";

/** Of a range in an index: the column it begins with and the values that are looked up one by one. */
export type Spread = {
  column: "dealer_id" | "region_id" | "organisation_id" | "node_id" | null;
  values: readonly string[];
};

const everything: Spread = { column: null, values: [""] };

/** Stages most orders pass through in days: few are in them, whoever ships them. */
const passing: readonly Stage[] = [
  "submitted",
  "awaiting_approval",
  "unrouted",
  "routed",
  "released",
  "part_shipped",
  "shipped",
];

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
      return stages?.every((stage) => passing.includes(stage))
        ? everything
        : { column: "node_id", values: scope.nodeIds };
    case "dealer_and_below":
      return { column: "dealer_id", values: scope.dealerIds };
    case "dealer":
    case "own":
      return { column: "dealer_id", values: [scope.dealerId] };
  }
}

/**
 * What no warehouse has a part of: it was never confirmed, or has no node yet. Of an order that is
 * routed only in part a warehouse sees its own part in the list of parts, and the order in the whole list.
 */
const beforeWarehouses: readonly Stage[] = [
  "submitted",
  "awaiting_approval",
  "unrouted",
  "rejected",
];

/** The stages in which a list of this scope can hold an order. */
export function stagesSeen({ kind }: Scope, stages: readonly Stage[]): readonly Stage[] {
  return kind === "node" ? stages.filter((one) => !beforeWarehouses.includes(one)) : stages;
}
