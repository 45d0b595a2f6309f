import { accept, type Decision } from "~/domain/_kernel/decision.ts";
import type { UserLanguageChosen } from "./events.ts";
import type { User } from "./user.ts";

export function chooseLanguage(
  { id: subject, language: before }: Pick<User, "id" | "language">,
  language: "zh" | "en",
): Decision<UserLanguageChosen, never> {
  return before === language ? accept() : accept({ type: "UserLanguageChosen", subject, language });
}
