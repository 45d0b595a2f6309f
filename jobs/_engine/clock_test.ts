import assert from "node:assert/strict";
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

Deno.test("runEntry() reports an entry that fails and does not throw", async () => {
  const failing = { ...entry("purge"), run: () => Promise.reject(new Error("no")) };
  const reported: string[] = [];
  await runEntry(failing, [], (name, error) => reported.push(`${name}: ${error}`));
  assert.deepEqual(reported, ["purge: Error: no"]);
});
