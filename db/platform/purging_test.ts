import assert from "node:assert/strict";
import { type TestEngine, testEngine } from "~/db/_engine/testing.ts";
import type { Tx } from "~/db/_engine/tx.ts";
import { dayMs, type Instant, plusMs } from "~/domain/_kernel/period.ts";
import { purge } from "./purging.ts";

type Put = (tx: Tx, at: Instant, name: string) => void;

/** What is kept how long: a row of `days` and a millisecond goes, one of a millisecond less stays. */
const sweeps: { name: string; days: number; put: Put; left: string }[] = [
  {
    name: "session",
    days: 0,
    put: (tx, at, name) =>
      tx.insert("session", {
        token_hash: name,
        id: name,
        user_id: "U",
        created_at: at,
        seen_at: at,
        expires_at: at,
        address: "",
        agent: "",
      }),
    left: "select id as name from session",
  },
  {
    name: "idempotency",
    days: 30,
    put: (tx, at, name) =>
      tx.insert("idempotency", {
        principal_id: "U",
        route: "POST /api/v1/orders",
        key: name,
        body_hash: "",
        status: 201,
        reply: "",
        created_at: at,
      }),
    left: "select key as name from idempotency",
  },
  {
    name: "outbox",
    days: 30,
    put: outboxRow("done"),
    left: "select aggregate_id as name from outbox",
  },
  {
    name: "denial",
    days: 180,
    put: (tx, at, name) =>
      tx.insert("denial", {
        at,
        user_id: null,
        method: "GET",
        route: "/order",
        reason: "",
        request_id: name,
      }),
    left: "select request_id as name from denial",
  },
  {
    name: "login_throttle",
    days: 1,
    put: (tx, at, name) =>
      tx.insert("login_throttle", { key: name, failures: 1, first_at: at, blocked_until: at }),
    left: "select key as name from login_throttle",
  },
  {
    name: "upkeep",
    days: 400,
    put: (tx, at, name) => tx.insert("upkeep", { kind: "invariants", at, ok: 1, detail: name }),
    left: "select detail as name from upkeep where kind <> 'purge'",
  },
];

let events = 0;

function outboxRow(state: "pending" | "done" | "parked"): Put {
  return (tx, at, name) => {
    const number = ++events;
    tx.insert("audit", {
      seq: number,
      at,
      user_id: "U",
      user_name: "",
      on_behalf_of: null,
      action: "test",
      subject_id: name,
      events: "[]",
      events_hash: "",
      previous_hash: "",
      hash: "",
    });
    tx.insert("outbox", {
      id: number,
      audit_seq: number,
      position: 0,
      type: "Tested",
      aggregate_id: name,
      at,
      state,
    });
    tx.insert("delivery", { outbox_id: number, listener: "test", at });
  };
}

async function engineWith(rows: [put: Put, at: Instant, name: string][]): Promise<TestEngine> {
  const engine = await testEngine({ now });
  await engine.writer.write((tx) => {
    const created_at = now;
    tx.insert("app_user", {
      id: "U",
      login: "u",
      name: "",
      state: "invited",
      created_at,
      version: 1,
    });
    for (const [put, at, name] of rows) put(tx, at, name);
    return Promise.resolve();
  });
  return engine;
}

const now = "2026-11-22T19:00:00.000Z";
const ago = (days: number, ms = 0) => plusMs(now, -days * dayMs - ms);
const namesOf = (engine: TestEngine, sql: string) =>
  engine.read.all<{ name: string }>(sql, []).map(({ name }) => name).sort();

for (const { name, days, put, left } of sweeps) {
  Deno.test(`purge() removes ${name} a moment after its ${days} days, and not a moment before`, async () => {
    await using engine = await engineWith([
      [put, ago(days, 1), "just after"],
      [put, ago(days, 500 * dayMs), "long after"],
      [put, ago(days, -1), "just before"],
    ]);
    const removed = await purge(engine);
    assert.deepEqual(namesOf(engine, left), ["just before"]);
    assert.equal(removed[name], 2);
  });
}

Deno.test("purge() leaves what still waits for its listeners or for a person, however old", async () => {
  const old = ago(1000);
  await using engine = await engineWith([
    [outboxRow("pending"), old, "pending"],
    [outboxRow("parked"), old, "parked"],
    [outboxRow("done"), old, "done"],
  ]);
  await purge(engine);
  assert.deepEqual(namesOf(engine, "select aggregate_id as name from outbox"), [
    "parked",
    "pending",
  ]);
  assert.equal(engine.read.all("select 1 from delivery", []).length, 2);
  assert.equal(engine.read.all("select 1 from audit", []).length, 3);
});

Deno.test("purge() removes more than one batch, lets others in between, and notes what it did", async () => {
  const [, idempotency] = sweeps;
  const rows = Array.from({ length: 4_001 }, (_, i): [Put, Instant, string] => [
    idempotency!.put,
    ago(31),
    String(i),
  ]);
  await using engine = await engineWith(rows);
  const left = () => engine.read.all("select 1 from idempotency", []).length;
  let isPurging = true;
  const purging = purge(engine).finally(() => isPurging = false);
  const seen = new Set<number>();
  while (isPurging) await engine.writer.write(() => Promise.resolve()).then(() => seen.add(left()));
  const removed = await purging;
  const halfway = [...seen].filter((rows) => rows > 0 && rows < 4_001);
  assert.ok(halfway.length > 0, "who came during the purge waited for all of it");
  assert.equal(removed.idempotency, 4_001);
  assert.deepEqual(engine.read.all("select 1 from idempotency", []), []);
  const [note] = engine.read.all<{ ok: number; detail: string; at: string }>(
    "select ok, detail, at from upkeep where kind = 'purge'",
    [],
  );
  assert.deepEqual([note!.ok, note!.at], [1, now]);
  assert.equal(JSON.parse(note!.detail).idempotency, 4_001);
});
