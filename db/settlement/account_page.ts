import { sql } from "kysely";
import { found } from "~/db/_engine/not_found.ts";
import { prepared } from "~/db/_engine/prepared.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import { buyerKinds } from "~/domain/channel/partner.ts";
import type { PartnerId } from "~/domain/_kernel/id.ts";
import type { Day } from "~/domain/_kernel/period.ts";
import { type CreditAccount, type CreditMode } from "~/domain/policy/credit/use_credit.ts";
import type {
  AccountBalance,
  AccountDealer,
  OpenItemRow,
} from "~/domain/settlement/read_models.ts";

const dealerRow = prepared((reader, p: { code: string }) =>
  reader.from("partner").select([
    "id",
    "code",
    "name_zh as nameZh",
    "name_en as nameEn",
    "currency",
  ]).where("kind", "in", buyerKinds).where("code", "=", p.code)
);

/** The dealer an account is about, in the reader's sight. */
export function findAccountDealer(reader: Reader, code: string): AccountDealer | null {
  const [row] = dealerRow(reader, { code });
  return row ? { ...row, id: row.id as PartnerId } : null;
}

export function loadAccountDealer(reader: Reader, code: string): AccountDealer {
  return found(findAccountDealer(reader, code) ?? undefined, "dealer");
}

const dealerCodes = prepared((reader, p: { limit: number }) =>
  reader.from("partner").select(["code", "name_zh as nameZh", "name_en as nameEn"])
    .where("kind", "in", buyerKinds).where("settles", "=", 1).orderBy("code").limit(
      sql<number>`${p.limit}`,
    )
);

/** The first dealers in sight that pay by themselves: few enough to choose from, or one more than that. */
export function listDealers(reader: Reader, limit: number) {
  return dealerCodes(reader, { limit });
}

const ownCode = prepared((reader, p: { id: string }) =>
  reader.from("partner").select("code").where("id", "=", p.id)
);

export function dealerCode(reader: Reader, id: PartnerId): string {
  return found(ownCode(reader, { id })[0], "dealer").code;
}

const itemRows = prepared((reader, p: { dealerId: string; currency: string; limit: number }) =>
  reader.from("open_item as i").innerJoin("shipment as s", "s.id", "i.shipment_id")
    .innerJoin("sales_order as o", "o.id", "i.order_id")
    .select([
      "i.id",
      "s.number as shipment",
      "o.number as order",
      "i.posted_at as postedAt",
      "i.due_on as dueOn",
      "i.amount_minor as amountMinor",
      "i.open_minor as openMinor",
    ])
    .where("i.dealer_id", "=", p.dealerId).where("i.currency", "=", p.currency)
    .where("i.open_minor", ">", sql.lit(0)).orderBy("i.due_on").orderBy("i.id")
    .limit(sql<number>`${p.limit}`)
);

const mostOpenItems = 500;

type Account = { dealerId: PartnerId; currency: string };

/** What is not paid whole, oldest due first. */
export function loadOpenItems(reader: Reader, account: Account): OpenItemRow[] {
  return itemRows(reader, { ...account, limit: mostOpenItems });
}

const accountRow = prepared((reader, p: { dealerId: string; currency: string }) =>
  reader.from("credit_account").select([
    "id",
    "currency",
    "limit_minor as limitMinor",
    "term_days as termDays",
    "over_limit as overLimit",
    "overdue",
    "open_order_minor as openOrderMinor",
    "receivable_minor as receivableMinor",
  ]).where("dealer_id", "=", p.dealerId).where("currency", "=", p.currency)
);
const overdueSum = prepared((reader, p: { dealerId: string; currency: string; today: string }) =>
  reader.from("open_item").select((eb) => eb.fn.sum<number | null>("open_minor").as("minor"))
    .where("dealer_id", "=", p.dealerId).where("currency", "=", p.currency)
    .where("open_minor", ">", sql.lit(0)).where("due_on", "<", p.today)
);
const advanceSum = prepared((reader, p: { dealerId: string; currency: string }) =>
  reader.from("posting").select((eb) => eb.fn.sum<number | null>("amount_minor").as("minor"))
    .where("partner_id", "=", p.dealerId).where("currency", "=", p.currency)
    .where("account", "=", "advance")
);

export function loadAccountBalance(
  reader: Reader,
  account: Account,
  today: Day,
): AccountBalance {
  const [row] = accountRow(reader, account);
  return {
    credit: row
      ? {
        ...row,
        id: row.id as CreditAccount["id"],
        overLimit: row.overLimit as CreditMode,
        overdue: row.overdue as CreditMode,
      }
      : null,
    overdueMinor: overdueSum(reader, { ...account, today })[0]?.minor ?? 0,
    advanceMinor: -(advanceSum(reader, account)[0]?.minor ?? 0),
  };
}
