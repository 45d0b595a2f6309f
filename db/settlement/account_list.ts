import { sql } from "kysely";
import type { Reader } from "~/db/_engine/reader.ts";
import { cappedCount } from "~/db/_search/capped_count.ts";
import { keyOf, type PagedRows, type RowPage, rowPage } from "~/db/_search/row_page.ts";
import { searchTerms } from "~/db/_search/search_words.ts";
import { buyerKinds } from "~/domain/channel/partner.ts";
import type { Day } from "~/domain/_kernel/period.ts";
import type { AccountRow } from "~/domain/settlement/read_models.ts";

export const accountViews = ["owing", "overdue", "over_limit", "all"] as const;
export type AccountView = typeof accountViews[number];

export type AccountFilter = {
  view: AccountView;
  q?: string;
  organisation?: string;
  /** What is due before this day is overdue. */
  today: Day;
};

const columns = ["p.code", "c.currency"];
const isOverdue = (today: Day) =>
  sql<
    boolean
  >`exists (select 1 from open_item i where i.dealer_id = p.id and i.currency = c.currency
    and i.open_minor > 0 and i.due_on < ${today})`;
const oldestDue = sql<string | null>`(select min(due_on) from open_item i where i.dealer_id = p.id
  and i.currency = c.currency and i.open_minor > 0)`;
const overdueMinor = (today: Day) =>
  sql<number>`(select coalesce(sum(open_minor), 0) from open_item i where i.dealer_id = p.id
    and i.currency = c.currency and i.open_minor > 0 and i.due_on < ${today})`;

function filtered(reader: Reader, { view, q, organisation, today }: AccountFilter) {
  let query = reader.from("partner as p").innerJoin("credit_account as c", "c.dealer_id", "p.id")
    .where("p.kind", "in", buyerKinds);
  if (view === "owing") query = query.where("c.receivable_minor", "<>", 0);
  if (view === "overdue") query = query.where(isOverdue(today));
  if (view === "over_limit") {
    query = query.where(sql<boolean>`c.open_order_minor + c.receivable_minor > c.limit_minor`);
  }
  if (organisation) {
    const own = reader.from("organisation").select("id").where("code", "=", organisation);
    query = query.where("p.organisation_id", "in", own);
  }
  for (const term of searchTerms(q ?? "")) {
    query = query.where(sql<boolean>`instr(p.search, ${term}) > 0`);
  }
  return query;
}

/** What each dealer owes and may still order for, by code. */
export function listAccounts(
  reader: Reader,
  filter: AccountFilter,
  page: RowPage,
): PagedRows<AccountRow> {
  const query = filtered(reader, filter).select([
    keyOf(...columns),
    "p.code as dealer",
    "p.name_zh as nameZh",
    "p.name_en as nameEn",
    "c.currency",
    "c.limit_minor as limitMinor",
    "c.open_order_minor as openOrderMinor",
    "c.receivable_minor as receivableMinor",
    overdueMinor(filter.today).as("overdueMinor"),
    oldestDue.as("oldestDueOn"),
  ]);
  return rowPage(reader, query, { columns, direction: "asc", page });
}

export function countAccounts(reader: Reader, filter: AccountFilter): Promise<number> {
  return cappedCount(filtered(reader, filter).select("c.id"));
}
