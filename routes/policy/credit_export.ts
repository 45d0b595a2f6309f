import { pageCredits } from "~/db/policy/credit_list.ts";
import type { CreditRow } from "~/domain/policy/read_models.ts";
import { amountText } from "~/domain/policy/price/price_text.ts";
import { allPages, type CsvColumn, csvFile } from "~/routes/_entry/csv.ts";
import { route } from "~/routes/_entry/route.ts";
import { named } from "~/views/_kit/named.ts";
import type { Lang } from "~/views/_kit/text.ts";
import { freeMinor } from "~/views/policy/credit_list_page.tsx";
import { policyWords } from "~/views/policy/text.ts";
import { CreditsQuery, keyText, readKey } from "./credits.tsx";

const exportRows = 500;

function columns(lang: Lang): CsvColumn<CreditRow>[] {
  const { modes } = policyWords(lang).credit;
  const amount = (zh: string, en: string, minorOf: (row: CreditRow) => number) => ({
    head: { zh, en },
    cell: (row: CreditRow) => Number(amountText(minorOf(row), row.currency)),
  });
  return [
    { head: { zh: "编码", en: "Code" }, cell: ({ dealer }) => dealer },
    { head: { zh: "经销商", en: "Dealer" }, cell: (row) => named(row, lang) },
    { head: { zh: "币种", en: "Currency" }, cell: ({ currency }) => currency },
    amount("额度", "Limit", (row) => row.limitMinor),
    amount("在途订单", "Open orders", (row) => row.openOrderMinor),
    amount("应收", "Receivable", (row) => row.receivableMinor),
    amount("逾期", "Overdue", (row) => row.overdueMinor),
    amount("可用", "Free", freeMinor),
    { head: { zh: "账期/天", en: "Term in days" }, cell: ({ termDays }) => termDays },
    { head: { zh: "超额时", en: "Over the limit" }, cell: ({ overLimit }) => modes[overLimit] },
    { head: { zh: "逾期时", en: "When overdue" }, cell: ({ overdue }) => modes[overdue] },
  ];
}

export const creditExport = route({
  method: "GET",
  path: "/credit/export",
  resource: "credit",
  action: "export",
  query: CreditsQuery,
  handle: (ctx) =>
    csvFile(ctx, {
      name: "credit",
      columns: columns(ctx.lang),
      rows: allPages(
        (after) =>
          pageCredits(ctx.reader, { ...ctx.query, after: readKey(after), limit: exportRows }),
        keyText,
      ),
    }),
});
