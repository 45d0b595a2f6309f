import { sql } from "kysely";
import { prepared } from "~/db/_engine/prepared.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import type { CreditAccountId } from "~/domain/_kernel/id.ts";
import { dayOf } from "~/domain/_kernel/period.ts";
import type { CreditAccount, CreditMode } from "~/domain/policy/credit/use_credit.ts";
import type { CreditMoved } from "~/domain/policy/events.ts";
import type { Writers } from "~/db/writers.ts";

const accountRow = prepared((reader, p: { dealerId: string; currency: string }) =>
  reader.from("credit_account").selectAll()
    .where("dealer_id", "=", p.dealerId).where("currency", "=", p.currency)
);

const overdueSum = prepared((reader, p: { dealerId: string; currency: string; today: string }) =>
  reader.from("open_item").select((eb) => eb.fn.sum<number | null>("open_minor").as("minor"))
    .where("dealer_id", "=", p.dealerId).where("open_minor", ">", sql.lit(0))
    .where("due_on", "<", p.today).where("currency", "=", p.currency)
);

/** The dealer's account in a currency, with what is overdue today; null where none was granted. */
export function loadCreditAccount(
  facts: Reader,
  { dealerId, currency }: { dealerId: string; currency: string },
): CreditAccount | null {
  const [row] = accountRow(facts, { dealerId, currency });
  if (!row) return null;
  const [overdue] = overdueSum(facts, { dealerId, currency, today: dayOf(facts.now) });
  return {
    id: row.id as CreditAccountId,
    currency: row.currency,
    limitMinor: row.limit_minor,
    termDays: row.term_days,
    overLimit: row.over_limit as CreditMode,
    overdue: row.overdue as CreditMode,
    openOrderMinor: row.open_order_minor,
    receivableMinor: row.receivable_minor,
    overdueMinor: overdue?.minor ?? 0,
  };
}

export const creditMovementWriters = {
  CreditMoved(tx, event, by) {
    const { accountId, openOrderMinor, receivableMinor } = event;
    tx.insert("credit_entry", {
      account_id: accountId,
      at: by.at,
      kind: event.kind,
      order_id: event.orderId,
      document: event.document,
      open_order_minor: openOrderMinor,
      receivable_minor: receivableMinor,
      effect_key: event.effectKey,
    });
    tx.raise("credit_account", { id: accountId }, {
      open_order_minor: openOrderMinor,
      receivable_minor: receivableMinor,
    });
  },
} satisfies Writers<CreditMoved>;
