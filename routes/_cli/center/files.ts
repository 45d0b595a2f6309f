import type { Names } from "./names.ts";

/** The new files of a center by path: a thing that is open or closed, with everything that belongs to it. */
export function filesOf(names: Names): Record<string, string> {
  const { center: c } = names;
  return {
    [`domain/${c}/${c}.ts`]: noun(names),
    [`domain/${c}/events.ts`]: events(names),
    [`domain/${c}/open_${c}.ts`]: openDecision(names),
    [`domain/${c}/close_${c}.ts`]: closeDecision(names),
    [`domain/${c}/close_${c}_test.ts`]: decisionTest(names),
    [`db/migrations/${names.migration}.sql`]: migration(names),
    [`db/${c}/${c}_records.ts`]: records(names),
    [`views/${c}/text.ts`]: text(names),
    [`views/${c}/${c}_page.tsx`]: page(names),
    [`routes/${c}/${c}.tsx`]: route(names),
    [`routes/${c}/mod.ts`]: contents(names),
    [`routes/${c}/${c}_test.ts`]: routeTest(names),
    [`jobs/${c}/notice_${c}.ts`]: listener(names),
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

const migration = ({ center }: Names) =>
  `-- The ${center} center: things that are open until they are closed.

create table ${center} (
  id text primary key,
  title text not null,
  status text not null check (status in ('open', 'closed')),
  closed_at text,
  because text not null default '',
  version integer not null,
  check ((status = 'closed') = (closed_at is not null))
) strict, without rowid;
`;

const records = ({ center, type }: Names) =>
  `import { found } from "~/db/_engine/not_found.ts";
import { prepared } from "~/db/_engine/prepared.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import type { Writers } from "~/db/writers.ts";
import type { ${type}CenterEvent } from "~/domain/${center}/events.ts";
import type { ${type}, ${type}Id } from "~/domain/${center}/${center}.ts";

const mostOnPage = 100;

const byId = prepared((reader, p: { id: string }) =>
  reader.from("${center}").selectAll().where("id", "=", p.id)
);
const newest = prepared((reader, _: Record<never, never>) =>
  reader.from("${center}").selectAll().orderBy("id", "desc").limit(mostOnPage)
);

export function load${type}(reader: Reader, id: string): ${type} {
  return ${center}Of(found(byId(reader, { id })[0], "${center}"));
}

export function list${type}(reader: Reader): ${type}[] {
  return newest(reader, {}).map(${center}Of);
}

function ${center}Of(row: ReturnType<typeof byId>[number]): ${type} {
  const { title, version, closed_at: closedAt } = row;
  const common = { id: row.id as ${type}Id, title, version };
  return closedAt === null
    ? { ...common, status: "open" }
    : { ...common, status: "closed", closedAt };
}

export const ${center}Writers = {
  ${type}Opened(tx, { subject, title }) {
    tx.insert("${center}", { id: subject, title, status: "open", version: 1 });
  },
  ${type}Closed(tx, { subject, version, because }, by) {
    tx.changeOne("${center}", { id: subject, version: version - 1 }, {
      status: "closed",
      closed_at: by.at,
      because,
      version,
    });
  },
} satisfies Writers<${type}CenterEvent>;
`;

const text = ({ center, type }: Names) =>
  `import type { Close${type}Refusal } from "~/domain/${center}/close_${center}.ts";
import { words } from "~/views/_kit/text.ts";

type Refused = { [R in Close${type}Refusal["reason"]]: (refusal: Extract<Close${type}Refusal, { reason: R }>) => string };

const refusedZh: Refused = {
  already_closed: ({ closedAt }) => \`\${closedAt.slice(0, 10)} 已经关了\`,
  changed_meanwhile: () => "你打开之后，别人刚改过",
};

const refusedEn: Refused = {
  already_closed: ({ closedAt }) => \`Closed already on \${closedAt.slice(0, 10)}\`,
  changed_meanwhile: () => "Somebody changed it after you opened it",
};

const zh = {
  refused: refusedZh,
  title: "新中心",
  none: "还没有记录",
  noneWhy: "在下面写一条，它就出现在这里。",
  name: "名称",
  because: "原因",
  open: "新建",
  close: "关闭",
  states: { open: "进行中", closed: "已关闭" },
};

const en: typeof zh = {
  refused: refusedEn,
  title: "${type}",
  none: "Nothing here yet",
  noneWhy: "Write one below and it shows here.",
  name: "Name",
  because: "Reason",
  open: "Add",
  close: "Close",
  states: { open: "Open", closed: "Closed" },
};

export const ${center}Words = words({ zh, en });
`;

const page = ({ center, type }: Names) =>
  `import type { Close${type}Refusal } from "~/domain/${center}/close_${center}.ts";
import type { ${type} } from "~/domain/${center}/${center}.ts";
import { Field, Guard } from "~/views/_kit/field.tsx";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Message } from "~/views/_kit/message.tsx";
import { path } from "~/views/_kit/paths.ts";
import { Head, In, Sheet, Stack } from "~/views/_kit/sheet.tsx";
import { Status } from "~/views/_kit/status.tsx";
import { VoidState } from "~/views/_kit/void_state.tsx";
import { ${center}Words } from "./text.ts";

type Props = { shell: Shell; items: ${type}[]; refusals?: readonly Close${type}Refusal[] };

export function ${type}Page({ shell, items, refusals = [] }: Props) {
  const t = ${center}Words(shell.lang);
  return (
    <Page {...shell} title={t.title}>
      <Head title={t.title} />
      <Stack>
        {refusals.map((refusal) => (
          <Message tone="bad" alert fact={t.refused[refusal.reason](refusal as never)} />
        ))}
        <Sheet label={t.title}>
          {items.length === 0 && <VoidState title={t.none}>{t.noneWhy}</VoidState>}
          {items.map((item) => <${type}Row item={item} lang={shell.lang} />)}
        </Sheet>
        <Sheet title={t.open}>
          <In>
            <form class="stack" method="post" action="/${center}">
              <Field label={t.name} name="title" required maxlength={80} />
              <button class="b go" type="submit">{t.open}</button>
            </form>
          </In>
        </Sheet>
      </Stack>
    </Page>
  );
}

function ${type}Row({ item, lang }: { item: ${type}; lang: Shell["lang"] }) {
  const t = ${center}Words(lang);
  return (
    <In>
      <p>
        <b>{item.title}</b>{" "}
        <Status stage={item.status === "open" ? "p2" : "p4"}>{t.states[item.status]}</Status>
      </p>
      {item.status === "open" && (
        <form class="or" method="post" action={path\`/${center}/\${item.id}/closing\`}>
          <Guard version={item.version} />
          <input class="box" name="because" aria-label={t.because} placeholder={t.because} />
          <button class="b" type="submit">{t.close}</button>
        </form>
      )}
    </In>
  );
}
`;

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
