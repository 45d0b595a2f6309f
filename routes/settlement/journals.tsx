import { listJournals, loadJournal } from "~/db/settlement/journal_list.ts";
import { html } from "~/routes/_entry/answer.ts";
import { route } from "~/routes/_entry/route.ts";
import { paths } from "~/views/_kit/paths.ts";
import { JournalListPage, JournalPage } from "~/views/settlement/journal_pages.tsx";
import { JournalsQuery } from "./schema.ts";

const pageRows = 50;

export const journalList = route({
  method: "GET",
  path: "/journal",
  resource: "journal",
  action: "read",
  query: JournalsQuery,
  handle: (ctx) => {
    const { lang, now, reader, shell } = ctx;
    const { after, before, ...filter } = ctx.query;
    const page = { after, before, limit: pageRows };
    const { rows, previous, next } = listJournals(reader, filter, page);
    return html(
      <JournalListPage
        shell={shell}
        reading={{ lang, now }}
        rows={rows}
        filter={filter}
        previous={previous ? paths.journals({ ...filter, before: previous }) : undefined}
        next={next ? paths.journals({ ...filter, after: next }) : undefined}
        mayExport={ctx.may("journal", "export")}
      />,
    );
  },
});

export const journal = route({
  method: "GET",
  path: "/journal/:number",
  resource: "journal",
  action: "read",
  handle: (ctx) => {
    const { lang, now, reader, params, shell } = ctx;
    const props = { shell, reading: { lang, now }, journal: loadJournal(reader, params.number) };
    return html(<JournalPage {...props} />);
  },
});
