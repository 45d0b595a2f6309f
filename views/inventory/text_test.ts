import { strict as assert } from "node:assert";
import { wordProblems } from "~/views/_kit/text_check.ts";
import { inventoryWords } from "./text.ts";

const { zh, en } = inventoryWords.both;
const { refused: _zh, ...chinese } = zh;
const { refused: _en, ...english } = en;

Deno.test("inventoryWords has both languages whole", () => {
  assert.deepEqual(wordProblems({ zh: chinese, en: english }), []);
});

Deno.test("a hold is told with the orders that may be named", () => {
  const below = { reason: "below_pinned", node: "XZ01", sku: "COLA-330", left: 3, pinned: 24 };
  const said = (numbers: string[], others: number) =>
    zh.refused.below_pinned(
      { ...below, numbers, others } as Parameters<
        typeof zh.refused.below_pinned
      >[0],
    );
  assert.match(said(["SO-1", "SO-2"], 1), /SO-1、SO-2 和另外 1 张。$/);
  assert.match(said(["SO-1"], 0), /占着它的是 SO-1。$/);
  assert.match(said([], 4), /占着它的有 4 张订单。$/);
});

Deno.test("a node still in use says what cannot be done and what lies there", () => {
  const open = { skus: 3, units: 1240, pinnedUnits: 24 };
  const refusal = { reason: "node_still_in_use" as const, ...open };
  assert.match(zh.refused.node_still_in_use({ ...refusal, change: "move" }), /1,240.*换库存池/);
  assert.match(en.refused.node_still_in_use({ ...refusal, change: "deactivate" }), /be closed/);
  const unpinned = { ...refusal, pinnedUnits: 0, change: "stop_stocking" as const };
  assert.doesNotMatch(en.refused.node_still_in_use(unpinned), /pinned/);
});
