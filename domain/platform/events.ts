import type { OrganisationId, PartnerId, UserId } from "~/domain/_kernel/id.ts";
import type { Instant } from "~/domain/_kernel/period.ts";
import type { Secret } from "~/domain/_kernel/secret.ts";
import type { Access, UserState } from "./user.ts";

type OfUser<Type extends string, Rest> = { type: Type; subject: UserId } & Rest;

export type LinkPurpose = "invitation" | "reset";
export type LinkGrant = { tokenHash: Secret; purpose: LinkPurpose; expiresAt: Instant };

export type UserInvited = OfUser<"UserInvited", {
  login: string;
  name: string;
  dealerId: PartnerId | null;
  organisationId: OrganisationId | null;
  language: "zh" | "en";
  access: Access;
  /** Absent for a program: it enters with tokens and has no password to set. */
  link: LinkGrant | null;
}>;
export type UserRolesChanged = OfUser<"UserRolesChanged", {
  version: number;
  name: string;
  access: Access;
  before: { name: string; access: Access };
}>;
export type UserDisabled = OfUser<"UserDisabled", { version: number }>;
export type UserEnabled = OfUser<"UserEnabled", { version: number; state: UserState }>;
export type UserLinkIssued = OfUser<"UserLinkIssued", { link: LinkGrant }>;
export type UserPasswordSet = OfUser<"UserPasswordSet", {
  passwordHash: Secret;
  /** The one-time link that is used up by this. */
  linkHash: Secret | null;
  /** The session that goes on; all others end. */
  keepSession: string | null;
}>;
export type UserPasswordRehashed = OfUser<"UserPasswordRehashed", { passwordHash: Secret }>;
export type UserLanguageChosen = OfUser<"UserLanguageChosen", { language: "zh" | "en" }>;

export type SessionStarted = OfUser<"SessionStarted", {
  sessionId: string;
  tokenHash: Secret;
  expiresAt: Instant;
  address: string;
  agent: string;
}>;
export type SessionEnded = OfUser<"SessionEnded", {
  sessionId: string;
  because: "signed_out" | "revoked" | "replaced";
}>;
export type TokenIssued = OfUser<"TokenIssued", {
  tokenId: string;
  name: string;
  tokenHash: Secret;
}>;
export type TokenRevoked = OfUser<"TokenRevoked", { tokenId: string; name: string }>;

/** Work that had been given up is tried again from the start. */
export type ParkedWorkRerun = {
  type: "ParkedWorkRerun";
  subject: string;
  outboxId: number;
  eventType: string;
};

export type UserEvent =
  | UserInvited
  | UserRolesChanged
  | UserDisabled
  | UserEnabled
  | UserLinkIssued
  | UserPasswordSet
  | UserPasswordRehashed
  | UserLanguageChosen;
export type SessionEvent = SessionStarted | SessionEnded;
export type TokenEvent = TokenIssued | TokenRevoked;

export type PlatformEvent = UserEvent | SessionEvent | TokenEvent | ParkedWorkRerun;
