import {
  type AccountFilter,
  accountViews,
  countAccounts,
  listAccounts,
} from "~/db/settlement/account_list.ts";
import { dealerCode } from "~/db/settlement/account_page.ts";
import { listOrganisations } from "~/db/settlement/organisations.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import { dayOf } from "~/domain/_kernel/period.ts";
import { isStaff } from "~/domain/platform/principal.ts";
import type { AccountRow } from "~/domain/settlement/read_models.ts";
import { goTo, html } from "~/routes/_entry/answer.ts";
import { allPages, type CsvColumn, csvFile } from "~/routes/_entry/csv.ts";
import { pageLinks, rowPageOf } from "~/routes/_entry/list_page.ts";
import { route } from "~/routes/_entry/route.ts";
import { named, optionsOf } from "~/views/_kit/named.ts";
import { paths } from "~/views/_kit/paths.ts";
import type { Lang } from "~/views/_kit/text.ts";
import { AccountListPage } from "~/views/settlement/account_list_page.tsx";
import { decimalOf } from "./decimal.ts";
import { AccountsQuery } from "./schema.ts";

const exportRows = 500;

export const accountList = route({
  method: "GET",
  path: "/account",
  resource: "account",
  action: "read",
  query: AccountsQuery,
  handle: async (ctx) => {
    const { lang, now, reader, principal, shell } = ctx;
    if (!isStaff(principal)) {
      return goTo(ctx, paths.account(dealerCode(reader, principal.dealerId!)));
    }
    const { after: _after, before: _before, ...filter } = ctx.query;
    const asked = { ...filter, today: dayOf(now) };
    const page = listAccounts(reader, asked, rowPageOf(ctx.query));
    return html(
      <AccountListPage
        shell={shell}
        reading={{ lang, now }}
        rows={page.rows}
        filter={filter}
        counts={await countAll(reader, asked)}
        organisations={optionsOf(listOrganisations(reader), lang)}
        {...pageLinks(page, (key) => paths.accounts({ ...filter, ...key }))}
        may={{
          export: ctx.may("account", "export"),
          receipts: ctx.may("receipt", "read"),
          record: ctx.may("receipt", "record"),
          journals: ctx.may("journal", "read"),
        }}
      />,
    );
  },
});

async function countAll(reader: Reader, filter: AccountFilter) {
  const counted = await Promise.all(
    accountViews.map(async (view) => [view, await countAccounts(reader, { ...filter, view })]),
  );
  return Object.fromEntries(counted) as Partial<Record<AccountFilter["view"], number>>;
}

const columns = (lang: Lang): CsvColumn<AccountRow>[] => [
  { head: { zh: "编码", en: "Code" }, cell: ({ dealer }) => dealer },
  { head: { zh: "经销商", en: "Dealer" }, cell: (row) => named(row, lang) },
  { head: { zh: "币种", en: "Currency" }, cell: ({ currency }) => currency },
  { head: { zh: "额度", en: "Limit" }, cell: (row) => decimalOf(row.limitMinor, row.currency) },
  {
    head: { zh: "在途订单", en: "Open orders" },
    cell: (row) => decimalOf(row.openOrderMinor, row.currency),
  },
  {
    head: { zh: "应收", en: "Receivable" },
    cell: (row) => decimalOf(row.receivableMinor, row.currency),
  },
  { head: { zh: "逾期", en: "Overdue" }, cell: (row) => decimalOf(row.overdueMinor, row.currency) },
  { head: { zh: "最早到期", en: "Oldest due" }, cell: ({ oldestDueOn }) => oldestDueOn },
];

export const accountExport = route({
  method: "GET",
  path: "/account/export",
  resource: "account",
  action: "export",
  query: AccountsQuery,
  handle: (ctx) => {
    const { after: _after, before: _before, ...filter } = ctx.query;
    const asked = { ...filter, today: dayOf(ctx.now) };
    return csvFile(ctx, {
      name: "accounts",
      columns: columns(ctx.lang),
      rows: allPages(
        (after) => listAccounts(ctx.reader, asked, { after, limit: exportRows }).rows,
        ({ key }) => key,
      ),
    });
  },
});
