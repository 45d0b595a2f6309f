import type { Reader } from "~/db/_engine/reader.ts";
import type { InviteFacts, InviteUser } from "~/domain/platform/invite_user.ts";
import { findParty, findPlaces } from "./places.ts";
import { findUserByLogin } from "./users.ts";

type Named = Pick<
  InviteUser,
  "login" | "dealerCode" | "organisationCode" | "regionCodes" | "nodeCodes"
>;

/** What the codes of an invitation mean; whoever belongs to a dealer invites for that dealer only. */
export function loadInviteFacts(
  facts: Reader,
  named: Named,
  ownDealer: InviteFacts["dealerId"],
): InviteFacts {
  const whole = facts.asSystem("a login is taken whoever has it; codes are no secret");
  const party = ownDealer
    ? { dealerId: ownDealer, organisationId: null, unknown: [] }
    : findParty(whole, named);
  const places = findPlaces(whole, named);
  return {
    ...places,
    ...party,
    unknown: [...party.unknown, ...places.unknown],
    isLoginTaken: findUserByLogin(whole, named.login) !== null,
  };
}
