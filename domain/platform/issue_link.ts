import type { By } from "~/domain/_kernel/by.ts";
import { accept, type Decision, refuse, refuseIfAny } from "~/domain/_kernel/decision.ts";
import type { Secret } from "~/domain/_kernel/secret.ts";
import { checkManageable, type Manageable } from "./access_rules.ts";
import type { UserLinkIssued } from "./events.ts";
import { grantLink, purposeFor } from "./link.ts";
import { type Grantor, isProgram, type User } from "./user.ts";

export type IssueLinkRefusal =
  | Manageable
  | { reason: "user_disabled"; name: string; at?: string }
  | { reason: "program_has_no_password"; name: string; at?: string };

/** A fresh link to set a password; those issued before it are void. */
export function issueLink(
  user: User,
  tokenHash: Secret,
  grantor: Grantor,
  by: By,
): Decision<UserLinkIssued, IssueLinkRefusal> {
  const { id: subject, name } = user;
  const broken = refuseIfAny<IssueLinkRefusal>(checkManageable(user, grantor));
  if (broken) return broken;
  if (user.state === "disabled") return refuse({ reason: "user_disabled", name });
  if (isProgram(user.access)) return refuse({ reason: "program_has_no_password", name });
  const link = grantLink(tokenHash, purposeFor(user), by.at);
  return accept({ type: "UserLinkIssued", subject, link });
}
