import assert from "node:assert/strict";
import type { LogLine } from "~/db/_engine/log.ts";
import { type ClockEntry, runEntry, startClock } from "./clock.ts";

const entry = (name: string, schedule = "* * * * *"): ClockEntry<string[]> => ({
  name,
  schedule,
  run: (done) => Promise.resolve(void done.push(name)),
});

Deno.test("startClock() registers its entries and ends with its signal", async () => {
  const ending = new AbortController();
  const running = startClock([entry("purge"), entry("remind")], [], { signal: ending.signal });
  const again = startClock([entry("purge")], [], { signal: ending.signal });
  await assert.rejects(again, /purge|already/i);
  ending.abort();
  await running;
});

Deno.test("startClock() refuses a schedule that is none", async () => {
  const ending = new AbortController();
  await assert.rejects(
    startClock([entry("odd", "now and then")], [], { signal: ending.signal }),
    /schedule/,
  );
  ending.abort();
});

Deno.test("an entry is run directly by whoever cannot wait for the minute", async () => {
  const done: string[] = [];
  await runEntry(entry("purge"), done);
  assert.deepEqual(done, ["purge"]);
});

Deno.test("runEntry() logs an entry that fails, without what it was given, and does not throw", async () => {
  const failing = { ...entry("purge"), run: () => Promise.reject(new Error('no "王静"')) };
  const lines: LogLine[] = [];
  await runEntry(failing, [], (line) => void lines.push(line));
  const [{ reason, ...rest }] = lines as [LogLine];
  assert.deepEqual(rest, { event: "clock_failed", level: "error", action: "purge" });
  assert.match(reason!, /^Error: no … /);
});
