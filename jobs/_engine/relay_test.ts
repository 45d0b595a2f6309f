import assert from "node:assert/strict";
import { accept } from "~/domain/_kernel/decision.ts";
import { soundBooks } from "~/db/_engine/books_fixture.ts";
import type { LogLine } from "~/db/_engine/log.ts";
import { type TestEngine, testEngine } from "~/db/_engine/testing.ts";
import type { EventWriters } from "~/db/_engine/transact.ts";
import type { Tx } from "~/db/_engine/tx.ts";
import type { Delivery, Listener } from "./listen.ts";
import { Relay, type RelayOptions } from "./relay.ts";
import { triesBeforeParking } from "./retry.ts";
import { noWakeUps, type WakeUps } from "./wake_ups.ts";

type Happened = { type: "Happened" | "Unheard"; subject: string; n: number };
type Copied = { type: "Copied"; subject: string; n: number };

/** The upkeep table serves as the shop: a row for each effect. */
const effect = (tx: Tx, { type, subject, n }: Happened | Copied, { at }: { at: string }) =>
  tx.insert("upkeep", { kind: type, at, ok: 1, detail: `${subject}${n}` });
const writers = { Happened: effect, Copied: effect, Unheard: effect } as unknown as EventWriters;

const unit = (engine: TestEngine) => ({
  action: "test",
  author: engine.author,
  scope: { kind: "none" } as const,
  load: () => null,
});

function happen(engine: TestEngine, subject: string, ...ns: number[]) {
  return engine.transact<null, Happened, never>({
    ...unit(engine),
    decide: () => accept(...ns.map((n): Happened => ({ type: "Happened", subject, n }))),
  });
}

/** Copies an event; what `before` and `after` throw happens around the listener's own commit. */
function copier(
  engine: TestEngine,
  { before, after, name = "copy" }: {
    before?: (event: Happened) => void;
    after?: (event: Happened) => void;
    name?: string;
  } = {},
): Listener {
  return {
    type: "Happened",
    name,
    handle: async (event, { once }: Delivery) => {
      const happened = event as unknown as Happened;
      before?.(happened);
      const { subject, n } = happened;
      await engine.transact<null, Copied, never>({
        ...unit(engine),
        once,
        decide: () => accept<Copied>({ type: "Copied", subject, n }),
      });
      after?.(happened);
    },
  };
}

function relay(engine: TestEngine, options: Partial<RelayOptions>): Relay {
  return new Relay({ engine, listeners: [], queue: noWakeUps, log: () => {}, ...options });
}

const effects = (engine: TestEngine, kind = "Copied") =>
  engine.read.all<{ detail: string }>("select detail from upkeep where kind = ? order by id", [
    kind,
  ]).map(({ detail }) => detail);

type Row = { id: number; state: string; attempts: number; next_at: string | null; error: string };
const outbox = (engine: TestEngine) =>
  engine.read.all<Row>(
    "select id, state, attempts, next_at, error from outbox where type = 'Happened' order by id",
    [],
  );
const states = (engine: TestEngine) => outbox(engine).map(({ state }) => state).join(" ");

const failing = (...bad: string[]) => ({ subject, n }: Happened) => {
  if (bad.includes(`${subject}${n}`)) throw new Error(`${subject}${n} cannot be copied`);
};

/** Far enough for whatever was to be tried again. */
const wholeDayMs = 24 * 3_600_000;

Deno.test("Relay delivers every event to every listener of its type, and notes it", async () => {
  await using engine = await testEngine({ writers });
  const heard: string[] = [];
  const at = engine.clock.now();
  await happen(engine, "a", 1, 2);
  engine.clock.advance(5000);
  const listener: Listener = {
    type: "Happened",
    name: "hear",
    handle: (event, delivery) => {
      const { subject, n } = event as unknown as Happened;
      heard.push(`${subject}${n}`);
      assert.equal(delivery.at, at);
      assert.equal(delivery.once.listener, "hear");
      return Promise.resolve();
    },
  };
  const r = relay(engine, { listeners: [copier(engine), listener] });
  await r.wake();
  assert.deepEqual(effects(engine), ["a1", "a2"]);
  assert.deepEqual(heard, ["a1", "a2"]);
  assert.equal(states(engine), "done done");
  await r.wake();
  assert.deepEqual(heard, ["a1", "a2"]);
});

