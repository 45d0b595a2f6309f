import { hourMs, type Instant, plusMs } from "~/domain/_kernel/period.ts";
import type { Secret } from "~/domain/_kernel/secret.ts";
import type { LinkGrant, LinkPurpose } from "./events.ts";
import type { User } from "./user.ts";

export const linkLastsMs = 72 * hourMs;

/** Whoever has no password yet is invited; whoever has one gets a new one. */
export function purposeFor({ passwordHash }: Pick<User, "passwordHash">): LinkPurpose {
  return passwordHash ? "reset" : "invitation";
}

export function grantLink(tokenHash: Secret, purpose: LinkPurpose, at: Instant): LinkGrant {
  return { tokenHash, purpose, expiresAt: plusMs(at, linkLastsMs) };
}
