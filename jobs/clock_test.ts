import assert from "node:assert/strict";
import { dealers, plantWorld, skus } from "~/db/dispatch/testing.ts";
import { type TestEngine, testEngine } from "~/db/_engine/testing.ts";
import { writers } from "~/db/writers.ts";
import { hourMs } from "~/domain/_kernel/period.ts";
import { clock } from "./clock.ts";

/** What we promise to do by ourselves, and when; times are UTC. */
const promised: Record<string, string> = {
  "expire reservations": "* * * * *",
  "remind approvers": "0 1 * * *",
  "check invariants": "*/10 * * * *",
  "verify audit chain": "30 17 * * *",
  "back up": "0 18 * * *",
  "purge what is past its keeping time": "0 19 * * *",
};

Deno.test("the clock does all that is promised at its times, and nothing else", () => {
  assert.deepEqual(clock.map(({ name, schedule }) => [name, schedule]), Object.entries(promised));
});

const count = (engine: TestEngine, sql: string) =>
  engine.read.all<{ n: number }>(`select count(*) as n from ${sql}`, [])[0]!.n;

/** Each entry leaves its own trace: an entry wired to another's work is found here. */
const traces: Record<string, string> = {
  "expire reservations": "reservation where state = 'expired'",
  "remind approvers": "order_event where kind = 'reminded'",
  "check invariants": "upkeep where kind = 'invariants' and ok = 1",
  "verify audit chain": "upkeep where kind = 'audit' and ok = 1",
  "back up": "upkeep where kind = 'backup' and ok = 1",
  "purge what is past its keeping time": "upkeep where kind = 'purge' and ok = 1",
};

for (const { name, run } of clock) {
  Deno.test(`the clock's "${name}" does just that`, async () => {
    await using engine = await testEngine({ writers });
    const world = await plantWorld(engine);
    await world.distrust(dealers.dingshun);
    await world.order([{ sku: skus.tea, quantity: 2 }]);
    engine.clock.advance(73 * hourMs);
    await run({ engine, backupFolder: `${engine.folder}/backups` });
    const left = Object.keys(traces).filter((each) => count(engine, traces[each]!) > 0);
    assert.deepEqual(left, [name]);
  });
}
