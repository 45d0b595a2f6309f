import assert from "node:assert/strict";
import { accept, refuse } from "~/domain/_kernel/decision.ts";
import { verifyAudit } from "./audit.ts";
import { KeyReused } from "./idempotency.ts";
import { nextNumber, takeNumber } from "./number_series.ts";
import { type TestEngine, testEngine } from "./testing.ts";
import type { EventWriters, Unit } from "./transact.ts";
import { ChangedMeanwhile, type Tx } from "./tx.ts";
import { UnitFault } from "./writer.ts";
import type { NextNumber } from "~/domain/_kernel/number.ts";

type Kept = { type: "Kept"; subject: string; note: string };
type Numbered = { type: "Numbered"; subject: string; number: NextNumber };
type Stale = { type: "Stale"; subject: string };
type Event = Kept | Numbered | Stale;
type No = { reason: "no" };

/** The upkeep table serves as the shop: what is proved here is the unit of work. */
const writers = {
  Kept: (tx: Tx, { note }: Kept, { at }: { at: string }) =>
    tx.insert("upkeep", { kind: "kept", at, ok: 1, detail: note }),
  Numbered: (tx: Tx, { number }: Numbered) => takeNumber(tx, number),
  Stale: (tx: Tx) => tx.changeOne("upkeep", { kind: "nobody has this" }, { detail: "" }),
} as unknown as EventWriters;

const kept = (note: string): Kept => ({ type: "Kept", subject: `subject-${note}`, note });

function keeping(
  engine: TestEngine,
  events: Event[],
  more: Partial<Unit<null, Event, No>> = {},
) {
  return engine.transact<null, Event, No>({
    action: "keep",
    author: engine.author,
    scope: { kind: "all" },
    load: () => null,
    decide: () => accept(...events),
    ...more,
  });
}

const notes = (engine: TestEngine) =>
  engine.read.all<{ detail: string }>("select detail from upkeep order by id", [])
    .map(({ detail }) => detail);
const newestEvent = (engine: TestEngine) =>
  engine.read.all<{ id: number }>("select max(id) as id from outbox", [])[0]!.id;
const count = (engine: TestEngine, table: string) =>
  engine.read.all<{ n: number }>(`select count(*) as n from ${table}`, [])[0]!.n;

Deno.test("transact() writes each event by its one writer, with one audit row and one outbox row an event", async () => {
  await using engine = await testEngine({ writers });
  const result = await keeping(engine, [kept("a"), kept("b")]);
  assert.equal(result.ok, true);
  assert.deepEqual(notes(engine), ["a", "b"]);
  const outbox = engine.read.all(
    "select audit_seq, position, type, aggregate_id, at, state from outbox order by id",
    [],
  );
  const at = engine.clock.now();
  assert.deepEqual(outbox, [
    { audit_seq: 1, position: 0, type: "Kept", aggregate_id: "subject-a", at, state: "pending" },
    { audit_seq: 1, position: 1, type: "Kept", aggregate_id: "subject-b", at, state: "pending" },
  ]);
  const [audit] = engine.read.all<{ action: string; subject_id: string; events: string }>(
    "select * from audit",
    [],
  );
  assert.equal(audit!.action, "keep");
  assert.equal(audit!.subject_id, "subject-a");
  assert.deepEqual(JSON.parse(audit!.events), [kept("a"), kept("b")]);
  assert.deepEqual(engine.broken(), []);
});

Deno.test("transact() writes nothing at all for a refusal", async () => {
  await using engine = await testEngine({ writers });
  const result = await keeping(engine, [], { decide: () => refuse({ reason: "no" }) });
  assert.deepEqual(result, { ok: false, refusals: [{ reason: "no" }] });
  assert.deepEqual([count(engine, "audit"), count(engine, "outbox")], [0, 0]);
});

Deno.test("transact() answers changed_meanwhile for a stale version and undoes the whole unit", async () => {
  await using engine = await testEngine({ writers });
  const result = await keeping(engine, [kept("a"), { type: "Stale", subject: "s" }]);
  assert.deepEqual(result.refusals, [{ reason: "changed_meanwhile" }]);
  assert.deepEqual(notes(engine), []);
  assert.equal(count(engine, "audit"), 0);
});

