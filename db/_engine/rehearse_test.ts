import assert from "node:assert/strict";
import { accept, type Decision, refuse } from "~/domain/_kernel/decision.ts";
import type { EventBase } from "./outbox.ts";
import { type TestEngine, testEngine } from "./testing.ts";
import type { EventWriters, Unit } from "./transact.ts";
import type { Tx } from "./tx.ts";

type Kept = { type: "Kept" | "Stale"; subject: string; note: string };
type No = { reason: "full"; actual: number };

const writers = {
  Kept: (tx: Tx, { note }: Kept, { at }: { at: string }) =>
    tx.insert("upkeep", { kind: "kept", at, ok: 1, detail: note }),
  Stale: (tx: Tx) => tx.changeOne("upkeep", { kind: "nobody has this" }, { detail: "" }),
} as unknown as EventWriters;

/** Keeps a note while there are fewer than two. */
function keeping(engine: TestEngine, type: Kept["type"] = "Kept") {
  return {
    action: "keep",
    author: engine.author,
    scope: { kind: "all" },
    load: async (facts) => (await facts.from("upkeep").select("id").execute()).length,
    decide: (found): Decision<Kept, No> =>
      found < 2
        ? accept({ type, subject: "s", note: `after ${found}` })
        : refuse({ reason: "full", actual: found }),
  } as Unit<number, Kept, No> as unknown as Unit<unknown, EventBase, No>;
}

const rows = (engine: TestEngine, table: string) =>
  engine.read.all<{ n: number }>(`select count(*) as n from ${table}`, [])[0]!.n;

Deno.test("rehearse() lets each unit see what those before it wrote, and keeps nothing", async () => {
  await using engine = await testEngine({ writers });
  let committed = 0;
  engine.onCommit(() => void (committed += 1));
  const decisions = await engine.rehearse([
    keeping(engine),
    keeping(engine, "Stale"),
    keeping(engine),
    keeping(engine),
  ]);
  assert.deepEqual(decisions.map((one) => one.ok ? "yes" : one.refusals[0]), [
    "yes",
    { reason: "changed_meanwhile" },
    "yes",
    { reason: "full", actual: 2 },
  ]);
  assert.deepEqual(["upkeep", "audit", "outbox"].map((table) => rows(engine, table)), [0, 0, 0]);
  assert.equal(committed, 0);
  assert.equal((await engine.transact(keeping(engine))).ok, true);
  assert.deepEqual([rows(engine, "upkeep"), rows(engine, "audit")], [1, 1]);
  assert.deepEqual(engine.broken(), []);
});

Deno.test("rehearse() takes nothing of another's unit with it, and a fault ends it loudly", async () => {
  await using engine = await testEngine({ writers });
  const fault = { ...keeping(engine), decide: () => assert.fail("a fault") };
  const [kept, ended] = await Promise.allSettled([
    engine.transact(keeping(engine)),
    engine.rehearse([keeping(engine), fault]),
  ]);
  assert.equal(kept.status, "fulfilled");
  assert.ok(ended.status === "rejected" && /a fault/.test(String(ended.reason)));
  assert.equal(rows(engine, "upkeep"), 1);
});
