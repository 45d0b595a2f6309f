import { faultReason, type Log, logToConsole } from "~/db/_engine/log.ts";
import { noWakeUps, type WakeUps } from "./wake_ups.ts";

const betweenWakeUpsMs = 50;

/**
 * Wake-ups over Deno KV's queue: empty messages, at most 20 a second, one for all that is asked
 * within 50 ms. A message that cannot be sent is not missed.
 */
export class KvQueue implements WakeUps {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> = Promise.resolve();
  #sentMs = -Infinity;
  #listening: Promise<void> | null = null;
  #asked: PromiseWithResolvers<void> | null = null;

  constructor(readonly kv: Deno.Kv) {}

  enqueue(): Promise<void> {
    if (this.#asked) return this.#asked.promise;
    this.#asked = Promise.withResolvers<void>();
    const waitMs = Math.max(0, this.#sentMs + betweenWakeUpsMs - performance.now());
    this.#timer = setTimeout(() => this.#send(), waitMs);
    return this.#asked.promise;
  }

  /** Once: two listeners of one queue would each get a part of the messages. */
  listen(wake: () => void): void {
    if (this.#listening) throw new Error("somebody listens to this queue already");
    this.#listening = this.kv.listenQueue(() => wake());
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    this.#asked?.resolve();
    await this.#sending;
    this.kv.close();
    await this.#listening;
  }

  #send(): void {
    const { resolve } = this.#asked!;
    this.#asked = null;
    this.#sentMs = performance.now();
    this.#sending = this.kv.enqueue("", { backoffSchedule: [] }).then(
      () => resolve(),
      () => resolve(),
    );
  }
}

/** The queue at `url` (a file, or a remote KV); without one that opens, the sweep alone, every few seconds. */
export async function openWakeUps(url: string, log: Log = logToConsole): Promise<WakeUps> {
  try {
    return new KvQueue(await Deno.openKv(url));
  } catch (error) {
    log({ event: "queue_missing", level: "warn", reason: faultReason(error) });
    return noWakeUps;
  }
}
