import { found } from "~/db/_engine/not_found.ts";
import { prepared } from "~/db/_engine/prepared.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import {
  loadDueReservations,
  loadHeld,
  loadPins,
  loadPoolBalances,
} from "~/db/inventory/reservations.ts";
import type { CreditAccountId, OrderId } from "~/domain/_kernel/id.ts";
import type { CancelFacts } from "~/domain/order/cancel_order.ts";
import type { ApprovalFacts } from "~/domain/order/decide_approval.ts";
import { loadOrder, loadSkuCodes } from "./orders.ts";

const accountOf = prepared((reader, p: { dealerId: string; currency: string }) =>
  reader.from("credit_account").select(["id", "term_days"])
    .where("dealer_id", "=", p.dealerId).where("currency", "=", p.currency)
);

/** The account an order uses; it was there when the order was placed. */
export function creditAccountOf(
  reader: Reader,
  { dealerId, currency }: { dealerId: string; currency: string },
): { accountId: CreditAccountId; termDays: number } {
  const system = reader.asSystem("an order moves its own credit account");
  const row = found(accountOf(system, { dealerId, currency })[0], "credit account");
  return { accountId: row.id as CreditAccountId, termDays: row.term_days };
}

export function loadApprovalFacts(reader: Reader, id: OrderId): ApprovalFacts {
  const order = loadOrder(reader, id);
  const skuIds = order.lines.map(({ skuId }) => skuId);
  return {
    order,
    creditAccountId: creditAccountOf(reader, order).accountId,
    held: loadHeld(reader, id),
    balances: loadPoolBalances(reader, order.poolId, skuIds),
    due: loadDueReservations(reader, order.poolId, skuIds),
    skuCodes: loadSkuCodes(reader, order.lines),
  };
}

export function loadCancelFacts(reader: Reader, id: OrderId): CancelFacts {
  const order = loadOrder(reader, id);
  return {
    order,
    creditAccountId: creditAccountOf(reader, order).accountId,
    held: loadHeld(reader, id),
    pins: loadPins(reader, id),
  };
}
