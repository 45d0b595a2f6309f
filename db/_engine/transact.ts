import { assert } from "~/domain/_kernel/assert.ts";
import type { By } from "~/domain/_kernel/by.ts";
import { type Decision, type RefusalBase, refuse } from "~/domain/_kernel/decision.ts";
import type { PartnerId, UserId } from "~/domain/_kernel/id.ts";
import { appendAudit } from "./audit.ts";
import { type Reply, type RequestKey, storedReply, storeReply } from "./idempotency.ts";
import { appendOutbox, type EventBase } from "./outbox.ts";
import { Reader } from "./reader.ts";
import type { Scope } from "./scope.ts";
import type { Seams } from "./seams.ts";
import type { Target } from "./dialect.ts";
import { ChangedMeanwhile, type Tx } from "./tx.ts";
import type { Writer } from "./writer.ts";

export type Author = { userId: string; name: string; onBehalfOf: string | null };
export type ChangedMeanwhileRefusal = { reason: "changed_meanwhile"; at?: string };

export type EventWriter = (tx: Tx, event: EventBase, by: By) => void | Promise<void>;
export type EventWriters = Readonly<Record<string, EventWriter>>;

/** One unit of work: all the facts, one pure decision, every event written by its one writer. */
export type Unit<Loaded, Event extends EventBase, Refusal extends RefusalBase> = {
  action: string;
  author: Author;
  scope: Scope;
  load: (facts: Reader) => Promise<Loaded> | Loaded;
  decide: (loaded: Loaded, by: By) => Decision<Event, Refusal>;
  /** The caller's idempotency key, with the reply to keep for it. */
  key?: RequestKey;
  reply?: (events: Event[], loaded: Loaded) => Reply;
  /** A listener's mark: the second delivery of the same event does nothing. */
  once?: { outboxId: number; listener: string };
};

export type Transacted<Event, Refusal extends RefusalBase> =
  & Decision<Event, Refusal | ChangedMeanwhileRefusal>
  & { reply?: Reply; replayed?: boolean };

export type Foreseen<Loaded, Event, Refusal extends RefusalBase> = {
  loaded: Loaded;
  decision: Decision<Event, Refusal>;
};

type Parts = { writer: Writer; read: Target; writers: EventWriters; seams: Seams };

export type Transact = <Loaded, Event extends EventBase, Refusal extends RefusalBase>(
  unit: Unit<Loaded, Event, Refusal>,
) => Promise<Transacted<Event, Refusal>>;

export function makeTransact(
  { writer, writers, seams }: Parts,
  committed: (events: readonly EventBase[]) => void,
): Transact {
  return async (unit) => {
    try {
      // A listener's unit: the event is done, nobody waits for what follows from it.
      const background = unit.once !== undefined;
      const result = await writer.write((tx) => runUnit(tx, unit, { writers, seams }), {
        background,
      });
      if (result.ok && !result.replayed) committed(result.events);
      return result;
    } catch (error) {
      if (error instanceof ChangedMeanwhile) return refuse({ reason: "changed_meanwhile" });
      throw error;
    }
  };
}

/** One unit on the writing connection; whoever calls commits or undoes it. */
export async function runUnit<Loaded, Event extends EventBase, Refusal extends RefusalBase>(
  tx: Tx,
  unit: Unit<Loaded, Event, Refusal>,
  { writers, seams }: Pick<Parts, "writers" | "seams">,
): Promise<Transacted<Event, Refusal>> {
  const { key, once } = unit;
  if (key) {
    const reply = storedReply(tx, key);
    if (reply) return { ok: true, events: [], reply, replayed: true };
  }
  if (once && alreadyDone(tx, once)) return { ok: true, events: [], replayed: true };
  const by = byOf(unit.author, seams);
  const loaded = await unit.load(new Reader(tx, unit.scope, by.at));
  const decision = unit.decide(loaded, by);
  if (!decision.ok) return decision;
  await record(tx, decision.events, by, unit.action, writers);
  if (once) tx.insert("delivery", { outbox_id: once.outboxId, listener: once.listener, at: by.at });
  const reply = unit.reply?.(decision.events, loaded);
  if (key && reply) storeReply(tx, key, reply, by.at);
  return reply ? { ...decision, reply } : decision;
}

function alreadyDone(tx: Tx, once: { outboxId: number; listener: string }): boolean {
  return tx.all("select 1 from delivery where outbox_id = ? and listener = ?", [
    once.outboxId,
    once.listener,
  ]).length > 0;
}

async function record(
  tx: Tx,
  events: readonly EventBase[],
  by: By,
  action: string,
  writers: EventWriters,
): Promise<void> {
  const [first] = events;
  if (!first) return;
  for (const event of events) {
    const write = writers[event.type];
    assert(write, `no writer for ${event.type}`);
    await write(tx, event, by);
  }
  const seq = appendAudit(tx, by, {
    action,
    subject: first.subject,
    events: JSON.stringify(events),
  });
  appendOutbox(tx, seq, events, by.at);
}

export function byOf(author: Author, seams: Seams): By {
  return {
    userId: author.userId as UserId,
    name: author.name,
    onBehalfOf: author.onBehalfOf as PartnerId | null,
    at: seams.now(),
    newId: seams.newId,
  };
}

/**
 * The same loader and the same decision on a reading connection, its events thrown away: what a
 * preview shows is what the submit will do.
 */
export async function foresee<Loaded, Event extends EventBase, Refusal extends RefusalBase>(
  { read, seams }: Pick<Parts, "read" | "seams">,
  { author, scope, load, decide }: Pick<
    Unit<Loaded, Event, Refusal>,
    "author" | "scope" | "load" | "decide"
  >,
): Promise<Foreseen<Loaded, Event, Refusal>> {
  const by = byOf(author, seams);
  const loaded = await load(new Reader(read, scope, by.at));
  return { loaded, decision: decide(loaded, by) };
}
