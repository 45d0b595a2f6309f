import assert from "node:assert/strict";
import { Random } from "./random.ts";

const drawn = (seed: string, count = 2000) => {
  const chance = new Random(seed);
  return Array.from({ length: count }, () => chance.between(0, 1));
};

Deno.test("Random draws the same from the same seed and other things from another", () => {
  assert.deepEqual(drawn("D-1001", 20), drawn("D-1001", 20));
  assert.notDeepEqual(drawn("D-1001", 20), drawn("D-1002", 20));
});

Deno.test("Random is even: means and bounds are where they belong", () => {
  const all = drawn("even");
  const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
  assert.ok(Math.abs(mean - 0.5) < 0.03, `${mean}`);
  assert.ok(all.every((one) => one >= 0 && one < 1));
  const chance = new Random("dice");
  const faces = new Set(Array.from({ length: 300 }, () => chance.whole(1, 6)));
  assert.deepEqual([...faces].sort(), [1, 2, 3, 4, 5, 6]);
});

Deno.test("Random.weighted() never picks what weighs nothing, and the heavy more often", () => {
  const chance = new Random("weights");
  const picked = Array.from(
    { length: 1000 },
    () =>
      chance.weighted(
        ["none", "light", "heavy"],
        (word) => word.length === 4 ? 0 : word === "light" ? 1 : 9,
      ),
  );
  const count = (word: string) => picked.filter((each) => each === word).length;
  assert.equal(count("none"), 0);
  assert.ok(count("heavy") > 5 * count("light"), `${count("heavy")} to ${count("light")}`);
});

Deno.test("Random.shuffled() loses and doubles nothing", () => {
  const items = Array.from({ length: 50 }, (_, at) => at);
  const mixed = new Random("cards").shuffled(items);
  assert.deepEqual(mixed.toSorted((a, b) => a - b), items);
  assert.notDeepEqual(mixed, items);
});
