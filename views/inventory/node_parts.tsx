import { Status } from "~/views/_kit/status.tsx";
import type { Lang } from "~/views/_kit/text.ts";
import { inventoryWords } from "./text.ts";

export function NodeStatus({ state, lang }: { state: "active" | "inactive"; lang: Lang }) {
  const t = inventoryWords(lang).nodes;
  return <Status stage={state === "active" ? "p4" : "void"}>{t.states[state]}</Status>;
}
