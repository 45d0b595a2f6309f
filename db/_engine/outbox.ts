import { assert } from "~/domain/_kernel/assert.ts";
import type { Tx } from "./tx.ts";

export type EventBase = { type: string; subject: string };

/** More events than this in one unit would run into the ids of the next. */
const eventsInUnit = 4096;

/** One row an event, in the unit that caused it. The words stay in the audit row. */
export function appendOutbox(
  tx: Tx,
  auditSeq: number,
  events: readonly EventBase[],
  at: string,
): void {
  assert(events.length <= eventsInUnit, `a unit with ${events.length} events`);
  tx.insert(
    "outbox",
    events.map(({ type, subject }, position) => ({
      id: auditSeq * eventsInUnit + position,
      audit_seq: auditSeq,
      position,
      type,
      aggregate_id: subject,
      at,
    })),
  );
}
