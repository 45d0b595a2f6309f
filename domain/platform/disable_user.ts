import { accept, type Decision, refuse, refuseIfAny } from "~/domain/_kernel/decision.ts";
import {
  checkManageable,
  checkOperatorLeft,
  type LastOperatorRefusal,
  type Manageable,
} from "./access_rules.ts";
import type { UserDisabled, UserEnabled } from "./events.ts";
import type { Grantor, User } from "./user.ts";

export type StateRefusal =
  | Manageable
  | LastOperatorRefusal
  | { reason: "user_already_disabled"; name: string; at?: string }
  | { reason: "user_not_disabled"; name: string; at?: string }
  | { reason: "cannot_disable_yourself"; at?: string };

export type StateFacts = { user: User; activeOperators: number };

/** Sessions, tokens and open links end with it. */
export function disableUser(
  { user, activeOperators }: StateFacts,
  grantor: Grantor,
): Decision<UserDisabled, StateRefusal> {
  const { id: subject, name, version, access } = user;
  if (user.state === "disabled") return refuse({ reason: "user_already_disabled", name });
  const broken = refuseIfAny<StateRefusal>([
    ...checkManageable(user, grantor),
    ...checkOperatorLeft(user, { state: "disabled", access }, activeOperators),
  ]);
  if (broken) return broken;
  if (subject === grantor.userId) return refuse({ reason: "cannot_disable_yourself" });
  return accept({ type: "UserDisabled", subject, version: version + 1 });
}

export function enableUser(
  { user }: StateFacts,
  grantor: Grantor,
): Decision<UserEnabled, StateRefusal> {
  const { id: subject, name, version, passwordHash } = user;
  if (user.state !== "disabled") return refuse({ reason: "user_not_disabled", name });
  const broken = refuseIfAny<StateRefusal>(checkManageable(user, grantor));
  if (broken) return broken;
  const state = passwordHash ? "active" : "invited";
  return accept({ type: "UserEnabled", subject, version: version + 1, state });
}
