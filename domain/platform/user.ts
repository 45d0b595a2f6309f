import type { Secret } from "~/domain/_kernel/secret.ts";
import type { OrganisationId, PartnerId, UserId } from "~/domain/_kernel/id.ts";
import type { Principal } from "./principal.ts";
import { dealerRoles, type Role, roles } from "./rights.ts";

export type UserState = "invited" | "active" | "disabled";

/** What a user may do and how far: the roles, and the places they are bound to. */
export type Access = {
  roles: readonly Role[];
  regionIds: readonly string[];
  nodeIds: readonly string[];
};

export type User = {
  id: UserId;
  login: string;
  name: string;
  dealerId: PartnerId | null;
  organisationId: OrganisationId | null;
  state: UserState;
  language: "zh" | "en";
  access: Access;
  passwordHash: Secret | null;
  version: number;
};

/** Whoever gives rights away: nobody gives more than they have. */
export type Grantor = Pick<Principal, "userId" | "roles" | "dealerId">;

/** An operator gives any role, a dealer's owner those of a dealer, everybody else none. */
export function grantableRoles(grantor: Grantor): readonly Role[] {
  if (grantor.roles.includes("operator")) return roles;
  return grantor.roles.includes("dealer_owner") ? dealerRoles : [];
}

/** A program that has no password and enters with tokens only. */
export function isProgram({ roles }: Pick<Access, "roles">): boolean {
  return roles.length === 1 && roles[0] === "api_client";
}

export function isOperator({ state, access }: Pick<User, "state" | "access">): boolean {
  return state === "active" && access.roles.includes("operator");
}
