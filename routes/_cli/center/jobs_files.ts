import type { Names } from "./names.ts";

export function jobsFiles(names: Names): Record<string, string> {
  const { center: c } = names;
  return {
    [`jobs/${c}/notice_${c}.ts`]: listener(names),
  };
}

const listener = ({ center, type }: Names) =>
  `import type { ${type}Closed } from "~/domain/${center}/events.ts";
import { accept, type Decision } from "~/domain/_kernel/decision.ts";
import { systemUser } from "~/domain/platform/system_user.ts";
import type { Handler } from "~/jobs/_engine/listen.ts";

/** What follows from a closing: a decision of its own, made once however often the event comes. */
export const notice${type}Closed: Handler<${type}Closed> = async (_event, { engine, once }) => {
  await engine.transact({
    action: "${center}.notice",
    author: systemUser,
    scope: { kind: "all" },
    once,
    load: () => null,
    decide: (): Decision<never, never> => accept(),
  });
};
`;
