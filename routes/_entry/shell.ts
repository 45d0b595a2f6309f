import { isStaff, may } from "~/domain/platform/principal.ts";
import type { Actions, Resource } from "~/domain/platform/rights.ts";
import type { Shell, Theme } from "~/views/_kit/layout.tsx";
import { named } from "~/views/_kit/named.ts";
import { navFor } from "~/views/_kit/nav.ts";
import { paths } from "~/views/_kit/paths.ts";
import { texts } from "~/views/text.ts";
import type { Ctx } from "./context.ts";
import { readCookie } from "./session.ts";

/** The frame around every page: who is in, where they are, what they may open. */
export function shellOf(ctx: Ctx): Shell {
  const { visitor, lang, url, request } = ctx;
  const t = texts(lang).platform;
  const side = visitor && !isStaff(visitor) ? "dealer" : "staff";
  const sees = (resource: Resource, action: string) =>
    visitor !== null && may(visitor, resource, action as Actions[Resource]);
  return {
    lang,
    side,
    brand: side === "dealer" ? { name: t.brand, suffix: t.dealerSuffix } : { name: t.product },
    nav: navFor(side, { lang, here: url.pathname, may: sees }),
    here: url.pathname + url.search,
    who: visitor
      ? {
        name: visitor.dealerName ? named(visitor.dealerName, lang) : visitor.name,
        links: [{ href: paths.me(), label: t.me.short }],
      }
      : undefined,
    theme: themeOf(request),
    rows: rowsOf(request),
    keys: readCookie(request, "keys") !== "off",
  };
}

function themeOf(request: Request): Theme | undefined {
  const theme = readCookie(request, "theme");
  return theme === "light" || theme === "dark" ? theme : undefined;
}

function rowsOf(request: Request): "tight" | "loose" | undefined {
  const rows = readCookie(request, "rows");
  return rows === "tight" || rows === "loose" ? rows : undefined;
}
