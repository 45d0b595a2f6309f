import type { Names } from "./names.ts";

export function routesFiles(names: Names): Record<string, string> {
  const { center: c } = names;
  return {
    [`routes/${c}/${c}.tsx`]: route(names),
    [`routes/${c}/mod.ts`]: contents(names),
    [`routes/${c}/${c}_test.ts`]: routeTest(names),
  };
}

const route = ({ center, type }: Names) =>
  `import { z } from "zod";
import { list${type}, load${type} } from "~/db/${center}/${center}_records.ts";
import { close${type} } from "~/domain/${center}/close_${center}.ts";
import { open${type} } from "~/domain/${center}/open_${center}.ts";
import { answer, goTo, html } from "~/routes/_entry/answer.ts";
import { route } from "~/routes/_entry/route.ts";
import { ${type}Page } from "~/views/${center}/${center}_page.tsx";

export const ${center}List = route({
  method: "GET",
  path: "/${center}",
  resource: "${center}",
  action: "read",
  handle: (ctx) => html(<${type}Page shell={ctx.shell} items={list${type}(ctx.reader)} />),
});

export const ${center}Opening = route({
  method: "POST",
  path: "/${center}",
  resource: "${center}",
  action: "edit",
  form: z.object({ title: z.string().trim().min(1).max(80) }),
  handle: async (ctx) => {
    await ctx.act({ load: () => ctx.form.title, decide: open${type} });
    return goTo(ctx, "/${center}");
  },
});

/** A closing is a thing one creates, not a verb in a URL. */
export const ${center}Closing = route({
  method: "POST",
  path: "/${center}/:id/closing",
  resource: "${center}",
  action: "edit",
  form: z.object({
    version: z.coerce.number().int(),
    because: z.string().trim().max(200).default(""),
  }),
  handle: async (ctx) => {
    const decision = await ctx.act({
      load: (facts) => load${type}(facts, ctx.params.id),
      decide: (${center}) => close${type}(${center}, ctx.form),
    });
    if (decision.ok) return goTo(ctx, "/${center}");
    const items = list${type}(ctx.reader);
    return answer(decision, <${type}Page shell={ctx.shell} items={items} refusals={decision.refusals} />);
  },
});
`;

const contents = ({ center }: Names) =>
  `import type { Route } from "~/routes/_entry/route.ts";
import { ${center}Closing, ${center}List, ${center}Opening } from "./${center}.tsx";

export const ${center}Routes: Route[] = [${center}List, ${center}Opening, ${center}Closing];
`;

const routeTest = ({ center, type }: Names) =>
  `import { strict as assert } from "node:assert";
import { testEngine } from "~/db/_engine/testing.ts";
import { list${type}, load${type} } from "~/db/${center}/${center}_records.ts";
import { writers } from "~/db/writers.ts";
import { close${type} } from "~/domain/${center}/close_${center}.ts";
import { open${type} } from "~/domain/${center}/open_${center}.ts";

Deno.test("a ${center} is opened, listed and closed once", async () => {
  await using engine = await testEngine({ writers });
  const unit = { action: "${center}.edit", author: engine.author, scope: { kind: "all" } as const };
  await engine.transact({ ...unit, load: () => "样例", decide: open${type} });
  const [item] = list${type}(engine.asSystem("the test looks"));
  const close = () =>
    engine.transact({
      ...unit,
      load: (facts) => load${type}(facts, item!.id),
      decide: (${center}) => close${type}(${center}, { version: 1, because: "done" }),
    });
  assert.equal((await close()).ok, true);
  assert.equal((await close()).refusals?.[0].reason, "already_closed");
  assert.deepEqual(engine.broken(), []);
});
`;
