import assert from "node:assert/strict";
import { accept, refuse, refuseIfAny } from "./decision.ts";

Deno.test("accept() keeps the events in their order, and none is an answer too", () => {
  assert.deepEqual(accept("first", "second"), { ok: true, events: ["first", "second"] });
  assert.deepEqual(accept(), { ok: true, events: [] });
});

Deno.test("refuse() keeps all reasons in their order", () => {
  const [one, two] = [{ reason: "one", at: "/a" }, { reason: "two" }];
  assert.deepEqual(refuse(one, two), { ok: false, refusals: [one, two] });
});

Deno.test("refuseIfAny() refuses with all that was found, and lets go on where there is nothing", () => {
  const found = [{ reason: "one" }, { reason: "two" }, { reason: "three" }];
  assert.deepEqual(refuseIfAny(found), { ok: false, refusals: found });
  assert.equal(refuseIfAny([]), null);
});
