import type { z } from "zod";
import type { Lang } from "~/views/_kit/text.ts";
import { texts } from "~/views/text.ts";

/** What a schema found, in words a person can act on. */
export function issueWords(issue: z.core.$ZodIssue, lang: Lang): string {
  const t = texts(lang).platform.issues;
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? t.required
        : issue.expected === "int"
        ? t.whole
        : t.ofType[issue.expected as keyof typeof t.ofType] ?? t.wrongType;
    case "too_small":
      return issue.origin === "string"
        ? t.required
        : issue.origin === "array"
        ? t.tooFew(Number(issue.minimum))
        : t.atLeast(Number(issue.minimum));
    case "too_big":
      return issue.origin === "string"
        ? t.tooLong(Number(issue.maximum))
        : issue.origin === "array"
        ? t.tooMany(Number(issue.maximum))
        : t.atMost(Number(issue.maximum));
    case "invalid_value":
      return t.oneOf(issue.values.map(String).join(", "));
    case "unrecognized_keys":
      return t.unknownFields(issue.keys.join(", "));
    case "not_multiple_of":
      return t.whole;
    case "invalid_format":
    case "custom":
      return t.named[issue.message as keyof typeof t.named] ?? t.invalid;
    default:
      return t.invalid;
  }
}
