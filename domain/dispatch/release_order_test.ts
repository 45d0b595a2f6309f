import { strict as assert } from "node:assert";
import { releaseOrder } from "./release_order.ts";
import { line, order, part } from "./testing.ts";

const planned = [part("XZ", [[1, 6]]), part("NJ", [[1, 4], [2, 3]])];
const routed = order([line(1, 10, { allocated: 10 }), line(2, 3, { allocated: 3 })]);

Deno.test("releaseOrder() hands every planned part to its warehouse", () => {
  const decision = releaseOrder({ version: 3 }, { order: routed, planned });
  assert.ok(decision.ok);
  assert.deepEqual(decision.events, [{
    type: "FulfilmentReleased",
    subject: "ORDER",
    version: 4,
    fulfilments: [
      { fulfilmentId: "PART XZ", version: 2 },
      { fulfilmentId: "PART NJ", version: 2 },
    ],
    lines: [{ lineNo: 1, released: 10 }, { lineNo: 2, released: 3 }],
    fulfilment: "released",
  }]);
});

Deno.test("releaseOrder() lets one warehouse begin with its own part", () => {
  const decision = releaseOrder({ version: 3 }, { order: routed, planned: planned.slice(0, 1) });
  assert.deepEqual(decision.events?.[0]?.lines, [{ lineNo: 1, released: 6 }]);
});

Deno.test("releaseOrder() stays part shipped where another part has left", () => {
  const of = order([line(1, 10, { allocated: 4, shipped: 6 })]);
  const decision = releaseOrder({ version: 3 }, { order: of, planned: [part("NJ", [[1, 4]])] });
  assert.equal(decision.events?.[0]?.fulfilment, "part_shipped");
});

Deno.test("releaseOrder() refuses an order that is not confirmed", () => {
  const of = order([line(1, 1)], { commercial: "cancelled", fulfilment: "none" });
  assert.deepEqual(releaseOrder({ version: 3 }, { order: of, planned }).refusals, [
    { reason: "wrong_stage", command: "release", stage: "cancelled" },
  ]);
});

Deno.test("releaseOrder() refuses a stale version", () => {
  assert.deepEqual(releaseOrder({ version: 2 }, { order: routed, planned }).refusals, [
    { reason: "changed_meanwhile" },
  ]);
});

Deno.test("releaseOrder() refuses where nothing waits for release", () => {
  assert.deepEqual(releaseOrder({ version: 3 }, { order: routed, planned: [] }).refusals, [
    { reason: "nothing_routed" },
  ]);
});
