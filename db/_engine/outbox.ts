import type { Tx } from "./tx.ts";

export type EventBase = { type: string; subject: string };

/** One row an event, in the unit that caused it. The words stay in the audit row. */
export function appendOutbox(
  tx: Tx,
  auditSeq: number,
  events: readonly EventBase[],
  at: string,
): void {
  tx.insert(
    "outbox",
    events.map(({ type, subject }, position) => ({
      audit_seq: auditSeq,
      position,
      type,
      aggregate_id: subject,
      at,
    })),
  );
}
