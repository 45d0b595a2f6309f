import { strict as assert } from "node:assert";
import { part } from "./testing.ts";
import { voidFulfilments } from "./void_fulfilments.ts";

Deno.test("voidFulfilments() takes back what has not shipped; a part that shipped some is done", () => {
  const decision = voidFulfilments([
    part("XZ", [[1, 10]]),
    part("NJ", [[1, 10, 4], [2, 3, 3]], { state: "part_shipped", version: 5 }),
  ]);
  assert.deepEqual(decision.events?.[0]?.fulfilments, [
    {
      fulfilmentId: "PART XZ",
      version: 2,
      state: "void",
      lines: [{ lineNo: 1, skuId: "SKU1", quantity: 10 }],
    },
    {
      fulfilmentId: "PART NJ",
      version: 6,
      state: "shipped",
      lines: [{ lineNo: 1, skuId: "SKU1", quantity: 6 }],
    },
  ]);
});

Deno.test("voidFulfilments() with nothing open does nothing", () => {
  assert.deepEqual(voidFulfilments([]), { ok: true, events: [] });
});
