import type { By } from "~/domain/_kernel/by.ts";
import type { OrderId } from "~/domain/_kernel/id.ts";
import type { Tx } from "~/db/_engine/tx.ts";
import type { TimelineKind } from "~/domain/order/read_models.ts";

/** What happened to an order, with who, when and why. The next number is taken from the rows. */
export function note(
  tx: Tx,
  orderId: OrderId,
  by: By,
  { kind, reason = "", detail = {} }: { kind: TimelineKind; reason?: string; detail?: object },
): void {
  tx.run(
    "insert into order_event (order_id, seq, at, kind, user_id, user_name, on_behalf_of, reason, detail) " +
      "values (?, (select 1 + coalesce(max(seq), 0) from order_event where order_id = ?), ?, ?, ?, ?, ?, ?, ?)",
    [
      orderId,
      orderId,
      by.at,
      kind,
      by.userId,
      by.name,
      by.onBehalfOf,
      reason,
      JSON.stringify(detail),
    ],
  );
}
