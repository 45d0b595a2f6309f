import type { Scope } from "~/db/_engine/scope.ts";
import { type Principal, reachOf } from "~/domain/platform/principal.ts";
import type { Actions, Resource } from "~/domain/platform/rights.ts";

/** How far this principal sees for a resource and action, as a scope that queries compile in. */
export function scopeFor<R extends Resource>(
  principal: Principal,
  resource: R,
  action: Actions[R],
): Scope {
  const { userId, dealerId, dealerIds, organisationIds, regionIds, nodeIds } = principal;
  const reach = reachOf(principal, resource, action);
  switch (reach) {
    case "none":
      return { kind: "none" };
    case "all":
      return { kind: "all" };
    case "own":
      return { kind: "own", userId, dealerId: dealerId ?? "" };
    case "dealer":
      return dealerId ? { kind: "dealer", dealerId } : { kind: "none" };
    case "dealer_and_below":
      return dealerId ? { kind: "dealer_and_below", dealerId, dealerIds } : { kind: "none" };
    case "node":
      return { kind: "node", nodeIds };
    case "region":
      return { kind: "region", regionIds, organisationIds };
    case "organisation":
      return { kind: "organisation", organisationIds };
  }
}