Deno.test("transact() dies on an event without a writer and writes nothing", async () => {
  await using engine = await testEngine({ writers });
  const unknown = keeping(engine, [kept("a"), { type: "Unheard" } as unknown as Event]);
  await assert.rejects(unknown, /no writer for Unheard/);
  assert.deepEqual(notes(engine), []);
});

Deno.test("transact() inside transact is refused", async () => {
  await using engine = await testEngine({ writers });
  const nested = keeping(engine, [kept("outer")], {
    load: () => keeping(engine, [kept("inner")]).then(() => null),
  });
  await assert.rejects(nested, UnitFault);
  await keeping(engine, [kept("after")]);
  assert.deepEqual(notes(engine), ["after"]);
});

Deno.test("transact() lets a loader nest one scoped query in another", async () => {
  await using engine = await testEngine({ writers });
  const result = await keeping(engine, [kept("a")], {
    load: async (facts) => {
      await facts.from("sku").select("id")
        .where("category_id", "in", facts.from("category").select("id")).execute();
      return null;
    },
  });
  assert.equal(result.ok, true);
});

Deno.test("transact() tells of its events after the commit, and not of refusals or repeats", async () => {
  await using engine = await testEngine({ writers });
  const told: string[][] = [];
  engine.onCommit((events) => told.push(events.map(({ subject }) => subject)));
  await keeping(engine, [kept("a")]);
  const once = { outboxId: newestEvent(engine), listener: "l" };
  await keeping(engine, [], { decide: () => refuse({ reason: "no" }) });
  await keeping(engine, [kept("b")], { once });
  await keeping(engine, [kept("b")], { once });
  assert.deepEqual(told, [["subject-a"], ["subject-b"]]);
});

Deno.test("transact() with `once` does nothing the second time", async () => {
  await using engine = await testEngine({ writers });
  await keeping(engine, [kept("first")]);
  const once = { outboxId: newestEvent(engine), listener: "copy" };
  const first = await keeping(engine, [kept("copied")], { once });
  const second = await keeping(engine, [kept("copied")], { once });
  const other = await keeping(engine, [kept("other")], { once: { ...once, listener: "other" } });
  assert.deepEqual([first.replayed, second.replayed, other.replayed], [undefined, true, undefined]);
  assert.deepEqual(notes(engine), ["first", "copied", "other"]);
});

Deno.test("transact() with `once` may be tried again after a refusal", async () => {
  await using engine = await testEngine({ writers });
  await keeping(engine, [kept("first")]);
  const once = { outboxId: newestEvent(engine), listener: "copy" };
  await keeping(engine, [], { once, decide: () => refuse({ reason: "no" }) });
  await keeping(engine, [kept("now")], { once });
  assert.deepEqual(notes(engine), ["first", "now"]);
});

const key = { principalId: "p", route: "POST /x", key: "k", bodyHash: "h1" };
const reply = () => ({ status: 201, body: '{"number":"SO-1"}' });

Deno.test("transact() answers a repeated key with the stored reply and writes nothing again", async () => {
  await using engine = await testEngine({ writers });
  const first = await keeping(engine, [kept("a")], { key, reply });
  const second = await keeping(engine, [kept("a")], {
    key,
    reply: () => ({ status: 500, body: "made anew" }),
  });
  assert.deepEqual(first.reply, reply());
  assert.deepEqual(second.reply, reply());
  assert.equal(second.replayed, true);
  assert.deepEqual(notes(engine), ["a"]);
  assert.equal(count(engine, "audit"), 1);
});

Deno.test("transact() runs a key once even when both requests wait in one group", async () => {
  await using engine = await testEngine({ writers });
  const both = await Promise.all([1, 2].map(() => keeping(engine, [kept("a")], { key, reply })));
  assert.deepEqual(both.map(({ replayed }) => replayed), [undefined, true]);
  assert.deepEqual(notes(engine), ["a"]);
});

