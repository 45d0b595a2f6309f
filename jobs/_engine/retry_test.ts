import assert from "node:assert/strict";
import { fateAfterFailure } from "./retry.ts";

Deno.test("fateAfterFailure() waits longer each time, an hour at most, and parks after the eighth", () => {
  const now = "2026-03-02T00:00:00.000Z";
  const fates = Array.from({ length: 9 }, (_, before) => fateAfterFailure(before, now));
  const delaysMs = fates.map(({ next_at }) => next_at && Date.parse(next_at) - Date.parse(now));
  assert.deepEqual(delaysMs, [
    1000,
    4000,
    16_000,
    64_000,
    256_000,
    1_024_000,
    3_600_000,
    null,
    null,
  ]);
  assert.deepEqual(fates.map(({ attempts }) => attempts), [1, 2, 3, 4, 5, 6, 7, 8, 9]);
  assert.deepEqual(fates.map(({ state }) => state), [
    ...Array(7).fill("pending"),
    "parked",
    "parked",
  ]);
});
