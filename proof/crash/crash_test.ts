import { strict as assert } from "node:assert";
import { proveCrash } from "./crash.ts";

Deno.test("kill -9 under load: no acknowledged order is lost, doubled or oversold", async () => {
  const report = await proveCrash({ kills: 20, acknowledged: 2000, inReply: 5 });
  console.log(JSON.stringify(report));
  assert.ok(report.kills >= 20 && report.acknowledged >= 2000);
  assert.ok(report.killsBetweenCommitAndReply >= 5);
  assert.deepEqual(report.lost, []);
  assert.equal(report.doubled, 0);
  assert.equal(report.strangers, 0);
  assert.equal(report.misrouted, 0, "a listener that was killed did its work once, and only once");
  assert.deepEqual(report.broken, []);
});
