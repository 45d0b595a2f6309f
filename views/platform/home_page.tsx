import type { Child } from "hono/jsx";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Todo, type TodoLink } from "~/views/_kit/rows.tsx";
import { Duo, Head, Sheet, Stack } from "~/views/_kit/sheet.tsx";
import { VoidState } from "~/views/_kit/void_state.tsx";
import { platformWords } from "./text.ts";

type Props = {
  shell: Shell;
  name: string;
  sub?: string;
  todo: TodoLink[];
  work: Child[];
  facts: Child[];
};

/** What waits for this person, then the work and the facts that the centers put here. */
export function HomePage({ shell, name, sub, todo, work, facts }: Props) {
  const t = platformWords(shell.lang).home;
  const waiting = <TodoSheet shell={shell} todo={todo} />;
  // What waits comes first; that nothing waits need not.
  const main = todo.length > 0 ? <>{waiting}{work}</> : <>{work}{waiting}</>;
  return (
    <Page {...shell} title={name}>
      <Head title={shell.side === "staff" ? t.staff(name) : name} sub={sub} />
      {facts.length > 0 ? <Duo aside={<>{facts}</>}>{main}</Duo> : <Stack>{main}</Stack>}
    </Page>
  );
}

function TodoSheet({ shell, todo }: { shell: Shell; todo: TodoLink[] }) {
  const t = platformWords(shell.lang).home;
  if (todo.length === 0) {
    return (
      <Sheet title={t.todo}>
        <VoidState title={t.nothing}>{t.nothingWhy}</VoidState>
      </Sheet>
    );
  }
  return (
    <Sheet kind="todo" title={t.todo} aside={t.count(todo.length)}>
      <Todo links={todo} />
    </Sheet>
  );
}
