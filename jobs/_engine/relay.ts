import type { Engine } from "~/db/_engine/engine.ts";
import { faultReason, type Log, logToConsole } from "~/db/_engine/log.ts";
import {
  noteDelivered,
  unpark,
  type WaitingEvent,
  waitingEvents,
  wordsOf,
} from "~/db/_engine/relaying.ts";
import { TemporarilyUnavailable } from "~/db/_engine/writer.ts";
import type { Listener } from "./listen.ts";
import { fateAfterFailure } from "./retry.ts";
import type { WakeUps } from "./wake_ups.ts";

type Failure = { row: WaitingEvent; error: unknown };
type Outcome = { done: number[]; failed: Failure[] };

export type RelayOptions = {
  engine: Engine;
  listeners: readonly Listener[];
  queue: WakeUps;
  sweepMs?: number;
  /** Told of every failure; the event is tried again or parked by then. */
  log?: Log;
};

const rowsInBatch = 256;
const lanesAtOnce = 16;
const errorChars = 500;
/** So many sweeps without a pass that came through, and the relay is not what it should be. */
const sweepsMissed = 3;

/**
 * Brings the events of the outbox to their listeners: those of one aggregate strictly in order, those
 * of different ones side by side, so that their units share commits. An event that fails holds back
 * the later ones of its own aggregate only. What was delivered is noted afterwards: after a crash in
 * between it comes again, and `once` makes that harmless.
 */
export class Relay {
  #engine: Engine;
  #queue: WakeUps;
  #log: Log;
  #sweepMs: number;
  #listeners = new Map<string, Listener[]>();
  #running: Promise<void> | null = null;
  #again = false;
  #closing = false;
  #sweep: ReturnType<typeof setInterval> | undefined;
  #movedMs = -Infinity;

  constructor({ engine, listeners, queue, sweepMs = 5000, log = logToConsole }: RelayOptions) {
    this.#engine = engine;
    this.#queue = queue;
    this.#sweepMs = sweepMs;
    this.#log = log;
    const names = new Set<string>();
    for (const listener of listeners) {
      const name = `${listener.type} ${listener.name}`;
      if (names.has(name)) throw new Error(`two listeners are called ${name}`);
      names.add(name);
      this.#listeners.getOrInsertComputed(listener.type, () => []).push(listener);
    }
  }

  /** Relays what a process before this one left, then whatever is committed. */
  start(): void {
    this.#movedMs = performance.now();
    this.#queue.listen(() => void this.wake());
    this.#engine.onCommit((events) => {
      if (events.length > 0 && !this.#closing) void this.#queue.enqueue();
    });
    this.#sweep = setInterval(() => void this.wake(), this.#sweepMs);
    void this.wake();
  }

  /** Relays all that is due. One pass runs at a time; who calls meanwhile waits for one more. */
  wake(): Promise<void> {
    this.#again = true;
    return this.#running ??= this.#run().finally(() => this.#running = null);
  }

  /** How long ago it last came through a pass or brought an event to its listeners. */
  get idleMs(): number {
    return performance.now() - this.#movedMs;
  }

  /** It runs and keeps moving. A parked event is a person's business and does not count. */
  get isAlive(): boolean {
    return !this.#closing && this.idleMs <= sweepsMissed * this.#sweepMs;
  }

  /** Gives a parked event its tries again; false when no such event is parked. */
  async rerun(outboxId: number): Promise<boolean> {
    const changed = await this.#engine.writer.write((tx) => Promise.resolve(unpark(tx, outboxId)));
    if (changed) void this.wake();
    return changed;
  }

  /** Finishes the listeners that run; what is left stays in the outbox. */
  async close(): Promise<void> {
    this.#closing = true;
    clearInterval(this.#sweep);
    await this.#queue.close();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#again && !this.#closing) {
      this.#again = false;
      try {
        await this.#pass();
        this.#movedMs = performance.now();
      } catch (error) {
        this.#log({ event: "relay_stopped", level: "error", reason: faultReason(error) });
      }
    }
  }

  async #pass(): Promise<void> {
    const held = new Set<string>();
    for (let after = 0; !this.#closing;) {
      const rows = waitingEvents(this.#engine.read, after, rowsInBatch);
      if (rows.length === 0) return;
      after = rows.at(-1)!.id;
      await this.#note(await this.#deliverBatch(rows, held));
    }
  }

  async #deliverBatch(rows: WaitingEvent[], held: Set<string>): Promise<Outcome> {
    const outcome: Outcome = { done: [], failed: [] };
    const now = this.#engine.seams.now();
    const lanes = new Map<string, WaitingEvent[]>();
    for (const row of rows) {
      if (row.state === "pending" && !this.#listeners.has(row.type)) outcome.done.push(row.id);
      else if (held.has(row.aggregate_id)) continue;
      else if (row.state === "parked" || (row.next_at !== null && row.next_at > now)) {
        held.add(row.aggregate_id);
      } else lanes.getOrInsertComputed(row.aggregate_id, () => []).push(row);
    }
    const waiting = lanes.values();
    const work = async () => {
      for (const lane of waiting) await this.#deliverLane(lane, held, outcome);
    };
    await Promise.all(Array.from({ length: Math.min(lanesAtOnce, lanes.size) }, work));
    return outcome;
  }

  async #deliverLane(
    lane: WaitingEvent[],
    held: Set<string>,
    { done, failed }: Outcome,
  ): Promise<void> {
    for (const row of lane) {
      if (this.#closing) return;
      try {
        await this.#deliver(row);
        done.push(row.id);
        this.#movedMs = performance.now();
      } catch (error) {
        held.add(row.aggregate_id);
        if (!(error instanceof TemporarilyUnavailable)) failed.push({ row, error });
        return;
      }
      await macrotask();
    }
  }

  async #deliver(row: WaitingEvent): Promise<void> {
    const event = wordsOf(this.#engine.read, row);
    for (const { name, handle } of this.#listeners.get(row.type)!) {
      const once = { outboxId: row.id, listener: name };
      await handle(event, { engine: this.#engine, once, at: row.at });
    }
  }

  /** One unit a batch, whatever became of it. */
  async #note({ done, failed }: Outcome): Promise<void> {
    if (done.length + failed.length === 0) return;
    const now = this.#engine.seams.now();
    const fates = failed.map(({ row, error }) => ({
      id: row.id,
      type: row.type,
      fate: fateAfterFailure(row.attempts, now),
      error: faultReason(error).slice(0, errorChars),
    }));
    await this.#engine.writer.write((tx) => Promise.resolve(noteDelivered(tx, done, fates)));
    for (const { id: outboxId, type: action, fate: { state, attempts: count }, error } of fates) {
      const isParked = state === "parked";
      this.#log({
        event: isParked ? "event_parked" : "event_failed",
        level: isParked ? "error" : "warn",
        outboxId,
        action,
        count,
        reason: error,
      });
    }
  }
}

function macrotask(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}
