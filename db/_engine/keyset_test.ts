import assert from "node:assert/strict";
import fc from "fast-check";
import { type Branch, keysetPage } from "./keyset.ts";

/** What an index range answers. */
const branchOf = (...keys: string[]): Branch => ({ low, high, newestFirst, limit }) => {
  const inside = keys.filter((key) => key > low && key < high).sort();
  return (newestFirst ? inside.reverse() : inside).slice(0, limit);
};

Deno.test("keysetPage() merges ranges newest first and says where it goes on", () => {
  const branches = [branchOf("1", "4", "7"), branchOf("2", "5"), branchOf()];
  assert.deepEqual(keysetPage(branches, { limit: 3 }), {
    keys: ["7", "5", "4"],
    newer: null,
    older: "4",
  });
  assert.deepEqual(keysetPage(branches, { after: "4", limit: 3 }), {
    keys: ["2", "1"],
    newer: "2",
    older: null,
  });
  assert.deepEqual(keysetPage(branches, { before: "2", limit: 2 }), {
    keys: ["5", "4"],
    newer: "5",
    older: "4",
  });
  assert.deepEqual(keysetPage(branches, { before: "4", limit: 9 }), {
    keys: ["7", "5"],
    newer: null,
    older: "5",
  });
});

Deno.test("keysetPage() takes a key of two ranges once, and keeps to the range", () => {
  const branches = [branchOf("1", "2", "3"), branchOf("2", "3", "4")];
  const range = { low: "1", high: "4" };
  assert.deepEqual(keysetPage(branches, { limit: 9 }, range).keys, ["3", "2"]);
  assert.deepEqual(keysetPage(branches, { after: "9", limit: 9 }, range).keys, ["3", "2"]);
  assert.deepEqual(keysetPage(branches, { before: "0", limit: 9 }, range).keys, ["3", "2"]);
});

Deno.test("keysetPage() of nothing is an empty page", () => {
  assert.deepEqual(keysetPage([], { limit: 5 }), { keys: [], newer: null, older: null });
});

Deno.test("keysetPage(): paging back and forth shows every key once, in order", () => {
  const keys = fc.uniqueArray(fc.integer({ min: 100, max: 999 }).map(String), { maxLength: 40 });
  fc.assert(fc.property(
    fc.array(keys, { maxLength: 5 }),
    fc.integer({ min: 1, max: 7 }),
    (runs, limit) => {
      const branches = runs.map((run) => branchOf(...run));
      const all = [...new Set(runs.flat())].sort().reverse();
      const older: string[] = [];
      let page = keysetPage(branches, { limit });
      older.push(...page.keys);
      while (page.older) {
        page = keysetPage(branches, { after: page.older, limit });
        older.push(...page.keys);
      }
      assert.deepEqual(older, all);
      const newer = [...page.keys];
      while (page.newer) {
        const before = page.newer;
        page = keysetPage(branches, { before, limit });
        if (page.keys.length === 0) break;
        newer.unshift(...page.keys);
      }
      assert.deepEqual(newer, all);
    },
  ));
});
