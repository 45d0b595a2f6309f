import type { RefusalBase } from "~/domain/_kernel/decision.ts";
import type { Lang } from "~/views/_kit/text.ts";
import { issueWords } from "~/views/platform/issue_words.ts";
import { texts } from "~/views/text.ts";
import type { BadInput } from "./errors.ts";

/** Words for refusals, one function a reason, as each center's text holds them. */
export type RefusedWords<Refusal extends RefusalBase> = {
  [R in Refusal["reason"]]: (refusal: Extract<Refusal, { reason: R }>) => string;
};

export type ProblemError = { pointer?: string; code: string; detail: string };

/** RFC 9457, with the same codes the pages show in words. */
export function problem(
  status: number,
  code: string,
  detail: string,
  errors?: ProblemError[],
  headers?: HeadersInit,
): Response {
  const body = { type: `/problems/${code}`, title: code, status, detail, errors };
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...headers, "content-type": "application/problem+json; charset=utf-8" },
  });
}

export function wordsOf<Refusal extends RefusalBase>(
  refusal: Refusal | { reason: "changed_meanwhile" },
  words: RefusedWords<Refusal>,
  lang: Lang,
): string {
  if (refusal.reason === "changed_meanwhile") return texts(lang).platform.changedMeanwhile;
  const say = words[refusal.reason as Refusal["reason"]] as (refusal: unknown) => string;
  return say(refusal);
}

/** The business said no: 422 with every reason; a stale version is 412. */
export function refusedProblem<Refusal extends RefusalBase>(
  refusals: readonly (Refusal | { reason: "changed_meanwhile"; at?: string })[],
  words: RefusedWords<Refusal>,
  lang: Lang,
): Response {
  const errors = refusals.map((refusal) => ({
    pointer: refusal.at,
    code: refusal.reason,
    detail: wordsOf(refusal, words, lang),
  }));
  const [first] = errors;
  const status = first?.code === "changed_meanwhile" ? 412 : 422;
  return problem(status, first?.code ?? "refused", first?.detail ?? "", errors);
}

export function inputProblem({ issues }: BadInput, lang: Lang): Response {
  const errors = issues.flatMap((issue) =>
    fieldsOf(issue).map((path) => ({
      pointer: "/" + path.map(String).join("/"),
      code: issue.code === "custom" ? issue.message : issue.code ?? "invalid",
      detail: issueWords(issue, lang),
    }))
  );
  return problem(422, "bad_input", texts(lang).platform.badInput, errors);
}

/** A field nobody knows is named itself, not the object it stands in. */
function fieldsOf(issue: BadInput["issues"][number]): PropertyKey[][] {
  return issue.code === "unrecognized_keys"
    ? issue.keys.map((key) => [...issue.path, key])
    : [issue.path];
}

export function json(value: unknown, status = 200, headers: HeadersInit = {}): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { ...headers, "content-type": "application/json; charset=utf-8" },
  });
}