Deno.test("Relay notes events without a listener as done, in one unit for many", async () => {
  let commits = 0;
  await using engine = await testEngine({ writers, hooks: { committed: () => commits += 1 } });
  await engine.transact<null, Happened, never>({
    ...unit(engine),
    decide: () =>
      accept(...Array.from({ length: 100 }, (_, n): Happened => ({
        type: "Unheard",
        subject: `s${n % 7}`,
        n,
      }))),
  });
  commits = 0;
  await relay(engine, {}).wake();
  assert.equal(commits, 1);
  const open = engine.read.all("select 1 from outbox where state <> 'done'", []);
  assert.deepEqual(open, []);
});

Deno.test("an event delivered twice has one effect", async () => {
  await using engine = await testEngine({ writers });
  await happen(engine, "a", 1);
  const r = relay(engine, { listeners: [copier(engine)] });
  await r.wake();
  engine.writer.connection.exec("update outbox set state = 'pending'");
  await r.wake();
  assert.deepEqual(effects(engine), ["a1"]);
  assert.equal(states(engine), "done");
});

Deno.test("a death between a listener's commit and the relay's note loses and doubles nothing", async () => {
  await using engine = await testEngine({ writers });
  await happen(engine, "a", 1, 2, 3);
  let deaths = 2;
  const after = () => {
    if (deaths-- > 0) throw new Error("killed after the commit");
  };
  const r = relay(engine, { listeners: [copier(engine, { after })] });
  for (let i = 0; i < 5; i++) {
    await r.wake();
    engine.clock.advance(wholeDayMs);
  }
  assert.deepEqual(effects(engine), ["a1", "a2", "a3"]);
  assert.equal(states(engine), "done done done");
});

Deno.test("a note that cannot be written leaves the events for the next pass", async () => {
  await using engine = await testEngine({ writers });
  await happen(engine, "a", 1);
  const { connection } = engine.writer;
  connection.exec(
    `create trigger full before update on outbox begin select raise(abort, 'full'); end`,
  );
  const r = relay(engine, { listeners: [copier(engine)] });
  await r.wake();
  assert.equal(states(engine), "pending");
  connection.exec("drop trigger full");
  await r.wake();
  assert.equal(states(engine), "done");
  assert.deepEqual(effects(engine), ["a1"]);
});

Deno.test("the events of one aggregate come strictly in order, those of others go on beside it", async () => {
  await using engine = await testEngine({ writers });
  const subjects = Array.from({ length: 30 }, (_, i) => `s${i}-`);
  for (let n = 0; n < 12; n++) {
    await Promise.all(subjects.map((subject) => happen(engine, subject, n)));
  }
  let running = 0;
  let most = 0;
  const listener = copier(engine, {
    before: () => most = Math.max(most, running += 1),
    after: () => running -= 1,
  });
  await relay(engine, { listeners: [listener] }).wake();
  const copied = effects(engine);
  assert.equal(copied.length, 360);
  for (const subject of subjects) {
    assert.deepEqual(
      copied.filter((detail) => detail.startsWith(subject)),
      Array.from({ length: 12 }, (_, n) => `${subject}${n}`),
    );
  }
  assert.ok(most > 1 && most <= 16, `${most} at once`);
});

