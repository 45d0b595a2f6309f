import type { By } from "~/domain/_kernel/by.ts";
import { accept, type Decision, refuse } from "~/domain/_kernel/decision.ts";
import type { UserId } from "~/domain/_kernel/id.ts";
import type { Instant } from "~/domain/_kernel/period.ts";
import type { Secret } from "~/domain/_kernel/secret.ts";
import type { LinkPurpose, UserPasswordSet } from "./events.ts";
import type { User } from "./user.ts";

export type Link = {
  userId: UserId;
  purpose: LinkPurpose;
  expiresAt: Instant;
  usedAt: Instant | null;
};

export type LinkRefusal =
  | { reason: "link_unknown"; at?: string }
  | { reason: "link_used"; at?: string }
  | { reason: "link_expired"; expiredAt: Instant; at?: string };

export type SetPasswordFacts = { link: Link | null; user: User | null };

/** Why a link does not open, or null when it does: bound to its purpose and user, once, in time. */
export function closedLink(
  { link, user }: SetPasswordFacts,
  purpose: LinkPurpose,
  at: Instant,
): LinkRefusal | null {
  if (!link || !user || link.purpose !== purpose || link.userId !== user.id) {
    return { reason: "link_unknown" };
  }
  if (user.state === "disabled") return { reason: "link_unknown" };
  if (link.usedAt !== null) return { reason: "link_used" };
  return link.expiresAt <= at ? { reason: "link_expired", expiredAt: link.expiresAt } : null;
}

/** The holder of the link sets the password; every session from before ends. */
export function setPasswordByLink(
  facts: SetPasswordFacts,
  { purpose, linkHash, passwordHash }: {
    purpose: LinkPurpose;
    linkHash: Secret;
    passwordHash: Secret;
  },
  by: By,
): Decision<UserPasswordSet, LinkRefusal> {
  const closed = closedLink(facts, purpose, by.at);
  if (closed) return refuse(closed);
  const subject = facts.user!.id;
  return accept({ type: "UserPasswordSet", subject, passwordHash, linkHash, keepSession: null });
}

export type ChangePasswordRefusal =
  | { reason: "current_password_wrong"; at?: string }
  | { reason: "changed_meanwhile"; at?: string };

/** `verified` is the stored hash the current password was compared with, outside the unit; null: it did not match. */
export function changePassword(
  user: User,
  { verified, passwordHash, keepSession }: {
    verified: Secret | null;
    passwordHash: Secret;
    keepSession: string | null;
  },
): Decision<UserPasswordSet, ChangePasswordRefusal> {
  if (!verified) return refuse({ reason: "current_password_wrong", at: "/current" });
  if (user.passwordHash?.reveal() !== verified.reveal()) {
    return refuse({ reason: "changed_meanwhile" });
  }
  return accept({
    type: "UserPasswordSet",
    subject: user.id,
    passwordHash,
    linkHash: null,
    keepSession,
  });
}
