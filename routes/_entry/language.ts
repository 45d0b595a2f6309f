import type { Principal } from "~/domain/platform/principal.ts";
import type { Lang } from "~/views/_kit/text.ts";
import { readCookie } from "./session.ts";

/** The switch wins, then what the person set before, then what the browser or program asks for. */
export function languageOf(request: Request, visitor: Principal | null): Lang {
  const chosen = readCookie(request, "lang");
  if (chosen === "zh" || chosen === "en") return chosen;
  const asked = request.headers.get("accept-language");
  // A program says with every call what it wants to read; the person behind it is asleep.
  if (visitor && !(asked && visitor.credential.kind === "token")) return visitor.language;
  return asked ? preferred(asked) : "zh";
}

function preferred(header: string): Lang {
  const ranked = header.split(",").map((part) => {
    const [tag = "", ...options] = part.trim().toLowerCase().split(";");
    const weight = options.map((o) => /^\s*q=([\d.]+)$/.exec(o)?.[1]).find((q) => q !== undefined);
    return { tag, weight: weight === undefined ? 1 : Number(weight) };
  }).sort((a, b) => b.weight - a.weight);
  const known = ranked.find(({ tag }) => /^(zh|en)\b/.test(tag));
  return known?.tag.startsWith("en") ? "en" : "zh";
}
