import type { Names } from "./names.ts";

export function domainFiles(names: Names): Record<string, string> {
  const { center: c } = names;
  return {
    [`domain/${c}/${c}.ts`]: noun(names),
    [`domain/${c}/events.ts`]: events(names),
    [`domain/${c}/open_${c}.ts`]: openDecision(names),
    [`domain/${c}/close_${c}.ts`]: closeDecision(names),
    [`domain/${c}/close_${c}_test.ts`]: decisionTest(names),
  };
}

const noun = ({ type }: Names) =>
  `import type { Id } from "../_kernel/id.ts";
import type { Instant } from "../_kernel/period.ts";

export type ${type}Id = Id<"${type}">;

/** Open until somebody closes it; what is closed stays closed. */
export type ${type} =
  & { id: ${type}Id; title: string; version: number }
  & ({ status: "open" } | { status: "closed"; closedAt: Instant });
`;

const events = ({ center, type }: Names) =>
  `import type { ${type}Id } from "./${center}.ts";

export type ${type}Opened = { type: "${type}Opened"; subject: ${type}Id; title: string };

export type ${type}Closed = {
  type: "${type}Closed";
  subject: ${type}Id;
  version: number;
  because: string;
};

export type ${type}CenterEvent = ${type}Opened | ${type}Closed;
`;

const openDecision = ({ center, type }: Names) =>
  `import type { By } from "../_kernel/by.ts";
import { accept, type Decision } from "../_kernel/decision.ts";
import type { ${type}Opened } from "./events.ts";
import type { ${type}Id } from "./${center}.ts";

export function open${type}(title: string, by: By): Decision<${type}Opened, never> {
  return accept({ type: "${type}Opened", subject: by.newId() as ${type}Id, title });
}
`;

const closeDecision = ({ center, type }: Names) =>
  `import { accept, type Decision, refuse } from "../_kernel/decision.ts";
import type { Instant } from "../_kernel/period.ts";
import type { ${type}Closed } from "./events.ts";
import type { ${type} } from "./${center}.ts";

export type Close${type} = { version: number; because: string };

export type Close${type}Refusal =
  | { reason: "already_closed"; closedAt: Instant; at?: string }
  | { reason: "changed_meanwhile"; at?: string };

export function close${type}(
  ${center}: ${type},
  { version, because }: Close${type},
): Decision<${type}Closed, Close${type}Refusal> {
  switch (${center}.status) {
    case "closed":
      return refuse({ reason: "already_closed", closedAt: ${center}.closedAt });
    case "open":
      if (${center}.version !== version) return refuse({ reason: "changed_meanwhile" });
      return accept({ type: "${type}Closed", subject: ${center}.id, version: version + 1, because });
  }
}
`;

const decisionTest = ({ center, type }: Names) =>
  `import { strict as assert } from "node:assert";
import { close${type} } from "./close_${center}.ts";
import type { ${type}, ${type}Id } from "./${center}.ts";

const id = "X" as ${type}Id;
const open: ${type} = { id, title: "样例", version: 1, status: "open" };
const closedAt = "2026-03-02T02:00:00.000Z";

Deno.test("close${type}() closes what is open, at the version that was seen", () => {
  assert.deepEqual(close${type}(open, { version: 1, because: "done" }).events, [
    { type: "${type}Closed", subject: id, version: 2, because: "done" },
  ]);
  assert.equal(close${type}(open, { version: 7, because: "" }).refusals?.[0].reason, "changed_meanwhile");
});

Deno.test("close${type}() refuses what is closed, and says since when", () => {
  const closed: ${type} = { id, title: "样例", version: 2, status: "closed", closedAt };
  assert.deepEqual(close${type}(closed, { version: 2, because: "" }).refusals, [
    { reason: "already_closed", closedAt },
  ]);
});
`;
