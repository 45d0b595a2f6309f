import type { By } from "../_kernel/by.ts";
import { accept, type Decision, refuse } from "../_kernel/decision.ts";
import type { CreditAccountId, SkuId } from "../_kernel/id.ts";
import {
  type Demand,
  type DueReservation,
  type PoolBalance,
  reserve,
  type Shortage,
} from "../inventory/reserve.ts";
import type {
  ReservationKept,
  ReservationVoided,
  StockReserved,
} from "../inventory/reservation_events.ts";
import type { CreditMoved } from "../policy/events.ts";
import type { ApprovalGiven, OrderConfirmed, OrderRejected } from "./events.ts";
import { releaseCredit, voidReservation } from "./give_back.ts";
import { type Gate, type Order, stageOf } from "./order.ts";
import { takes, type WrongStage } from "./transitions.ts";

export type DecideApproval = { gate: Gate; version: number; reason: string };

export type ApprovalFacts = {
  order: Order;
  creditAccountId: CreditAccountId;
  /** What the order still holds; empty once its reservation has expired. */
  held: readonly { skuId: SkuId; quantity: number }[];
  balances: readonly PoolBalance[];
  due: readonly DueReservation[];
  /** For words: the SKU behind an id. */
  skuCodes: ReadonlyMap<SkuId, string>;
};

export type ApprovalRefusal =
  | WrongStage
  | { reason: "other_gate"; gate: Gate; at?: string }
  | { reason: "placed_by_you"; at?: string }
  | { reason: "changed_meanwhile"; at?: string }
  | { reason: "stock_gone"; sku: string; needed: number; available: number; at?: string };

/** The order passes its gate; at the last one it is confirmed and what it reserved stays reserved. */
export function approveOrder(
  command: DecideApproval,
  facts: ApprovalFacts,
  by: By,
): Decision<
  ApprovalGiven | OrderConfirmed | ReservationKept | StockReserved | ReservationVoided,
  ApprovalRefusal
> {
  const { order } = facts;
  const barred = barredFrom("approve", command, order, by);
  if (barred) return refuse(barred);
  const { id: subject, version } = order;
  const next =
    order.approvals.find(({ gate, state }) => state === "waiting" && gate !== command.gate)?.gate ??
      null;
  const given: ApprovalGiven = {
    type: "ApprovalGiven",
    subject,
    version: version + 1,
    gate: command.gate,
    next,
    reason: command.reason,
  };
  if (next) return accept(given);
  const stock = keepStock(facts);
  const [short, ...more] = stock.shortages.map((shortage) => goneOf(shortage, facts.skuCodes));
  if (short) return refuse(short, ...more);
  return accept<
    ApprovalGiven | OrderConfirmed | ReservationKept | StockReserved | ReservationVoided
  >(
    given,
    ...stock.events,
    {
      type: "OrderConfirmed",
      subject,
      number: order.number,
      dealerId: order.dealerId,
      version: version + 2,
      atSubmit: false,
    },
  );
}

/** The order ends here; its stock and credit are free in the same commit. */
export function rejectOrder(
  command: DecideApproval,
  facts: ApprovalFacts,
  by: By,
): Decision<OrderRejected | ReservationVoided | CreditMoved, ApprovalRefusal> {
  const { order, held, creditAccountId } = facts;
  const barred = barredFrom("reject", command, order, by);
  if (barred) return refuse(barred);
  return accept<OrderRejected | ReservationVoided | CreditMoved>(
    {
      type: "OrderRejected",
      subject: order.id,
      version: order.version + 1,
      gate: command.gate,
      reason: command.reason,
    },
    ...voidReservation(order, held, "rejected"),
    ...releaseCredit(order, creditAccountId),
  );
}

function barredFrom(
  what: "approve" | "reject",
  { gate, version }: DecideApproval,
  order: Order,
  by: By,
): ApprovalRefusal | null {
  const stage = stageOf(order);
  if (!takes(what, stage)) return { reason: "wrong_stage", command: what, stage };
  if (order.version !== version) return { reason: "changed_meanwhile" };
  if (order.awaiting !== gate) return { reason: "other_gate", gate: order.awaiting! };
  // Whoever wrote the order must not be the one who waves it through.
  return what === "approve" && order.placedBy === by.userId ? { reason: "placed_by_you" } : null;
}

function keepStock({ order, held, balances, due }: ApprovalFacts): {
  shortages: Shortage[];
  events: (ReservationKept | StockReserved | ReservationVoided)[];
} {
  const demand: Demand[] = order.lines.map(({ skuId, open }) => ({ skuId, quantity: open }));
  const lapsed = due.find(({ orderId }) => orderId === order.id);
  if (held.length > 0 && !lapsed) {
    return { shortages: [], events: [{ type: "ReservationKept", subject: order.id }] };
  }
  return reserve({
    orderId: order.id,
    poolId: order.poolId,
    demand,
    balances,
    due,
    expiresAt: null,
    again: true,
  });
}

function goneOf(
  { skuId, needed, available }: Shortage,
  codes: ReadonlyMap<SkuId, string>,
): ApprovalRefusal {
  return { reason: "stock_gone", sku: codes.get(skuId) ?? skuId, needed, available };
}
