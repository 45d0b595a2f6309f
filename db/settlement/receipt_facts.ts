import { sql } from "kysely";
import { found } from "~/db/_engine/not_found.ts";
import { nextNumber } from "~/db/_engine/number_series.ts";
import { prepared } from "~/db/_engine/prepared.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import { buyerKinds } from "~/domain/channel/partner.ts";
import type { CreditAccountId, OrderId, PartnerId } from "~/domain/_kernel/id.ts";
import type { OpenItemId } from "~/domain/settlement/events.ts";
import type { ReceiptFacts } from "~/domain/settlement/record_receipt.ts";

const dealerByCode = prepared((reader, p: { code: string }) =>
  reader.from("partner").select(["id", "settles"]).where("kind", "in", buyerKinds).where(
    "code",
    "=",
    p.code,
  )
);
const accountOf = prepared((reader, p: { dealerId: string; currency: string }) =>
  reader.from("credit_account").select("id")
    .where("dealer_id", "=", p.dealerId).where("currency", "=", p.currency)
);
const openItems = prepared((reader, p: { dealerId: string; currency: string }) =>
  reader.from("open_item").select(["id", "order_id", "open_minor", "due_on"])
    .where("dealer_id", "=", p.dealerId).where("currency", "=", p.currency)
    .where("open_minor", ">", sql.lit(0)).orderBy("due_on").orderBy("id")
);
const referenceOf = prepared((reader, p: { dealerId: string; reference: string }) =>
  reader.from("receipt").select("number")
    .where("dealer_id", "=", p.dealerId).where("reference", "=", p.reference)
);
const openOfOrder = prepared((reader, p: { orderId: string }) =>
  reader.from("open_item").select((eb) => eb.fn.sum<number | null>("open_minor").as("minor"))
    .where("order_id", "=", p.orderId)
);

export function loadReceiptFacts(
  reader: Reader,
  { dealer, currency, reference }: { dealer: string; currency: string; reference: string },
): ReceiptFacts {
  const { id: dealerId, settles } = found(dealerByCode(reader, { code: dealer })[0], "dealer");
  const system = reader.asSystem("the open items of a dealer in sight");
  return {
    dealerId: dealerId as PartnerId,
    dealer,
    settles: settles === 1,
    creditAccountId: (accountOf(system, { dealerId, currency })[0]?.id ?? null) as
      | CreditAccountId
      | null,
    receiptNumber: nextNumber(reader, "RC"),
    journalNumber: nextNumber(reader, "JV"),
    openItems: openItems(system, { dealerId, currency }).map((row) => ({
      id: row.id as OpenItemId,
      orderId: row.order_id as OrderId,
      openMinor: row.open_minor,
      dueOn: row.due_on,
    })),
    referenceUsedBy: reference === ""
      ? null
      : referenceOf(system, { dealerId, reference })[0]?.number ?? null,
  };
}

/** What of an order is still unpaid. */
export function openMinorOf(reader: Reader, orderId: OrderId): number {
  return openOfOrder(reader, { orderId })[0]?.minor ?? 0;
}
