import type { Id, OrganisationId, PartnerId, UserId } from "~/domain/_kernel/id.ts";
import {
  type Actions,
  dealerClient,
  type Mask,
  masks,
  type Reach,
  type Resource,
  rights,
  type Role,
} from "./rights.ts";

/** Whoever asks, with everything that decides how far they see. */
export type Principal = {
  userId: UserId;
  login: string;
  name: string;
  language: "zh" | "en";
  roles: readonly Role[];
  dealerId: PartnerId | null;
  dealerName: { nameZh: string; nameEn: string } | null;
  /** The own dealer and all below it, today. */
  dealerIds: readonly PartnerId[];
  organisationIds: readonly OrganisationId[];
  regionIds: readonly string[];
  nodeIds: readonly string[];
  /** The session or token this request came with. */
  credential: { kind: "session"; id: Id<"session"> } | { kind: "token"; id: Id<"token"> };
};

const widest: readonly Reach[] = [
  "none",
  "own",
  "dealer",
  "dealer_and_below",
  "node",
  "region",
  "organisation",
  "all",
];

/** The widest reach any of the principal's roles grants; none where nothing is granted. */
export function reachOf<R extends Resource>(
  principal: Principal,
  resource: R,
  action: Actions[R],
): Exclude<Reach, "party"> {
  let best = 0;
  for (const role of principal.roles) {
    const grant = role === "api_client" && principal.dealerId ? dealerClient : rights[role];
    const granted = (grant[resource] as Partial<Record<string, Reach>> | undefined)?.[action];
    const reach = granted === "party" ? partyReach(principal) : granted;
    best = Math.max(best, widest.indexOf(reach ?? "none"));
  }
  return widest[best] as Exclude<Reach, "party">;
}

function partyReach(principal: Principal): Reach {
  if (principal.dealerId) return "dealer";
  return principal.organisationIds.length > 0 ? "organisation" : "none";
}

export function may<R extends Resource>(
  principal: Principal,
  resource: R,
  action: Actions[R],
): boolean {
  return reachOf(principal, resource, action) !== "none";
}

/** A field is hidden only where every one of the roles hides it. */
export function isMasked(principal: Principal, field: Mask): boolean {
  return principal.roles.every((role) => masks[role].includes(field));
}

export function isStaff(principal: Principal): boolean {
  return principal.dealerId === null;
}
