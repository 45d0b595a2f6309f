import assert from "node:assert/strict";
import { accept } from "~/domain/_kernel/decision.ts";
import type { LogLine } from "~/db/_engine/log.ts";
import { testEngine } from "~/db/_engine/testing.ts";
import type { EventWriters } from "~/db/_engine/transact.ts";
import { KvQueue, openWakeUps } from "./kv_queue.ts";
import { Relay } from "./relay.ts";
import { noWakeUps } from "./wake_ups.ts";

const waitMs = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** Counts what is really sent, on a real queue. */
async function countingKv() {
  const kv = await Deno.openKv(":memory:");
  const sent: { value: unknown }[] = [];
  const enqueue = kv.enqueue.bind(kv);
  kv.enqueue = (value, options) => {
    sent.push({ value });
    return enqueue(value, options);
  };
  return { kv, sent };
}

Deno.test("KvQueue.enqueue() sends one empty wake-up for all that is asked at once", async () => {
  const { kv, sent } = await countingKv();
  const queue = new KvQueue(kv);
  await Promise.all(Array.from({ length: 500 }, () => queue.enqueue()));
  assert.deepEqual(sent, [{ value: "" }]);
  await queue.close();
});

Deno.test("KvQueue.enqueue() sends at most twenty a second, and always one after the last asked", async () => {
  const { kv, sent } = await countingKv();
  const queue = new KvQueue(kv);
  const startedMs = performance.now();
  let last: Promise<void> | undefined;
  while (performance.now() - startedMs < 330) {
    last = queue.enqueue();
    await waitMs(2);
  }
  const before = sent.length;
  await last;
  const seconds = (performance.now() - startedMs) / 1000;
  assert.ok(sent.length >= 3, `${sent.length} wake-ups`);
  assert.ok(sent.length <= 1 + Math.ceil(seconds * 20), `${sent.length} in ${seconds} s`);
  assert.ok(sent.length >= before);
  await queue.close();
});

Deno.test("KvQueue.listen() hears wake-ups, and only one may listen", async () => {
  const queue = new KvQueue(await Deno.openKv(":memory:"));
  const heard = Promise.withResolvers<void>();
  queue.listen(() => heard.resolve());
  assert.throws(() => queue.listen(() => {}), /listens to this queue already/);
  await queue.enqueue();
  await heard.promise;
  await queue.close();
});

Deno.test("KvQueue.enqueue() does not fail when the queue does", async () => {
  const kv = await Deno.openKv(":memory:");
  const queue = new KvQueue(kv);
  kv.close();
  await queue.enqueue();
  kv.close = () => {};
  await queue.close();
});

Deno.test("KvQueue.close() drops a wake-up that was not sent yet", async () => {
  const { kv, sent } = await countingKv();
  const queue = new KvQueue(kv);
  const asked = queue.enqueue();
  await queue.close();
  await asked;
  assert.deepEqual(sent, []);
});

Deno.test("openWakeUps() goes on without a queue where none opens", async () => {
  const lines: LogLine[] = [];
  const queue = await openWakeUps("/nowhere/at/all/queue.db", (line) => void lines.push(line));
  assert.equal(queue, noWakeUps);
  assert.deepEqual(lines.map(({ event, level }) => [event, level]), [["queue_missing", "warn"]]);
});

Deno.test("openWakeUps() opens the file it is given", async () => {
  const folder = await Deno.makeTempDir();
  const queue = await openWakeUps(`${folder}/queue.db`);
  assert.ok(queue instanceof KvQueue);
  await queue.close();
  await Deno.remove(folder, { recursive: true });
});

Deno.test("a relay on a real queue works long before its sweep", async () => {
  const writers = { Happened: () => {} } as unknown as EventWriters;
  await using engine = await testEngine({ writers });
  const heard = Promise.withResolvers<string>();
  const relay = new Relay({
    engine,
    queue: new KvQueue(await Deno.openKv(":memory:")),
    sweepMs: 60_000,
    listeners: [{
      type: "Happened",
      name: "hear",
      handle: (event) => Promise.resolve(heard.resolve(event.subject)),
    }],
  });
  relay.start();
  await relay.wake();
  await engine.transact({
    action: "test",
    author: engine.author,
    scope: { kind: "none" },
    load: () => null,
    decide: () => accept({ type: "Happened", subject: "a" }),
  });
  assert.equal(await heard.promise, "a");
  await relay.close();
});
