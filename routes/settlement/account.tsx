import {
  loadAccountBalance,
  loadAccountDealer,
  loadOpenItems,
} from "~/db/settlement/account_page.ts";
import { listReceipts } from "~/db/settlement/receipt_list.ts";
import { loadStatement } from "~/db/settlement/statement.ts";
import { type Day, dayOf, plusDays } from "~/domain/_kernel/period.ts";
import { isStaff } from "~/domain/platform/principal.ts";
import type { StatementEntry, StatementPeriod } from "~/domain/settlement/read_models.ts";
import { html } from "~/routes/_entry/answer.ts";
import { allPages, type CsvColumn, csvFile } from "~/routes/_entry/csv.ts";
import { route } from "~/routes/_entry/route.ts";
import type { Lang } from "~/views/_kit/text.ts";
import { AccountPage } from "~/views/settlement/account_page.tsx";
import { settlementWords } from "~/views/settlement/text.ts";
import { decimalOf } from "./decimal.ts";
import { AccountQuery } from "./schema.ts";

const daysShown = 90;
const receiptsShown = 8;

/** The days asked for; the last ninety where nothing sensible was. */
function periodOf(
  { from, to }: { from?: Day; to?: Day },
  today: Day,
): StatementPeriod & { isMended: boolean } {
  const last = to ?? today;
  const first = from ?? plusDays(last, 1 - daysShown);
  if (first <= last) return { from: first, to: last, isMended: false };
  return { from: plusDays(today, 1 - daysShown), to: today, isMended: true };
}

export const account = route({
  method: "GET",
  path: "/account/:dealer",
  resource: "account",
  action: "read",
  query: AccountQuery,
  handle: (ctx) => {
    const { lang, now, reader, params, query, shell, principal } = ctx;
    const dealer = loadAccountDealer(reader, params.dealer);
    const currency = query.currency ?? dealer.currency;
    const of = { dealerId: dealer.id, currency };
    const { isMended, ...period } = periodOf(query, dayOf(now));
    return html(
      <AccountPage
        shell={shell}
        reading={{ lang, now }}
        dealer={dealer}
        currency={currency}
        balance={loadAccountBalance(reader, of, dayOf(now))}
        items={loadOpenItems(reader, of)}
        statement={loadStatement(reader, of, period)}
        receipts={listReceipts(reader, { dealer: dealer.code }, { limit: receiptsShown }).rows}
        isPeriodMended={isMended}
        may={{
          list: isStaff(principal),
          export: ctx.may("account", "export"),
          record: ctx.may("receipt", "record"),
          receipts: ctx.may("receipt", "read"),
        }}
      />,
    );
  },
});

const columns = (lang: Lang, currency: string): CsvColumn<StatementEntry>[] => {
  const { kinds } = settlementWords(lang).account;
  return [
    { head: { zh: "日期", en: "Date" }, cell: ({ at }) => dayOf(at) },
    { head: { zh: "凭证", en: "Journal" }, cell: ({ journal }) => journal },
    { head: { zh: "类别", en: "Kind" }, cell: ({ kind }) => kinds[kind] },
    { head: { zh: "单据", en: "Document" }, cell: ({ document }) => document },
    { head: { zh: "摘要", en: "About" }, cell: ({ about }) => about },
    {
      head: { zh: "应收", en: "Charged" },
      cell: ({ amountMinor }) => amountMinor > 0 ? decimalOf(amountMinor, currency) : null,
    },
    {
      head: { zh: "收款", en: "Paid" },
      cell: ({ amountMinor }) => amountMinor < 0 ? decimalOf(-amountMinor, currency) : null,
    },
    {
      head: { zh: "余额", en: "Balance" },
      cell: ({ balanceMinor }) => decimalOf(balanceMinor, currency),
    },
  ];
};

export const statementExport = route({
  method: "GET",
  path: "/account/:dealer/export",
  resource: "account",
  action: "export",
  query: AccountQuery,
  handle: (ctx) => {
    const { lang, now, reader, params, query } = ctx;
    const dealer = loadAccountDealer(reader, params.dealer);
    const currency = query.currency ?? dealer.currency;
    const period = periodOf(query, dayOf(now));
    const { entries } = loadStatement(reader, { dealerId: dealer.id, currency }, period, Infinity);
    return csvFile(ctx, {
      name: `statement-${encodeURIComponent(dealer.code)}`,
      columns: columns(lang, currency),
      rows: allPages((after) => after ? [] : entries, ({ journal }) => journal),
    });
  },
});