Deno.test("transact() throws KeyReused for a known key with another body", async () => {
  await using engine = await testEngine({ writers });
  await keeping(engine, [kept("a")], { key, reply });
  const other = keeping(engine, [kept("b")], { key: { ...key, bodyHash: "h2" }, reply });
  await assert.rejects(other, KeyReused);
  assert.deepEqual(notes(engine), ["a"]);
});

Deno.test("transact() keeps a key apart by principal and by route", async () => {
  await using engine = await testEngine({ writers });
  await keeping(engine, [kept("a")], { key, reply });
  await keeping(engine, [kept("b")], { key: { ...key, principalId: "q", bodyHash: "x" }, reply });
  await keeping(engine, [kept("c")], { key: { ...key, route: "POST /y", bodyHash: "x" }, reply });
  assert.deepEqual(notes(engine), ["a", "b", "c"]);
});

Deno.test("transact() stores no reply for a refusal: the key may be tried again", async () => {
  await using engine = await testEngine({ writers });
  await keeping(engine, [], { key, reply, decide: () => refuse({ reason: "no" }) });
  const again = await keeping(engine, [kept("a")], { key: { ...key, bodyHash: "h2" }, reply });
  assert.equal(again.ok, true);
  assert.deepEqual(notes(engine), ["a"]);
});

Deno.test("number series have no gap under refused and failed units", async () => {
  await using engine = await testEngine({ writers });
  const taken: number[] = [];
  const numbering = (outcome: "ok" | "refused" | "fails") =>
    engine.transact<NextNumber, Event, No>({
      action: "number",
      author: engine.author,
      scope: { kind: "none" },
      load: (facts) => nextNumber(facts, "SO"),
      decide: (number) => {
        if (outcome === "refused") return refuse({ reason: "no" });
        const event: Event = { type: "Numbered", subject: "n", number };
        if (outcome === "fails") return accept<Event>(event, { type: "Stale", subject: "s" });
        taken.push(number.value);
        return accept<Event>(event);
      },
    });
  await Promise.all(
    (["ok", "refused", "ok", "fails", "ok", "refused", "ok"] as const).map(numbering),
  );
  assert.deepEqual(taken, [1, 2, 3, 4]);
  engine.clock.set("2027-01-01T00:00:00.000Z");
  await numbering("ok");
  assert.deepEqual(taken.at(-1), 1);
  assert.deepEqual(engine.read.all("select * from number_series order by year", []), [
    { series: "SO", year: 2026, next_value: 5 },
    { series: "SO", year: 2027, next_value: 2 },
  ]);
});

Deno.test("takeNumber() refuses a number that was taken meanwhile", async () => {
  await using engine = await testEngine();
  const take = (value: number) =>
    engine.writer.write((tx) => {
      takeNumber(tx, { series: "SO", year: 2026, value });
      return Promise.resolve();
    });
  await take(1);
  await take(2);
  await assert.rejects(take(2), ChangedMeanwhile);
});

Deno.test("foresee() decides as transact does, on the reading connection, and writes nothing", async () => {
  await using engine = await testEngine({ writers });
  await keeping(engine, [kept("a")]);
  const seen = await engine.foresee<number, Event, No>({
    author: engine.author,
    scope: { kind: "all" },
    load: async (facts) => (await facts.from("upkeep").select("id").execute()).length,
    decide: (found) => accept<Event>(kept(`after ${found}`)),
  });
  assert.deepEqual(seen, { loaded: 1, decision: accept(kept("after 1")) });
  assert.deepEqual(notes(engine), ["a"]);
});

Deno.test("the audit chain of many units verifies", async () => {
  await using engine = await testEngine({ writers });
  await Promise.all(Array.from({ length: 30 }, (_, i) => keeping(engine, [kept(String(i))])));
  const report = verifyAudit(engine.read, { batch: 7 });
  assert.deepEqual({ rows: report.rows, broken: report.broken }, { rows: 30, broken: [] });
});
