import { listJournals } from "~/db/settlement/journal_list.ts";
import type { JournalRow } from "~/domain/settlement/read_models.ts";
import { allPages, type CsvColumn, csvFile } from "~/routes/_entry/csv.ts";
import { route } from "~/routes/_entry/route.ts";
import type { Lang } from "~/views/_kit/text.ts";
import { settlementWords } from "~/views/settlement/text.ts";
import { decimalOf } from "./decimal.ts";
import { JournalsQuery } from "./schema.ts";

const exportRows = 500;

const columns = (lang: Lang): CsvColumn<JournalRow>[] => {
  const { kinds } = settlementWords(lang).account;
  return [
    { head: { zh: "凭证号", en: "Journal" }, cell: ({ number }) => number },
    { head: { zh: "时间", en: "When" }, cell: ({ at }) => at },
    { head: { zh: "类别", en: "Kind" }, cell: ({ kind }) => kinds[kind] },
    { head: { zh: "单据", en: "Document" }, cell: ({ memo }) => memo },
    { head: { zh: "币种", en: "Currency" }, cell: ({ currency }) => currency },
    { head: { zh: "金额", en: "Amount" }, cell: (row) => decimalOf(row.amountMinor, row.currency) },
  ];
};

export const journalExport = route({
  method: "GET",
  path: "/journal/export",
  resource: "journal",
  action: "export",
  query: JournalsQuery,
  handle: (ctx) => {
    const { after: _after, before: _before, ...filter } = ctx.query;
    return csvFile(ctx, {
      name: "journals",
      columns: columns(ctx.lang),
      rows: allPages(
        (after) => listJournals(ctx.reader, filter, { after, limit: exportRows }).rows,
        ({ key }) => key,
      ),
    });
  },
});