Deno.test("an event that fails holds back its own aggregate only, until it is due again", async () => {
  await using engine = await testEngine({ writers });
  await happen(engine, "a", 1);
  await happen(engine, "b", 1);
  await happen(engine, "a", 2);
  await happen(engine, "b", 2);
  let broken = true;
  const before = (event: Happened) => broken && failing("a1")(event);
  const r = relay(engine, { listeners: [copier(engine, { before })] });
  await r.wake();
  assert.deepEqual(effects(engine), ["b1", "b2"]);
  const [first] = outbox(engine);
  assert.equal(first!.attempts, 1);
  assert.match(first!.error, /a1 cannot be copied/);
  assert.equal(first!.next_at, "2026-03-02T02:00:01.000Z");
  broken = false;
  engine.clock.advance(999);
  await r.wake();
  assert.deepEqual(effects(engine), ["b1", "b2"]);
  engine.clock.advance(1);
  await r.wake();
  assert.deepEqual(effects(engine), ["b1", "b2", "a1", "a2"]);
  assert.deepEqual(
    outbox(engine).map(({ error, next_at }) => error ?? next_at),
    Array(4).fill(null),
  );
});

Deno.test("an aggregate stays held back across batches of one pass", async () => {
  await using engine = await testEngine({ writers });
  await happen(engine, "a", 1);
  await happen(engine, "b", ...Array.from({ length: 600 }, (_, n) => n));
  await happen(engine, "a", 2);
  const r = relay(engine, { listeners: [copier(engine, { before: failing("a1") })] });
  await r.wake();
  assert.equal(effects(engine).length, 600);
  assert.ok(!effects(engine).includes("a2"));
});

Deno.test("an event is parked after eight tries, still holds back its aggregate, and may be run again", async () => {
  await using engine = await testEngine({ writers });
  await happen(engine, "a", 1);
  await happen(engine, "a", 2);
  let tries = 0;
  let broken = true;
  const before = () => {
    tries += 1;
    if (broken) throw new Error("still broken");
  };
  const parked: string[] = [];
  const r = relay(engine, {
    listeners: [copier(engine, { before })],
    log: ({ event }) => void parked.push(event),
  });
  for (let i = 0; i < 12; i++) {
    await r.wake();
    engine.clock.advance(wholeDayMs);
  }
  assert.equal(tries, triesBeforeParking);
  assert.deepEqual(parked, [...Array(7).fill("event_failed"), "event_parked"]);
  assert.equal(states(engine), "parked pending");
  const [first, second] = outbox(engine);
  assert.match(first!.error, /still broken/);
  assert.deepEqual(effects(engine), []);
  broken = false;
  await happen(engine, "a", 3);
  assert.equal(await r.rerun(second!.id), false);
  assert.equal(await r.rerun(first!.id), true);
  await until(() => states(engine) === "done done done");
  assert.deepEqual(effects(engine), ["a1", "a2", "a3"]);
  await r.close();
});

Deno.test("a parked event whose listener is gone stays parked until somebody looks", async () => {
  await using engine = await testEngine({ writers });
  await happen(engine, "a", 1);
  engine.writer.connection.exec("update outbox set state = 'parked'");
  await relay(engine, {}).wake();
  assert.equal(states(engine), "parked");
});

Deno.test("where one of two listeners fails, the other is not run twice", async () => {
  await using engine = await testEngine({ writers });
  await happen(engine, "a", 1);
  let broken = true;
  const before = () => {
    if (broken) throw new Error("no");
  };
  const r = relay(engine, {
    listeners: [copier(engine), copier(engine, { before, name: "copy_again" })],
  });
  await r.wake();
  broken = false;
  engine.clock.advance(wholeDayMs);
  await r.wake();
  assert.deepEqual(effects(engine), ["a1", "a1"]);
  const deliveries = engine.read.all<{ listener: string }>("select listener from delivery", []);
  assert.deepEqual(deliveries.map(({ listener }) => listener), ["copy", "copy_again"]);
});

