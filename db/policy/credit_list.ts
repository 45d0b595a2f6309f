import { sql } from "kysely";
import { prepared } from "~/db/_engine/prepared.ts";
import { among, type Reader } from "~/db/_engine/reader.ts";
import { searchTerms } from "~/db/_search/search_words.ts";
import { dayOf } from "~/domain/_kernel/period.ts";
import type { CreditMode } from "~/domain/policy/credit/use_credit.ts";
import type { CreditMovementRow, CreditRow } from "~/domain/policy/read_models.ts";

export type CreditView = "all" | "over" | "overdue";
export type CreditFilter = { q?: string; view?: CreditView; dealer?: string; currency?: string };
type Key = { dealer: string; currency: string };

type Params = Key & {
  terms: readonly string[];
  view: string;
  today: string;
  one: string;
  only: string;
  limit: number;
};

const build = (direction: "asc" | "desc") =>
  prepared((reader, p: Params) => {
    const overdue = sql<number>`(select coalesce(sum(open_minor), 0) from open_item
      where open_item.dealer_id = credit_account.dealer_id and open_minor > 0
      and open_item.currency = credit_account.currency and due_on < ${p.today})`;
    return reader.from("credit_account")
      .innerJoin("partner", "partner.id", "credit_account.dealer_id")
      .select([
        "credit_account.id",
        "partner.code as dealer",
        "partner.name_zh as nameZh",
        "partner.name_en as nameEn",
        "credit_account.currency",
        "credit_account.limit_minor as limitMinor",
        "credit_account.open_order_minor as openOrderMinor",
        "credit_account.receivable_minor as receivableMinor",
        overdue.as("overdueMinor"),
        "credit_account.term_days as termDays",
        "credit_account.over_limit as overLimit",
        "credit_account.overdue",
        "credit_account.version",
      ])
      .where(sql<boolean>`(partner.code, credit_account.currency)
        ${direction === "asc" ? sql`>` : sql`<`} (${p.dealer}, ${p.currency})`)
      .where(sql<boolean>`(${p.one} = '' or partner.code = ${p.one})`)
      .where(sql<boolean>`(${p.only} = '' or credit_account.currency = ${p.only})`)
      .where(sql<boolean>`not exists (select 1 from ${among(p.terms)} as term
        where instr(partner.search, term.value) = 0)`)
      .where(
        sql<boolean>`(${p.view} <> 'over' or open_order_minor + receivable_minor > limit_minor)`,
      )
      .where(sql<boolean>`(${p.view} <> 'overdue' or ${overdue} > 0)`)
      .orderBy("partner.code", direction).orderBy("credit_account.currency", direction)
      .limit(sql<number>`${p.limit}`);
  });

const onward = build("asc");
const backward = build("desc");

/** Credit accounts by dealer code and currency, from after or before one on. */
export function pageCredits(
  reader: Reader,
  { q = "", view = "all", dealer = "", currency = "", after, before, limit }: CreditFilter & {
    after?: Key;
    before?: Key;
    limit: number;
  },
): CreditRow[] {
  const filter = { terms: searchTerms(q), view, today: dayOf(reader.now), one: dealer };
  const params = { ...filter, only: currency, limit };
  const rows = before === undefined
    ? onward(reader, { ...params, ...(after ?? { dealer: "", currency: "" }) })
    : backward(reader, { ...params, ...before }).reverse();
  return rows.map((row) => ({
    ...row,
    overLimit: row.overLimit as CreditMode,
    overdue: row.overdue as CreditMode,
  }));
}

const entries = prepared((reader, p: { accountId: string; before: number; limit: number }) =>
  reader.from("credit_entry")
    .select([
      "id",
      "at",
      "kind",
      "document",
      "open_order_minor as openOrderMinor",
      "receivable_minor as receivableMinor",
    ])
    .where("account_id", "=", p.accountId).where("id", "<", p.before)
    .orderBy("id", "desc").limit(sql<number>`${p.limit}`)
);

/** Every movement of an account, newest first, from before an entry on. */
export function listCreditMovements(
  reader: Reader,
  { accountId, before = Number.MAX_SAFE_INTEGER, limit }: {
    accountId: string;
    before?: number;
    limit: number;
  },
): CreditMovementRow[] {
  return entries(reader, { accountId, before, limit }).map((row) => ({
    ...row,
    kind: row.kind as CreditMovementRow["kind"],
  }));
}
