import type { Scope } from "~/db/_engine/scope.ts";

type Placed = { id: string; region_id: string; organisation_id: string };

/** Nodes are known to everybody; changing one, or posting at it, is for those it belongs to. */
export function isOurs(scope: Scope, node: Placed): boolean {
  switch (scope.kind) {
    case "all":
      return true;
    case "node":
      return scope.nodeIds.includes(node.id);
    case "region":
      return scope.regionIds.includes(node.region_id);
    case "organisation":
      return scope.organisationIds.includes(node.organisation_id);
    default:
      return false;
  }
}