Deno.test("a database in trouble costs an event none of its tries", async () => {
  await using engine = await testEngine({ writers });
  await happen(engine, "a", 1);
  const { connection } = engine.writer;
  const pages = connection.pragma<number>("page_count");
  const filler: Listener = {
    type: "Happened",
    name: "fill",
    handle: async () => {
      connection.exec(`pragma max_page_count = ${pages}`);
      await engine.writer.write((tx) =>
        Promise.resolve(
          tx.insert("upkeep", { kind: "big", at: "", ok: 1, detail: "x".repeat(100_000) }),
        )
      );
    },
  };
  await relay(engine, { listeners: [filler] }).wake();
  assert.deepEqual(outbox(engine).map(({ state, attempts }) => [state, attempts]), [[
    "pending",
    0,
  ]]);
  await relay(engine, { listeners: [copier(engine)] }).wake();
  assert.deepEqual(effects(engine), ["a1"]);
});

Deno.test("an event whose words are erased is an error, not a delivery of nothing", async () => {
  await using engine = await testEngine({ writers });
  await happen(engine, "a", 1);
  engine.writer.connection.exec("update audit set events = null");
  await relay(engine, { listeners: [copier(engine)] }).wake();
  assert.match(outbox(engine)[0]!.error, /erased/);
  assert.deepEqual(effects(engine), []);
});

Deno.test("wake() while a pass runs does not start a second one, and is not lost", async () => {
  await using engine = await testEngine({ writers });
  await happen(engine, "a", 1);
  let late: Promise<unknown> | undefined;
  const heard: number[] = [];
  const listener: Listener = {
    type: "Happened",
    name: "hear",
    handle: async (event) => {
      heard.push((event as unknown as Happened).n);
      late ??= happen(engine, "b", 2).then(() => void r.wake());
      await new Promise((done) => setTimeout(done, 5));
    },
  };
  const r: Relay = relay(engine, { listeners: [listener] });
  await Promise.all([r.wake(), r.wake(), r.wake()]);
  await late;
  await r.wake();
  assert.deepEqual(heard, [1, 2]);
});

Deno.test("what a listener's own events cause is relayed in the same pass", async () => {
  await using engine = await testEngine({ writers });
  await happen(engine, "a", 1);
  const heard: string[] = [];
  const echo: Listener = {
    type: "Copied",
    name: "echo",
    handle: (event) => {
      heard.push(event.subject);
      return Promise.resolve();
    },
  };
  await relay(engine, { listeners: [copier(engine), echo] }).wake();
  assert.deepEqual(heard, ["a"]);
});

Deno.test("a relay gives way: requests commit while it works", async () => {
  await using engine = await testEngine({ writers });
  await happen(engine, "a", ...Array.from({ length: 200 }, (_, n) => n));
  const pass = relay(engine, { listeners: [copier(engine)] }).wake();
  await happen(engine, "request", 1);
  assert.ok(effects(engine).length < 200, "the request waited for the whole pass");
  await pass;
  assert.equal(effects(engine).length, 201);
});

Deno.test("a relay gives way even between listeners that touch no database", async () => {
  await using engine = await testEngine({ writers });
  await happen(engine, "a", ...Array.from({ length: 200 }, (_, n) => n));
  let handled = 0;
  let seen = 0;
  const idle: Listener = {
    type: "Happened",
    name: "idle",
    handle: () => Promise.resolve(void (handled += 1)),
  };
  const pass = relay(engine, { listeners: [idle] }).wake();
  setImmediate(() => setImmediate(() => seen = handled));
  await pass;
  assert.ok(seen > 0 && seen < 10, `${seen} events before anybody else had a turn`);
});

Deno.test("two listeners of one type may not share a name", async () => {
  await using engine = await testEngine({ writers });
  assert.throws(
    () => relay(engine, { listeners: [copier(engine), copier(engine)] }),
    /two listeners are called Happened copy/,
  );
});

