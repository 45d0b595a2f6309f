import type { OrganisationId, PartnerId } from "~/domain/_kernel/id.ts";
import { dealerRoles, type Role } from "./rights.ts";
import { type Access, grantableRoles, type Grantor, isOperator, type User } from "./user.ts";

export type AccessRefusal =
  | { reason: "role_needed"; at?: string }
  | { reason: "role_not_yours_to_give"; role: Role; at?: string }
  | { reason: "role_needs_dealer"; role: Role; at?: string }
  | { reason: "role_not_for_dealer"; role: Role; at?: string }
  | { reason: "role_needs_organisation"; role: Role; at?: string }
  | { reason: "role_needs_region"; role: Role; at?: string }
  | { reason: "role_needs_node"; role: Role; at?: string };

export type Party = { dealerId: PartnerId | null; organisationId: OrganisationId | null };

const forDealers: readonly Role[] = [...dealerRoles, "api_client"];

/** Roles that fit the party they are meant for, and that the grantor may give. */
export function checkAccess(access: Access, party: Party, grantor: Grantor): AccessRefusal[] {
  const { roles } = access;
  if (roles.length === 0) return [{ reason: "role_needed", at: "/roles" }];
  const grantable = grantableRoles(grantor);
  const ungrantable = roles.find((role) => !grantable.includes(role));
  if (ungrantable) return [{ reason: "role_not_yours_to_give", role: ungrantable, at: "/roles" }];
  if (!party.dealerId) return roles.flatMap((role) => checkStaffRole(role, access, party));
  const foreign = roles.find((role) => !forDealers.includes(role));
  return foreign ? [{ reason: "role_not_for_dealer", role: foreign, at: "/roles" }] : [];
}

function checkStaffRole(role: Role, access: Access, party: Party): AccessRefusal[] {
  if (dealerRoles.includes(role)) {
    return [{ reason: "role_needs_dealer", role, at: "/dealerCode" }];
  }
  if (needsOrganisation(role) && !party.organisationId) {
    return [{ reason: "role_needs_organisation", role, at: "/organisationCode" }];
  }
  if (role === "sales" && access.regionIds.length === 0) {
    return [{ reason: "role_needs_region", role, at: "/regionCodes" }];
  }
  if (role === "warehouse" && access.nodeIds.length === 0) {
    return [{ reason: "role_needs_node", role, at: "/nodeCodes" }];
  }
  return [];
}

/** Finance and programs reach as far as their organisation, and sales keeps the partners of its own. */
function needsOrganisation(role: Role): boolean {
  return role === "finance" || role === "sales" || role === "api_client";
}

export type LastOperatorRefusal = { reason: "last_operator"; name: string; at?: string };

/** Somebody must be left who can let the others in. */
export function checkOperatorLeft(
  user: User,
  after: { state: User["state"]; access: Access },
  activeOperators: number,
): LastOperatorRefusal[] {
  const isLost = isOperator(user) && !isOperator(after);
  return isLost && activeOperators <= 1 ? [{ reason: "last_operator", name: user.name }] : [];
}

export type Manageable = { reason: "user_not_yours"; name: string; at?: string };

/** An owner manages the people of the own dealer; who has a role the grantor cannot give stays out of reach. */
export function checkManageable(user: User, grantor: Grantor): Manageable[] {
  const grantable = grantableRoles(grantor);
  const isWithin = grantor.dealerId === null || grantor.dealerId === user.dealerId;
  const isBeyond = user.access.roles.some((role) => !grantable.includes(role));
  return isWithin && !isBeyond ? [] : [{ reason: "user_not_yours", name: user.name }];
}
