import { accept, type Decision, refuse } from "../_kernel/decision.ts";
import type { CreditAccountId, SkuId } from "../_kernel/id.ts";
import type { PinsVoided, ReservationVoided } from "../inventory/reservation_events.ts";
import type { CreditMoved } from "../policy/events.ts";
import type { OrderCancelled } from "./events.ts";
import { releaseCredit, voidReservation } from "./give_back.ts";
import { type Buckets, fulfilmentOf, type Order, type OrderLine, stageOf } from "./order.ts";
import { takes, type WrongStage } from "./transitions.ts";

export type CancelOrder = { version: number; because: string; mayAfterRelease: boolean };

export type CancelFacts = {
  order: Order;
  creditAccountId: CreditAccountId;
  held: readonly { skuId: SkuId; quantity: number }[];
  pins: PinsVoided["pins"];
};

export type CancelOrderRefusal =
  | WrongStage
  | { reason: "changed_meanwhile"; at?: string }
  | { reason: "already_picking"; at?: string };

/**
 * Before release the whole order is given up. Afterwards only we may stop it, and only what has not
 * shipped: stock, pins and credit of that part are free in the same commit.
 */
export function cancelOrder(
  { version, because, mayAfterRelease }: CancelOrder,
  { order, creditAccountId, held, pins }: CancelFacts,
): Decision<OrderCancelled | ReservationVoided | PinsVoided | CreditMoved, CancelOrderRefusal> {
  const stage = stageOf(order);
  if (!takes("cancel", stage)) return refuse({ reason: "wrong_stage", command: "cancel", stage });
  if (order.version !== version) return refuse({ reason: "changed_meanwhile" });
  const picking = order.lines.some(({ released }) => released > 0);
  if (picking && !mayAfterRelease) return refuse({ reason: "already_picking" });
  const whole = order.lines.every(({ shipped, delivered }) => shipped + delivered === 0);
  const cancelled: OrderCancelled = {
    type: "OrderCancelled",
    subject: order.id,
    version: order.version + 1,
    whole,
    because,
    fulfilment: whole ? "none" : fulfilmentOf("confirmed", order.lines.map(withoutRest), false),
    lines: order.lines.map(({ lineNo, open, allocated, released }) => ({
      lineNo,
      open,
      allocated,
      released,
    })),
  };
  return accept<OrderCancelled | ReservationVoided | PinsVoided | CreditMoved>(
    cancelled,
    ...(pins.length > 0 ? [{ type: "PinsVoided" as const, subject: order.id, pins }] : []),
    ...voidReservation(order, held, "cancelled"),
    ...releaseCredit(order, creditAccountId),
  );
}

function withoutRest(line: OrderLine): Buckets {
  const { open, allocated, released, shipped, delivered, cancelled } = line;
  return {
    open: 0,
    allocated: 0,
    released: 0,
    shipped,
    delivered,
    cancelled: cancelled + open + allocated + released,
  };
}
