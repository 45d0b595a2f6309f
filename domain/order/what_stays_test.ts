import assert from "node:assert/strict";
import { submittedOrder, usual } from "./testing.ts";
import { whatStays } from "./what_stays.ts";

const order = submittedOrder({ ...usual, freightMinor: 0 });
const [water, tea] = order.lines;
const taxMinor = water!.taxMinor + tea!.taxMinor;

Deno.test("whatStays() of an order that goes on is all of it", () => {
  assert.deepEqual(whatStays(order), { cancelledMinor: 0, payableMinor: 41_800, taxMinor });
});

Deno.test("whatStays() of a cut order is what its shipments posted, its freight among it", () => {
  const cut = {
    ...order,
    lines: [
      {
        ...water!,
        open: 0,
        shipped: 60,
        cancelled: 180,
        postedMinor: 6_600,
        postedFreightMinor: 50,
        postedTaxMinor: 759,
      },
      { ...tea!, open: 0, cancelled: 60 },
    ],
  };
  assert.deepEqual(whatStays(cut), { cancelledMinor: 35_150, payableMinor: 6_650, taxMinor: 759 });
});

Deno.test("whatStays() of a line that had left before the cut is the whole line", () => {
  const cut = {
    ...order,
    lines: [{ ...water!, open: 0, shipped: 240 }, { ...tea!, open: 0, cancelled: 60 }],
  };
  assert.deepEqual(whatStays(cut), {
    cancelledMinor: 15_400,
    payableMinor: 26_400,
    taxMinor: water!.taxMinor,
  });
});

for (const commercial of ["cancelled", "rejected"] as const) {
  Deno.test(`whatStays() of an order that is ${commercial} is nothing`, () => {
    assert.deepEqual(whatStays({ ...order, commercial }), {
      cancelledMinor: 41_800,
      payableMinor: 0,
      taxMinor: 0,
    });
  });
}
