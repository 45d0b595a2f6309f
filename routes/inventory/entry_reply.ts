import type { Reply } from "~/db/_engine/idempotency.ts";
import type { StockEntriesPosted } from "~/domain/inventory/events.ts";
import type { ReservationVoided } from "~/domain/inventory/reservation_events.ts";

type Line = { node: string; sku: string };

/** What was posted, in base units: a count says what it changed. */
export function entryReply(
  events: readonly (StockEntriesPosted | ReservationVoided)[],
  lines: readonly Line[],
): Reply {
  const posted = events.find((event) => event.type === "StockEntriesPosted")!;
  const { number, kind, reason } = posted;
  const body = {
    number,
    kind,
    reason,
    lines: posted.lines.map(({ lineNo, quantity }) => ({
      lineNo,
      node: lines[lineNo - 1]!.node,
      sku: lines[lineNo - 1]!.sku,
      change: quantity,
    })),
  };
  return { status: 201, body: JSON.stringify(body) };
}
