import type { Child } from "hono/jsx";
import { Filters, type FiltersProps, narrowingWords } from "./filters.tsx";
import { Page, type Shell } from "./layout.tsx";
import { Density, Pager, Tabs, type View } from "./list_parts.tsx";
import { Head, type HeadProps, Sheet } from "./sheet.tsx";
import { type Column, Table } from "./table.tsx";
import { kitWords, type Lang } from "./text.ts";
import { FilteredEmpty, VoidState } from "./void_state.tsx";

interface Narrowing extends Omit<FiltersProps, "density" | "lang"> {
  /** The view in words, where it leaves something out: 只看逾期. */
  view?: string | false;
  /** Where everything is seen again; the list's path when absent. */
  clearHref?: string;
  /** Whether the height of its rows can be chosen. */
  density?: boolean;
}

interface Empty {
  title: string;
  /** Why there is nothing, or when it comes. */
  why: Child;
  /** One way on. */
  actions?: Child;
}

interface ListPageProps<Row> {
  shell: Shell;
  title: string;
  /** What else the head holds; see `<Head>`. */
  head?: Omit<HeadProps, "title">;
  /** Said above the list. */
  message?: Child;
  /** What the list is called to whoever hears it, where that is not the title. */
  caption?: string;
  views?: View[];
  /** Absent for a list that is always short: nothing to search. */
  filters?: Narrowing;
  columns: Column<Row>[];
  rows: Row[];
  /** Under the table: how many there are, or how they are sorted. Absent: no pager. */
  note?: Child;
  newer?: string;
  older?: string;
  byCode?: boolean;
  /** Nothing here at all; what the filters have left out is said by the list itself. */
  empty: Empty;
}

/**
 * The page of a list: its head, its views and filters, the table and the pages beside it. A list
 * with no row says why: because of the filters in force, or because there is nothing yet.
 */
export function ListPage<Row>(props: ListPageProps<Row>) {
  const { shell, title, head, message, caption = title, views, filters, rows } = props;
  const { lang } = shell;
  return (
    <Page {...shell} title={title}>
      <Head {...head} title={title} />
      {message}
      <Sheet label={caption}>
        {views && <Tabs views={views} lang={lang} />}
        {filters && <Narrow filters={filters} shell={shell} />}
        {rows.length > 0
          ? <Rows {...props} caption={caption} />
          : <Nothing {...props} lang={lang} />}
      </Sheet>
    </Page>
  );
}

function Narrow({ filters, shell }: { filters: Narrowing; shell: Shell }) {
  const { here, rows, lang } = shell;
  const density = filters.density && <Density {...{ here, rows, lang }} />;
  return <Filters {...filters} density={density} lang={lang} />;
}

function Rows<Row>(props: ListPageProps<Row> & { caption: string }) {
  const { shell: { lang }, caption, columns, rows, note, newer, older, byCode } = props;
  return (
    <>
      <Table {...{ caption, columns, rows, lang }} />
      {note !== undefined && <Pager {...{ note, newer, older, byCode, lang }} />}
    </>
  );
}

function Nothing({ filters, empty, lang }: { filters?: Narrowing; empty: Empty; lang: Lang }) {
  const words = filters ? [filters.view, ...narrowingWords(filters, lang)].filter(Boolean) : [];
  if (filters && words.length > 0) {
    return (
      <FilteredEmpty
        filters={words.join(kitWords(lang).comma)}
        clearHref={filters.clearHref ?? filters.action}
        lang={lang}
      />
    );
  }
  return <VoidState title={empty.title} actions={empty.actions}>{empty.why}</VoidState>;
}
