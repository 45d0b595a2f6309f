import assert from "node:assert/strict";
import type { By } from "~/domain/_kernel/by.ts";
import { appendAudit, type ChainReport, verifyAudit } from "./audit.ts";
import { appendOutbox } from "./outbox.ts";
import { type TestEngine, testEngine } from "./testing.ts";

const length = 12;

/** A chain of twelve rows, each with its outbox row. */
async function chained(): Promise<TestEngine> {
  const engine = await testEngine();
  const { userId, name } = engine.author;
  for (let i = 1; i <= length; i++) {
    const by = { userId, name, at: engine.clock.now(), onBehalfOf: i % 2 ? null : "dealer" };
    await engine.writer.write((tx) => {
      const events = JSON.stringify([{ type: "Kept", subject: `s${i}`, phone: "13800000000" }]);
      const seq = appendAudit(tx, by as By, { action: "keep", subject: `s${i}`, events });
      appendOutbox(tx, seq, [{ type: "Kept", subject: `s${i}` }], by.at);
      return Promise.resolve();
    });
    engine.clock.advance(1000);
  }
  return engine;
}

/** Somebody with the file in hand: nothing is checked. */
function tamper(engine: TestEngine, sql: string): ChainReport {
  const { connection } = engine.writer;
  connection.exec("pragma foreign_keys = off; pragma ignore_check_constraints = on");
  connection.exec(sql);
  return verifyAudit(engine.read, { batch: 5 });
}

const seqs = ({ broken }: ChainReport) => broken.map(({ seq }) => seq);

Deno.test("verifyAudit() accepts an untouched chain and an empty one", async () => {
  await using engine = await chained();
  const whole = verifyAudit(engine.read, { batch: 5 });
  assert.deepEqual([whole.rows, whole.head.seq, whole.broken], [length, length, []]);
  await using empty = await testEngine();
  assert.deepEqual(verifyAudit(empty.read).broken, []);
});

Deno.test("verifyAudit() accepts erased events: the digest keeps the chain whole", async () => {
  await using engine = await chained();
  assert.deepEqual(tamper(engine, "update audit set events = null").broken, []);
});

for (
  const [column, value] of Object.entries({
    at: "'2020-01-01T00:00:00.000Z'",
    user_id: "'somebody'",
    user_name: "'somebody'",
    on_behalf_of: "'another dealer'",
    action: "'approve'",
    subject_id: "'another'",
    events: `replace(events, '13800000000', '13900000000')`,
    events_hash: `'${"1".repeat(64)}'`,
    previous_hash: `'${"1".repeat(64)}'`,
    hash: `'${"1".repeat(64)}'`,
  })
) {
  Deno.test(`verifyAudit() names a row whose ${column} was edited, wherever it stands`, async () => {
    await using engine = await chained();
    for (let seq = 1; seq <= length; seq++) {
      const [before] = engine.read.all<Record<string, string | null>>(
        "select * from audit where seq = ?",
        [seq],
      );
      const report = tamper(engine, `update audit set ${column} = ${value} where seq = ${seq}`);
      assert.ok(seqs(report).includes(seq), `row ${seq}`);
      engine.writer.connection.run(`update audit set ${column} = ? where seq = ?`, [
        before![column]!,
        seq,
      ]);
    }
    assert.deepEqual(verifyAudit(engine.read).broken, []);
  });
}

Deno.test("verifyAudit() finds a row that was removed, wherever it stood", async () => {
  for (let seq = 1; seq <= length; seq++) {
    await using engine = await chained();
    const report = tamper(engine, `delete from audit where seq = ${seq}`);
    assert.deepEqual(seqs(report), [Math.min(seq + 1, length)], `row ${seq}`);
    assert.match(report.broken[0]!.why, /missing|gone/);
  }
});

Deno.test("verifyAudit() finds two neighbours that changed places", async () => {
  await using engine = await chained();
  const report = tamper(
    engine,
    "update audit set seq = -5 where seq = 5; update audit set seq = 5 where seq = 6; update audit set seq = 6 where seq = -5",
  );
  assert.deepEqual(seqs(report), [5, 6, 7]);
});

Deno.test("verifyAudit() finds words moved from one field to the next", async () => {
  for (const separator of ["char(10)", "','", "' '", "''"]) {
    await using engine = await chained();
    const report = tamper(
      engine,
      `update audit set on_behalf_of = null, user_name = user_name || ${separator} || on_behalf_of
       where seq = 4`,
    );
    assert.deepEqual(seqs(report), [4], separator);
  }
});

Deno.test("verifyAudit() finds a chain forged anew from some row on, by a head seen earlier", async () => {
  await using engine = await chained();
  const { head } = verifyAudit(engine.read);
  const anchors = [head];
  assert.deepEqual(verifyAudit(engine.read, { anchors }).broken, []);
  tamper(engine, "delete from outbox; delete from audit where seq > 8");
  assert.deepEqual(verifyAudit(engine.read).broken, []);
  assert.deepEqual(seqs(verifyAudit(engine.read, { anchors })), [length]);
  for (let i = 9; i <= length; i++) {
    await engine.writer.write((tx) => {
      const by = { ...engine.author, at: engine.clock.now() } as unknown as By;
      appendAudit(tx, by, { action: "forged", subject: "s", events: "[]" });
      return Promise.resolve();
    });
  }
  assert.deepEqual(verifyAudit(engine.read).broken, []);
  assert.deepEqual(seqs(verifyAudit(engine.read, { anchors })), [length]);
});
