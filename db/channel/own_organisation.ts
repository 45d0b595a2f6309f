import type { Scope } from "~/db/_engine/scope.ts";

/** Seeing is one thing: only in the own organisation, or in one below it, may a caller keep a record. */
export function isOwnOrganisation(scope: Scope, id: string): boolean {
  switch (scope.kind) {
    case "all":
      return true;
    case "organisation":
    case "region":
      return scope.organisationIds.includes(id);
    default:
      return false;
  }
}
