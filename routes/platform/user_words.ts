import type { Places } from "~/db/platform/places.ts";
import type { Role } from "~/domain/platform/rights.ts";
import { dealerRoles, roles } from "~/domain/platform/rights.ts";
import { grantableRoles, type Grantor } from "~/domain/platform/user.ts";
import { optionsOf } from "~/views/_kit/named.ts";
import type { Lang } from "~/views/_kit/text.ts";
import type { InviteChoices } from "~/views/platform/invite_page.tsx";
import type { Choice } from "~/views/platform/user_parts.tsx";

/** The roles that fit the party and that this grantor may give; the house's own places. */
export function choicesFor(
  lang: Lang,
  grantor: Grantor,
  places: Places,
  party: "dealer" | "staff" | "any",
): InviteChoices {
  const fits = (role: Role) =>
    party === "any" || role === "api_client" || dealerRoles.includes(role) === (party === "dealer");
  const grantable = grantableRoles(grantor);
  const none: Choice[] = [];
  return {
    roles: roles.filter((role) => grantable.includes(role) && fits(role)),
    regions: party === "dealer" ? none : optionsOf(places.regions, lang),
    nodes: party === "dealer" ? none : optionsOf(places.nodes, lang),
    organisations: optionsOf(places.organisations, lang),
  };
}
