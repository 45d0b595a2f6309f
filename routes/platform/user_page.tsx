import { listSessions, listTokens } from "~/db/platform/credentials.ts";
import { listPlaces, type Places } from "~/db/platform/places.ts";
import { loadUserPage } from "~/db/platform/user_list.ts";
import { loadUser } from "~/db/platform/users.ts";
import { checkManageable } from "~/domain/platform/access_rules.ts";
import type { LinkGrant } from "~/domain/platform/events.ts";
import { purposeFor } from "~/domain/platform/link.ts";
import { type Access, isProgram, type User } from "~/domain/platform/user.ts";
import { html } from "~/routes/_entry/answer.ts";
import type { AnyCtx } from "~/routes/_entry/context.ts";
import { moment } from "~/views/_kit/date.tsx";
import { type FormState, freshForm } from "~/views/_kit/form_state.ts";
import { paths } from "~/views/_kit/paths.ts";
import { UserPage, type UserPageProps } from "~/views/platform/user_page.tsx";
import type { Once } from "~/views/platform/user_parts.tsx";
import { choicesFor } from "./user_words.ts";

export type Shown = {
  notice?: UserPageProps["notice"];
  once?: Once;
  access?: FormState;
  token?: FormState;
  status?: number;
};

/** A user's page, after whatever was done on it: its forms come back to it as they were typed. */
export async function showUser(ctx: AnyCtx, id: string, shown: Shown = {}): Promise<Response> {
  const { lang, now, principal } = ctx;
  const reader = ctx.readerFor("user", "read");
  const user = loadUser(reader, id);
  const page = await loadUserPage(reader, id);
  const places = listPlaces(ctx.engine.asSystem("places a user can be bound to are no secret"));
  const party = user.dealerId ? "dealer" : "staff";
  return html(
    <UserPage
      shell={ctx.shell}
      reading={{ lang, now }}
      user={{
        ...page,
        party: lang === "zh" ? page.partyZh : page.partyEn,
        version: user.version,
        linkPurpose: purposeFor(user),
        isProgram: isProgram(user.access),
        mayHaveTokens: user.access.roles.includes("api_client"),
      }}
      isYou={user.id === principal.userId}
      mayEdit={ctx.may("user", "edit") && checkManageable(user, principal).length === 0}
      access={shown.access ?? accessForm(user, places)}
      token={shown.token ?? freshForm()}
      choices={choicesFor(lang, principal, places, party)}
      sessions={listSessions(reader, id)}
      tokens={listTokens(reader, id)}
      notice={shown.notice}
      once={shown.once}
    />,
    shown.status,
  );
}

function accessForm({ name, access }: User, places: Places): FormState {
  return freshForm({ name, ...codesOf(access, places) });
}

function codesOf({ roles, regionIds, nodeIds }: Access, { regions, nodes }: Places) {
  const codes = (ids: readonly string[], all: Places["regions"]) =>
    all.filter(({ id }) => ids.includes(id)).map(({ code }) => code);
  return { roles, regionCodes: codes(regionIds, regions), nodeCodes: codes(nodeIds, nodes) };
}

/** The whole address of a one-time link, to hand over. */
export function linkOnce(
  { house, lang, now }: Pick<AnyCtx, "house" | "lang" | "now">,
  name: string,
  { purpose, expiresAt }: LinkGrant,
  token: string,
): Once {
  const value = house.config.origin + paths.oneTimeLink(purpose, token);
  return { kind: "link", name, value, until: moment(expiresAt, { lang, now }) };
}
