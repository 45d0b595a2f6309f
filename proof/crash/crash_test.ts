import { strict as assert } from "node:assert";
import { crashFaults, type CrashReport, proveCrash } from "./crash.ts";

Deno.test("kill -9 under load: no acknowledged order is lost, doubled or oversold", async () => {
  const goal = { kills: 20, acknowledged: 2000, inReply: 5 };
  const report = await proveCrash(goal);
  console.log(JSON.stringify(report));
  assert.deepEqual(crashFaults(report, goal), []);
  assert.ok(report.committedUnanswered >= 5);
});

const sound: CrashReport = {
  kills: 20,
  killsBetweenCommitAndReply: 5,
  committedUnanswered: 12,
  acknowledged: 2000,
  repeated: 40,
  lost: [],
  doubled: 0,
  strangers: 0,
  misrouted: 0,
  broken: [],
};

Deno.test("crashFaults() names whatever was not kept, and nothing else", () => {
  const goal = { kills: 20, acknowledged: 2000, inReply: 5 };
  assert.deepEqual(crashFaults(sound, goal), []);
  const worse: [Partial<CrashReport>, RegExp][] = [
    [{ kills: 19 }, /19 kills/],
    [{ killsBetweenCommitAndReply: 4 }, /only 4 kills between/],
    [{ acknowledged: 1999 }, /1999 orders/],
    [{ lost: ["SO-2026-000001"] }, /1 orders lost: SO-2026-000001/],
    [{ doubled: 1 }, /doubled/],
    [{ strangers: 1 }, /nobody was told/],
    [{ misrouted: 1 }, /routed/],
    [{ broken: ["journal_is_zero"] }, /journal_is_zero/],
  ];
  for (const [part, said] of worse) {
    const faults = crashFaults({ ...sound, ...part }, goal);
    assert.equal(faults.length, 1);
    assert.match(faults[0]!, said);
  }
});
