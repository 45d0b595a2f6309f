import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { hx } from "~/views/_kit/hx.ts";
import { paths } from "~/views/_kit/paths.ts";
import { Todo, type TodoLink } from "~/views/_kit/rows.tsx";
import { Head, Sheet, Stack } from "~/views/_kit/sheet.tsx";
import type { Lang } from "~/views/_kit/text.ts";
import { kitWords } from "~/views/_kit/text.ts";
import { VoidState } from "~/views/_kit/void_state.tsx";
import { platformWords } from "./text.ts";

export type HitGroup = { title: string; hits: TodoLink[]; isMore: boolean };

type Results = {
  q: string;
  /** null: too little was typed to look for. */
  groups: HitGroup[] | null;
  lang: Lang;
};

export function SearchPage({ shell, q, groups }: { shell: Shell } & Omit<Results, "lang">) {
  const { lang } = shell;
  const t = platformWords(lang).search;
  return (
    <Page {...shell} title={q ? t.for(q) : t.title}>
      <Head title={t.title} sub={t.what} />
      <Stack>
        <Sheet label={t.title}>
          <form action={paths.search()} role="search" class="in">
            <div class="or">
              <input
                class="box"
                type="search"
                name="q"
                value={q}
                aria-label={kitWords(lang).findWhat}
                placeholder={kitWords(lang).findHint}
                autofocus={q === ""}
                data-search
                {...hx.get(paths.search(), {
                  target: "#found",
                  swap: "innerHTML",
                  trigger: { on: "input", changed: true, delayMs: 200 },
                })}
              />
              <button type="submit" class="b">{t.title}</button>
            </div>
          </form>
        </Sheet>
        <div id="found" class="stack found" aria-live="polite">
          <SearchResults {...{ q, groups, lang }} />
        </div>
      </Stack>
    </Page>
  );
}

/** The hits by kind; the dialog shows the same. */
export function SearchResults({ q, groups, lang }: Results) {
  const t = platformWords(lang).search;
  return (
    <>
      {groups === null && q !== "" && <p class="note">{t.tooShort}</p>}
      {groups?.length === 0 && (
        <Sheet label={t.nothing}>
          <VoidState title={t.nothing}>{t.nothingWhy}</VoidState>
        </Sheet>
      )}
      {groups?.map(({ title, hits, isMore }) => (
        <Sheet kind="todo" title={title} aside={isMore ? t.more : undefined}>
          <Todo links={hits} />
        </Sheet>
      ))}
    </>
  );
}
