import { Status } from "~/views/_kit/status.tsx";
import { kitWords, type Lang } from "~/views/_kit/text.ts";
import { inventoryWords } from "./text.ts";

export function NodeStatus({ state, lang }: { state: "active" | "inactive"; lang: Lang }) {
  const t = inventoryWords(lang).nodes;
  return <Status stage={state === "active" ? "p4" : "void"}>{t.states[state]}</Status>;
}

/** What a node does: stocks, ships, both or nothing. */
export function functionsText(
  { stocks, ships }: { stocks: boolean; ships: boolean },
  lang: Lang,
): string {
  const t = inventoryWords(lang).nodes.functions;
  const named = [stocks && t.stocks, ships && t.ships].filter(Boolean);
  return named.join(kitWords(lang).listComma) || t.none;
}