Deno.test("start() relays what is left over, then what is committed, as soon as the queue says so", async () => {
  await using engine = await testEngine({ writers });
  await happen(engine, "left over", 1);
  let wake: () => void = () => {};
  let asked = 0;
  let closed = false;
  const queue: WakeUps = {
    listen: (heard) => wake = heard,
    enqueue: () => {
      asked += 1;
      wake();
      return Promise.resolve();
    },
    close: () => {
      closed = true;
      return Promise.resolve();
    },
  };
  const r = relay(engine, { listeners: [copier(engine)], queue, sweepMs: 60_000 });
  r.start();
  await until(() => states(engine) === "done");
  asked = 0;
  await happen(engine, "new", 1);
  await until(() => states(engine) === "done done");
  assert.equal(asked >= 1, true);
  await r.close();
  assert.equal(closed, true);
  asked = 0;
  await happen(engine, "after", 1);
  assert.equal(asked, 0);
  assert.equal(states(engine), "done done pending");
});

Deno.test("without any queue the sweep does all the work", async () => {
  await using engine = await testEngine({ writers });
  const r = relay(engine, { listeners: [copier(engine)], sweepMs: 20 });
  r.start();
  await r.wake();
  await happen(engine, "a", 1);
  await until(() => states(engine) === "done");
  assert.deepEqual(effects(engine), ["a1"]);
  await r.close();
});

Deno.test("close() finishes the listener that runs and leaves the rest in the outbox", async () => {
  await using engine = await testEngine({ writers });
  await happen(engine, "a", 1, 2, 3);
  let closing: Promise<void> | undefined;
  const after = () => void (closing ??= r.close());
  const r: Relay = relay(engine, { listeners: [copier(engine, { after })] });
  await r.wake();
  await closing;
  assert.deepEqual(effects(engine), ["a1"]);
  assert.equal(states(engine), "done pending pending");
});

Deno.test("the invariants hold after events were relayed, parked and run again", async () => {
  await using engine = await testEngine({ writers });
  await soundBooks(engine);
  await happen(engine, "a", 1, 2);
  await relay(engine, { listeners: [copier(engine, { before: failing("a2") })] }).wake();
  await relay(engine, { listeners: [copier(engine)] }).wake();
  assert.deepEqual(engine.broken(), []);
});

async function until(condition: () => boolean, withinMs = 3000): Promise<void> {
  const endMs = performance.now() + withinMs;
  while (!condition()) {
    if (performance.now() > endMs) throw new Error("it did not happen");
    await new Promise((done) => setTimeout(done, 5));
  }
}

Deno.test("a failure is logged and kept without the words of the event", async () => {
  await using engine = await testEngine({ writers });
  await happen(engine, "a", 1);
  const lines: LogLine[] = [];
  const before = () => {
    throw new Error('"王静" at 13800001111 has no address');
  };
  const listeners = [copier(engine, { before })];
  await relay(engine, { listeners, log: (line) => void lines.push(line) }).wake();
  const [{ reason, outboxId, ...rest }] = lines as [LogLine];
  assert.deepEqual(rest, { event: "event_failed", level: "warn", action: "Happened", count: 1 });
  assert.equal(outboxId, outbox(engine)[0]!.id);
  assert.match(reason!, /^Error: … at … has no address /);
  assert.equal(outbox(engine)[0]!.error, reason);
});

Deno.test("isAlive says whether the relay runs and moves; a parked event does not count", async () => {
  await using engine = await testEngine({ writers });
  await happen(engine, "a", 1);
  engine.writer.connection.exec("update outbox set state = 'parked'");
  const r = relay(engine, { listeners: [copier(engine)], sweepMs: 20 });
  assert.equal(r.isAlive, false, "before it starts");
  r.start();
  await r.wake();
  assert.equal(r.isAlive, true);
  engine.writer.connection.exec("alter table outbox rename to outbox_gone");
  await new Promise((done) => setTimeout(done, 100));
  assert.equal(r.isAlive, false, "no pass has come through");
  engine.writer.connection.exec("alter table outbox_gone rename to outbox");
  await r.wake();
  assert.equal(r.isAlive, true);
  await r.close();
  assert.equal(r.isAlive, false);
});
