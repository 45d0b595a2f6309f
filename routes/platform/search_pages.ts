import { searchTerms, searchWords } from "~/db/_search/search_words.ts";
import type { Actions, Resource } from "~/domain/platform/rights.ts";
import type { Ctx } from "~/routes/_entry/context.ts";
import { navEntries } from "~/views/_kit/nav.ts";
import { paths } from "~/views/_kit/paths.ts";
import { platformWords } from "~/views/platform/text.ts";

type Place = { href: string; resource: Resource; action: string; zh: string; en: string };

const { zh, en } = platformWords.both;

/** Pages that stand in no navigation. */
const besides: Place[] = [
  { href: paths.me(), resource: "self", action: "read", zh: zh.me.title, en: en.me.title },
  {
    href: paths.newUser(),
    resource: "user",
    action: "edit",
    zh: zh.invite.title,
    en: en.invite.title,
  },
  {
    href: paths.audit(),
    resource: "audit",
    action: "read",
    zh: zh.audit.title,
    en: en.audit.title,
  },
  { href: paths.kit(), resource: "kit", action: "read", zh: zh.system.kit, en: en.system.kit },
];

function placesFor(side: "staff" | "dealer"): (Place & { words: string })[] {
  const inNav = navEntries[side].map(({ href, resource, action = "read", label }): Place => ({
    href,
    resource,
    action,
    ...label,
  }));
  return [...inNav, ...besides].map((place) => ({
    ...place,
    words: searchWords(place.zh, place.en),
  }));
}

const places = { staff: placesFor("staff"), dealer: placesFor("dealer") };

/** Pages by their name in either language, its pinyin or its initials. */
export function findPages(
  ctx: Ctx<unknown, unknown, unknown, unknown>,
  typed: string,
): { href: string; label: string }[] {
  const terms = searchTerms(typed);
  return places[ctx.shell.side]
    .filter(({ resource, action }) => ctx.may(resource, action as Actions[Resource]))
    .filter(({ words }) => terms.every((term) => words.includes(term)))
    .map(({ href, ...names }) => ({ href, label: names[ctx.lang] }));
}
