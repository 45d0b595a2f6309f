import { findUserByLogin } from "~/db/platform/users.ts";
import { sampleUsers } from "~/db/seed/sample_users.ts";
import type { Ctx } from "~/routes/_entry/context.ts";
import type { Sample } from "~/views/platform/sign_in_page.tsx";

/** The sample users that exist, on loopback only; a real house has none. */
export function samplesFor(
  { house, engine, lang }: Pick<Ctx, "house" | "engine" | "lang">,
): Sample[] {
  if (!house.config.samplePasswords) return [];
  const reader = engine.asSystem("the sign-in page shows which samples exist");
  return sampleUsers
    .filter(({ login }) => findUserByLogin(reader, login)?.state === "active")
    .map(({ login, password, role, zh, en }) => ({
      login,
      password,
      role,
      name: lang === "zh" ? zh : en,
    }));
}
