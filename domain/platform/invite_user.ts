import type { By } from "~/domain/_kernel/by.ts";
import { accept, type Decision, refuse, refuseIfAny } from "~/domain/_kernel/decision.ts";
import type { OrganisationId, PartnerId, UserId } from "~/domain/_kernel/id.ts";
import type { Secret } from "~/domain/_kernel/secret.ts";
import { type AccessRefusal, checkAccess } from "./access_rules.ts";
import type { UserInvited } from "./events.ts";
import { grantLink } from "./link.ts";
import type { Role } from "./rights.ts";
import { type Grantor, isProgram } from "./user.ts";

export type Codes = { roles: readonly Role[]; regionCodes: string[]; nodeCodes: string[] };

export type InviteUser = Codes & {
  login: string;
  name: string;
  language: "zh" | "en";
  dealerCode: string | null;
  organisationCode: string | null;
  tokenHash: Secret;
};

/** What the codes of a form point to; one that points nowhere is listed as unknown. */
export type NamedPlaces = { regionIds: string[]; nodeIds: string[]; unknown: UnknownCode[] };
export type UnknownCode = {
  reason: "unknown_region" | "unknown_node" | "unknown_dealer" | "unknown_organisation";
  code: string;
  at?: string;
};

export type InviteFacts = NamedPlaces & {
  dealerId: PartnerId | null;
  organisationId: OrganisationId | null;
  isLoginTaken: boolean;
};

export type InviteRefusal =
  | AccessRefusal
  | UnknownCode
  | { reason: "login_taken"; login: string; at?: string }
  | { reason: "dealer_not_yours"; code: string; at?: string }
  | { reason: "one_party_only"; at?: string };

/** A new user and the one link with which the password is set. */
export function inviteUser(
  facts: InviteFacts,
  { login, name, language, roles, dealerCode, organisationCode, tokenHash }: InviteUser,
  grantor: Grantor,
  by: By,
): Decision<UserInvited, InviteRefusal> {
  const { dealerId, organisationId, regionIds, nodeIds, unknown } = facts;
  const unclear = refuseIfAny<InviteRefusal>(unknown);
  if (unclear) return unclear;
  if (dealerCode && organisationCode) {
    return refuse({ reason: "one_party_only", at: "/organisationCode" });
  }
  if (grantor.dealerId && grantor.dealerId !== dealerId) {
    return refuse({ reason: "dealer_not_yours", code: dealerCode ?? "", at: "/dealerCode" });
  }
  const access = { roles, regionIds, nodeIds };
  const broken = refuseIfAny<InviteRefusal>([
    ...checkAccess(access, { dealerId, organisationId }, grantor),
    ...(facts.isLoginTaken ? [{ reason: "login_taken" as const, login, at: "/login" }] : []),
  ]);
  if (broken) return broken;
  const link = isProgram(access) ? null : grantLink(tokenHash, "invitation", by.at);
  const subject = by.newId() as UserId;
  return accept({
    type: "UserInvited",
    subject,
    login,
    name,
    dealerId,
    organisationId,
    language,
    access,
    link,
  });
}
