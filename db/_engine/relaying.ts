import type { Instant } from "~/domain/_kernel/period.ts";
import type { Target } from "./dialect.ts";
import type { EventBase } from "./outbox.ts";
import type { Tx } from "./tx.ts";

/** An event that is not yet delivered to all its listeners. */
export type WaitingEvent = {
  id: number;
  audit_seq: number;
  position: number;
  type: string;
  aggregate_id: string;
  at: Instant;
  state: "pending" | "parked";
  attempts: number;
  next_at: Instant | null;
};

export type Fate = { state: "pending" | "parked"; attempts: number; next_at: Instant | null };

/** The next events in the order they happened, after the one with this id. */
export function waitingEvents(read: Target, after: number, limit: number): WaitingEvent[] {
  return read.all<WaitingEvent>(
    `select id, audit_seq, position, type, aggregate_id, at, state, attempts, next_at
     from outbox where state <> 'done' and id > ? order by id limit ?`,
    [after, limit],
  );
}

/** The words of an event stand in the audit row of its unit, where they may have been erased. */
export function wordsOf(read: Target, { audit_seq, position }: WaitingEvent): EventBase {
  const [row] = read.all<{ event: string | null }>(
    "select json_extract(events, ?) as event from audit where seq = ?",
    [`$[${position}]`, audit_seq],
  );
  if (!row?.event) throw new Error("the words of this event are erased");
  return JSON.parse(row.event) as EventBase;
}

/** Notes what was delivered and what failed; none of it is a business event, so none is audited. */
export function noteDelivered(
  tx: Tx,
  done: readonly number[],
  failed: readonly { id: number; fate: Fate; error: string }[],
): void {
  tx.run(
    `update outbox set state = 'done', next_at = null, error = null
     where id in (select value from json_each(?))`,
    [JSON.stringify(done)],
  );
  for (const { id, fate, error } of failed) tx.change("outbox", { id }, { ...fate, error });
}

/** Gives a parked event its tries again; false when no such event is parked. */
export function unpark(tx: Tx, outboxId: number): boolean {
  return tx.change("outbox", { id: outboxId, state: "parked" }, {
    state: "pending",
    attempts: 0,
    next_at: null,
  }) === 1;
}
