import { strict as assert } from "node:assert";
import { lastUnitFaults, type LastUnitReport, proveLastUnit } from "./last_unit.ts";

Deno.test("200 buyers for the last unit: one gets it, the others hear that it is gone, fifty times over", async () => {
  const report = await proveLastUnit({ rounds: 50, sockets: 200 });
  assert.deepEqual(lastUnitFaults(report), [], JSON.stringify(report.told));
  assert.deepEqual(report.winners, Array.from({ length: 50 }, () => 1));
  assert.equal(Object.keys(report.told).length, 2, "each in the own language");
});

const sound: LastUnitReport = {
  rounds: 2,
  sockets: 3,
  winners: [1, 1],
  told: { "422 stock_short: 要 1 瓶，可订 0 瓶": 4 },
  broken: [],
};

Deno.test("lastUnitFaults() names two winners, a busy server and words that are missing", () => {
  assert.deepEqual(lastUnitFaults(sound), []);
  const worse: [Partial<LastUnitReport>, RegExp][] = [
    [{ winners: [1] }, /1 rounds of 2/],
    [{ winners: [1, 2] }, /not one winner: 2/],
    [{ told: { "503 : ": 4 } }, /4 losers were told 503/],
    [{ told: { ...sound.told, "422 stock_short: ": 1 } }, /1 losers were told 422/],
    [{ told: {} }, /^0 losers were told that/],
    [{ broken: ["pool_stock_is_its_nodes"] }, /pool_stock/],
  ];
  for (const [part, said] of worse) {
    assert.match(lastUnitFaults({ ...sound, ...part }).join("; "), said);
  }
});
