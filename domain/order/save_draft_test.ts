import assert from "node:assert/strict";
import type { DraftId } from "../_kernel/id.ts";
import { type Draft, type DraftContent, dropDraft, emptyContent, saveDraft } from "./save_draft.ts";
import { dingshun } from "./testing.ts";

const content: DraftContent = {
  ...emptyContent,
  lines: [{ id: "1", code: "klszs", unit: "箱", quantity: "十", discount: "" }],
  nextLine: 2,
};
const id = "draft" as DraftId;
const draft: Draft = {
  id,
  dealerId: dingshun.id,
  version: 3,
  content: emptyContent,
};

Deno.test("saveDraft() opens a draft on its first change, mistakes and all", () => {
  const facts = { draft: null, dealerId: dingshun.id };
  assert.deepEqual(saveDraft({ id, content, version: 0 }, facts).events, [{
    type: "DraftSaved",
    subject: id,
    dealerId: dingshun.id,
    version: 1,
    content: JSON.stringify(content),
  }]);
});

Deno.test("saveDraft() keeps the draft and raises its version", () => {
  const facts = { draft, dealerId: dingshun.id };
  const [saved] = saveDraft({ id, content, version: 3 }, facts).events!;
  assert.deepEqual([saved!.subject, saved!.version], ["draft", 4]);
});

Deno.test("saveDraft() refuses the older of two windows, also where the draft is gone or new", () => {
  for (const [version, stored] of [[2, draft], [0, draft], [3, null]] as const) {
    const facts = { draft: stored, dealerId: dingshun.id };
    assert.deepEqual(saveDraft({ id, content, version }, facts).refusals, [
      { reason: "changed_meanwhile" },
    ]);
  }
});

Deno.test("dropDraft() forgets the draft", () => {
  assert.deepEqual(dropDraft(draft).events, [
    { type: "DraftDropped", subject: "draft", version: 4 },
  ]);
});
