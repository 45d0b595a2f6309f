import { accept, type Decision, refuse, refuseIfAny } from "~/domain/_kernel/decision.ts";
import { isSame } from "~/domain/_kernel/master.ts";
import {
  type AccessRefusal,
  checkAccess,
  checkManageable,
  checkOperatorLeft,
  type LastOperatorRefusal,
  type Manageable,
} from "./access_rules.ts";
import type { UserRolesChanged } from "./events.ts";
import type { NamedPlaces, UnknownCode } from "./invite_user.ts";
import type { Role } from "./rights.ts";
import type { Grantor, User } from "./user.ts";

export type ChangeAccess = { name: string; roles: readonly Role[]; version: number };
export type ChangeAccessFacts = NamedPlaces & { user: User; activeOperators: number };
export type ChangeAccessRefusal =
  | AccessRefusal
  | UnknownCode
  | Manageable
  | LastOperatorRefusal
  | { reason: "changed_meanwhile"; at?: string };

/** New roles and places for somebody the grantor may manage, before and after the change. */
export function changeAccess(
  { user, activeOperators, regionIds, nodeIds, unknown }: ChangeAccessFacts,
  { name, roles, version }: ChangeAccess,
  grantor: Grantor,
): Decision<UserRolesChanged, ChangeAccessRefusal> {
  if (user.version !== version) return refuse({ reason: "changed_meanwhile" });
  const access = { roles, regionIds, nodeIds };
  const broken = refuseIfAny<ChangeAccessRefusal>([
    ...checkManageable(user, grantor),
    ...unknown,
    ...checkAccess(access, user, grantor),
    ...checkOperatorLeft(user, { state: user.state, access }, activeOperators),
  ]);
  if (broken) return broken;
  const before = { name: user.name, access: user.access };
  if (isSame({ name, access }, before)) return accept();
  return accept({
    type: "UserRolesChanged",
    subject: user.id,
    version: version + 1,
    name,
    access,
    before,
  });
}
