import type { RefusalBase } from "~/domain/_kernel/decision.ts";
import type { FormState } from "~/views/_kit/form_state.ts";
import type { Lang } from "~/views/_kit/text.ts";
import { issueWords } from "~/views/platform/issue_words.ts";
import type { BadInput } from "./errors.ts";
import { type RefusedWords, wordsOf } from "./problem.ts";

type Values = FormState["values"];

/** A form that its schema stopped: as it was typed, with words beside the fields. */
export function stoppedForm({ issues, input }: BadInput, lang: Lang): FormState {
  const errors: Record<string, string> = {};
  for (const issue of issues) errors[issue.path.map(String).join(".")] ??= issueWords(issue, lang);
  return { values: input as Values, errors };
}

/** A form that the business refused: a refusal with a place stands beside its field. */
export function refusedForm<Refusal extends RefusalBase>(
  values: Values,
  refusals: readonly (Refusal | { reason: "changed_meanwhile"; at?: string })[],
  words: RefusedWords<Refusal>,
  lang: Lang,
): FormState {
  const errors: Record<string, string> = {};
  const rest: string[] = [];
  for (const refusal of refusals) {
    const said = wordsOf(refusal, words, lang);
    if (refusal.at) errors[refusal.at.slice(1).replaceAll("/", ".")] ??= said;
    else rest.push(said);
  }
  return { values, errors, general: rest.length > 0 ? rest.join(" ") : undefined };
}
