import { faultReason, type Log, logToConsole } from "~/db/_engine/log.ts";

/** Something the clock does; `run` is called directly by tests and by whoever cannot wait. */
export type ClockEntry<Context> = {
  name: string;
  /** In cron's five fields, UTC. */
  schedule: string;
  run: (context: Context) => Promise<void>;
};

/**
 * Registers every entry with Deno.cron until `signal` is aborted; the promise settles when the last
 * has ended. An entry that fails is reported and comes again at its next time.
 */
export async function startClock<Context>(
  entries: readonly ClockEntry<Context>[],
  context: Context,
  { signal, log }: { signal: AbortSignal; log?: Log },
): Promise<void> {
  await Promise.all(
    entries.map((entry) =>
      Deno.cron(entry.name, entry.schedule, { signal }, () => runEntry(entry, context, log))
    ),
  );
}

/** What the clock does at an entry's time; it never throws, or Deno would try again at once. */
export async function runEntry<Context>(
  { name, run }: ClockEntry<Context>,
  context: Context,
  log: Log = logToConsole,
): Promise<void> {
  try {
    await run(context);
  } catch (error) {
    log({ event: "clock_failed", level: "error", action: name, reason: faultReason(error) });
  }
}
