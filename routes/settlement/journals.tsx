import { listJournals, loadJournal } from "~/db/settlement/journal_list.ts";
import { html } from "~/routes/_entry/answer.ts";
import { pageLinks, rowPageOf } from "~/routes/_entry/list_page.ts";
import { route } from "~/routes/_entry/route.ts";
import { paths } from "~/views/_kit/paths.ts";
import { JournalListPage, JournalPage } from "~/views/settlement/journal_pages.tsx";
import { JournalsQuery } from "./schema.ts";

export const journalList = route({
  method: "GET",
  path: "/journal",
  resource: "journal",
  action: "read",
  query: JournalsQuery,
  handle: (ctx) => {
    const { lang, now, reader, shell } = ctx;
    const { after: _after, before: _before, ...filter } = ctx.query;
    const page = listJournals(reader, filter, rowPageOf(ctx.query));
    return html(
      <JournalListPage
        shell={shell}
        reading={{ lang, now }}
        rows={page.rows}
        filter={filter}
        {...pageLinks(page, (key) => paths.journals({ ...filter, ...key }))}
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
