import { dealerCode, loadAccountBalance } from "~/db/settlement/account_page.ts";
import { countAccounts } from "~/db/settlement/account_list.ts";
import { loadPadDealer } from "~/db/order/drafts.ts";
import { dayOf } from "~/domain/_kernel/period.ts";
import type { HomeCtx, HomePart } from "~/routes/_entry/home_part.ts";
import { cappedCount } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import type { TodoLink } from "~/views/_kit/rows.tsx";
import { CreditSheet } from "~/views/order/home_sheets.tsx";
import { homeWords } from "~/views/order/home_text.ts";

async function overdue(ctx: HomeCtx): Promise<TodoLink[]> {
  const t = homeWords(ctx.lang);
  const filter = { view: "overdue" as const, today: dayOf(ctx.now) };
  const count = await countAccounts(ctx.readerFor("account", "read"), filter);
  if (count === 0) return [];
  const href = paths.accounts({ view: "overdue" });
  return [{ href, label: t.overdue(cappedCount(count)), note: t.overdueWhy, value: t.look }];
}

function credit(ctx: HomeCtx) {
  const { dealerId } = ctx.principal;
  if (dealerId === null) return null;
  const reader = ctx.readerFor("account", "read");
  const { currency } = loadPadDealer(reader, { id: dealerId });
  const balance = loadAccountBalance(reader, { dealerId, currency }, dayOf(ctx.now));
  if (!balance.credit) return null;
  const { limitMinor, openOrderMinor, receivableMinor } = balance.credit;
  return (
    <CreditSheet
      limitMinor={limitMinor}
      usedMinor={openOrderMinor + receivableMinor}
      overdueMinor={balance.overdueMinor}
      currency={currency}
      accountHref={paths.account(dealerCode(reader, dealerId))}
      lang={ctx.lang}
    />
  );
}

export const settlementHome: HomePart[] = [
  { kind: "todo", side: "staff", resource: "receipt", action: "record", links: overdue },
  { kind: "facts", side: "dealer", resource: "account", action: "read", sheet: credit },
];
