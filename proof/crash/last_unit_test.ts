import { strict as assert } from "node:assert";
import { proveLastUnit } from "./last_unit.ts";

Deno.test("200 buyers for the last unit: exactly one gets it, fifty times over", async () => {
  const { winners, broken } = await proveLastUnit({ rounds: 50, sockets: 200 });
  assert.deepEqual(winners, Array.from({ length: 50 }, () => 1));
  assert.deepEqual(broken, []);
});
