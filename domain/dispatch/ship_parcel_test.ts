import { strict as assert } from "node:assert";
import fc from "fast-check";
import type { CreditAccountId, PartnerId, SkuId } from "../_kernel/id.ts";
import { sumMinor } from "../_kernel/money.ts";
import type { Order, OrderLine } from "../order/order.ts";
import type { ParcelShipped } from "./events.ts";
import type { FulfilmentDocument } from "./fulfilment.ts";
import {
  type ShipParcel,
  shipParcel,
  type ShipParcelRefusal,
  type ShippingFacts,
} from "./ship_parcel.ts";
import { line, order, part, someone } from "./testing.ts";

function facts(
  of: Order,
  fulfilment: FulfilmentDocument,
  over: Partial<ShippingFacts> = {},
): ShippingFacts {
  const held = new Map<SkuId, number>();
  for (const { skuId, open, allocated, released } of of.lines) {
    held.set(skuId, (held.get(skuId) ?? 0) + open + allocated + released);
  }
  return {
    order: of,
    fulfilment,
    carrierId: "SF" as PartnerId,
    carrierThatDoesNotShip: null,
    held,
    credit: { accountId: "CREDIT" as CreditAccountId, termDays: 30 },
    shipmentNumber: { series: "SH", year: 2026, value: 12 },
    journalNumber: { series: "JV", year: 2026, value: 30 },
    ...over,
  };
}

const command: ShipParcel = { version: 2, trackingNumber: "SF1390022817" };
const released = { state: "released" as const, version: 2 };

type Result = ReturnType<typeof shipParcel>;
type Events = NonNullable<Result["events"]>;
function event<Type extends Events[number]["type"]>({ events }: Result, type: Type) {
  return events?.find((one) => one.type === type) as
    | Extract<Events[number], { type: Type }>
    | undefined;
}

const money = { goodsMinor: 1000, discountMinor: 100, freightMinor: 51, taxMinor: 104 };
const ten = order([line(1, 10, { released: 10, ...money })]);
const tenAtXuzhou = part("XZ", [[1, 10]], released);

Deno.test("shipParcel() ships all that is left when nothing is named", () => {
  const result = shipParcel(command, facts(ten, tenAtXuzhou), someone());
  const shipped = event(result, "ParcelShipped")!;
  assert.equal(shipped.number, "SH-2026-000012");
  assert.equal(shipped.fulfilmentState, "shipped");
  assert.equal(shipped.fulfilment, "shipped");
  assert.deepEqual(
    [shipped.goodsMinor, shipped.freightMinor, shipped.taxMinor],
    [900, 51, 104],
  );
});

Deno.test("shipParcel() posts the frozen share of a part, and the order stays part shipped", () => {
  const result = shipParcel(
    { ...command, lines: [{ lineNo: 1, quantity: 3 }] },
    facts(ten, tenAtXuzhou),
    someone(),
  );
  const shipped = event(result, "ParcelShipped")!;
  assert.deepEqual([shipped.fulfilmentState, shipped.fulfilment], ["part_shipped", "part_shipped"]);
  assert.deepEqual(shipped.lines, [{
    lineNo: 1,
    skuId: "SKU1",
    quantity: 3,
    goodsMinor: 270,
    freightMinor: 15,
    taxMinor: 31,
  }]);
});

Deno.test("shipParcel() makes the shipment a receivable: journal, credit and open item agree", () => {
  const result = shipParcel(command, facts(ten, tenAtXuzhou), someone());
  const { shipmentId } = event(result, "ParcelShipped")!;
  const journal = event(result, "JournalPosted")!;
  assert.deepEqual(journal.postings, [
    { account: "receivable", partnerId: "DEALER", amountMinor: 951 },
    { account: "sales", partnerId: null, amountMinor: -796 },
    { account: "output_tax", partnerId: null, amountMinor: -104 },
    { account: "freight_income", partnerId: null, amountMinor: -51 },
  ]);
  assert.deepEqual([journal.number, journal.documentId], ["JV-2026-000030", shipmentId]);
  const credit = event(result, "CreditMoved")!;
  assert.deepEqual([credit.openOrderMinor, credit.receivableMinor], [-951, 951]);
  const item = event(result, "OpenItemOpened")!;
  assert.deepEqual([item.amountMinor, item.dueOn], [951, "2026-04-01"]);
});

Deno.test("shipParcel() posts nothing for goods that cost nothing", () => {
  const free = order([line(1, 2, { released: 2, goodsMinor: 0 })]);
  const result = shipParcel(command, facts(free, part("XZ", [[1, 2]], released)), someone());
  assert.deepEqual(result.events?.map(({ type }) => type), ["ParcelShipped", "StockIssued"]);
});

Deno.test("shipParcel() closes the reservation of a SKU with its last unit, over all its lines", () => {
  const same = { skuId: "SKU1" as SkuId };
  const of = order([line(1, 4, { released: 4, ...same }), line(2, 5, { released: 5, ...same })]);
  const at = part("XZ", [[1, 4], [2, 5]], released);
  at.lines[1]!.skuId = "SKU1" as SkuId;
  const closes = (lines: ShipParcel["lines"]) =>
    event(shipParcel({ ...command, lines }, facts(of, at), someone()), "StockIssued")!
      .items.map(({ closesReservation }) => closesReservation);
  assert.deepEqual(closes([{ lineNo: 1, quantity: 4 }]), [false]);
  assert.deepEqual(closes([{ lineNo: 1, quantity: 4 }, { lineNo: 2, quantity: 5 }]), [false, true]);
});

Deno.test("shipParcel() passes over a line of which nothing goes", () => {
  const of = order([line(1, 4, { released: 4 }), line(2, 5, { released: 5 })]);
  const lines = [{ lineNo: 1, quantity: 0 }, { lineNo: 2, quantity: 5 }];
  const result = shipParcel(
    { ...command, lines },
    facts(of, part("XZ", [[1, 4], [2, 5]], released)),
    someone(),
  );
  const shipped = event(result, "ParcelShipped")!;
  assert.deepEqual(shipped.lines.map(({ lineNo }) => lineNo), [2]);
  assert.equal(shipped.fulfilmentState, "part_shipped");
});

type Case = {
  refusal: ShipParcelRefusal;
  of?: Order;
  at?: FulfilmentDocument;
  wish?: Partial<ShipParcel>;
  over?: Partial<ShippingFacts>;
};

const cases: Case[] = [
  {
    refusal: { reason: "wrong_stage", command: "ship", stage: "routed" },
    of: order([line(1, 10, { allocated: 10 })]),
  },
  { refusal: { reason: "changed_meanwhile" }, wish: { version: 1 } },
  {
    refusal: { reason: "not_released" },
    of: order([line(1, 10, { allocated: 4, shipped: 6 })]),
    at: part("XZ", [[1, 4]], { version: 2, state: "planned" }),
  },
  {
    refusal: { reason: "not_released" },
    at: part("XZ", [[1, 10, 10]], { version: 2, state: "shipped" }),
  },
  {
    refusal: { reason: "unknown_carrier", carrier: "YT", at: "/carrier" },
    wish: { carrier: "YT" },
    over: { carrierId: null },
  },
  {
    refusal: { reason: "carrier_does_not_ship", carrier: "SF", at: "/carrier" },
    over: { carrierThatDoesNotShip: "SF" },
  },
  {
    refusal: { reason: "unknown_line", lineNo: 9, at: "/lines/0/quantity" },
    wish: { lines: [{ lineNo: 9, quantity: 1 }] },
  },
  {
    refusal: { reason: "line_twice", lineNo: 1, at: "/lines/1/quantity" },
    wish: { lines: [{ lineNo: 1, quantity: 6 }, { lineNo: 1, quantity: 6 }] },
  },
  {
    refusal: { reason: "more_than_left", lineNo: 1, wanted: 11, left: 10, at: "/lines/0/quantity" },
    wish: { lines: [{ lineNo: 1, quantity: 11 }] },
  },
  {
    refusal: { reason: "more_than_left", lineNo: 1, wanted: -1, left: 10, at: "/lines/0/quantity" },
    wish: { lines: [{ lineNo: 1, quantity: -1 }] },
  },
  {
    // Six have left from here and three were given up.
    refusal: { reason: "more_than_left", lineNo: 1, wanted: 2, left: 1, at: "/lines/0/quantity" },
    of: order([line(1, 10, { released: 1, shipped: 6, cancelled: 3 })]),
    at: part("XZ", [[1, 10, 6, 3]], { ...released, state: "part_shipped" }),
    wish: { lines: [{ lineNo: 1, quantity: 2 }] },
  },
  {
    // Cancelled a moment ago: the paper still lies in the warehouse, the order has nothing to pick.
    refusal: { reason: "more_than_left", lineNo: 1, wanted: 4, left: 0, at: "/lines/0/quantity" },
    of: order([line(1, 10, { shipped: 6, cancelled: 4 }), line(2, 1, { released: 1 })]),
    at: part("XZ", [[1, 4]], released),
  },
  {
    refusal: { reason: "nothing_to_ship", at: "/lines" },
    wish: { lines: [{ lineNo: 1, quantity: 0 }] },
  },
];

Deno.test.each(cases)(
  "shipParcel() refuses: $refusal.reason",
  ({ refusal, of = ten, at = tenAtXuzhou, wish, over }) => {
    const result = shipParcel({ ...command, ...wish }, facts(of, at, over), someone());
    assert.deepEqual(result.refusals, [refusal]);
  },
);

const amount = fc.integer({ min: 0, max: 1_000_000_007 });
const wholeLine = fc.record({
  quantity: fc.integer({ min: 1, max: 40 }),
  goodsMinor: amount,
  discount: fc.integer({ min: 0, max: 10_000 }),
  freightMinor: amount,
  taxMinor: amount,
}).map(({ quantity, goodsMinor, discount, freightMinor, taxMinor }) => ({
  quantity,
  over: {
    goodsMinor,
    discountMinor: Math.floor(goodsMinor * discount / 10_000),
    freightMinor,
    taxMinor: Math.min(taxMinor, goodsMinor),
  },
}));

/** The order and the part as the writer leaves them after a shipment. */
function after(
  of: Order,
  { lines }: FulfilmentDocument,
  shipped: ParcelShipped,
): [Order, FulfilmentDocument] {
  const gone = new Map(shipped.lines.map((one) => [one.lineNo, one]));
  const moved = of.lines.map((one): OrderLine => {
    const { quantity = 0, goodsMinor = 0, freightMinor = 0, taxMinor = 0 } = gone.get(one.lineNo) ??
      {};
    return {
      ...one,
      released: one.released - quantity,
      shipped: one.shipped + quantity,
      postedMinor: one.postedMinor + goodsMinor,
      postedFreightMinor: one.postedFreightMinor + freightMinor,
      postedTaxMinor: one.postedTaxMinor + taxMinor,
    };
  });
  const rest = lines.map((one) => ({
    ...one,
    shipped: one.shipped + (gone.get(one.lineNo)?.quantity ?? 0),
  }));
  return [
    { ...of, lines: moved, version: shipped.version, fulfilment: shipped.fulfilment },
    {
      ...part("XZ", []),
      lines: rest,
      version: shipped.fulfilmentVersion,
      state: shipped.fulfilmentState,
    },
  ];
}

Deno.test("shipParcel(): the parts of every sequence of shipments add up to the order, to the cent", () => {
  const cuts = fc.array(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 3, maxLength: 3 }), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(fc.array(wholeLine, { minLength: 1, maxLength: 3 }), cuts, (wholes, sequence) => {
      const lines = wholes.map(({ quantity, over }, i) =>
        line(i + 1, quantity, { released: quantity, ...over })
      );
      let of = order(lines);
      let at = part("XZ", wholes.map(({ quantity }, i) => [i + 1, quantity]), released);
      const sent: ParcelShipped[] = [];
      const send = (wish?: ShipParcel["lines"]) => {
        const { version } = at;
        const result = shipParcel({ ...command, version, lines: wish }, facts(of, at), someone());
        const shipped = event(result, "ParcelShipped");
        if (!shipped) return;
        const journal = event(result, "JournalPosted");
        assert.equal(sumMinor(journal?.postings.map(({ amountMinor }) => amountMinor) ?? []), 0);
        for (const part of shipped.lines) {
          assert.ok(part.goodsMinor >= 0 && part.freightMinor >= 0 && part.taxMinor >= 0);
        }
        sent.push(shipped);
        [of, at] = after(of, at, shipped);
      };
      for (const cut of sequence) {
        send(at.lines.map(({ lineNo, quantity, shipped }, i) => ({
          lineNo,
          quantity: Math.min(cut[i]!, quantity - shipped),
        })));
      }
      send();
      const posted = (pick: (one: ParcelShipped) => number) => sumMinor(sent.map(pick));
      const due = (pick: (one: OrderLine) => number) => sumMinor(lines.map(pick));
      assert.equal(posted((s) => s.goodsMinor), due((l) => l.goodsMinor - l.discountMinor));
      assert.equal(posted((s) => s.freightMinor), due((l) => l.freightMinor));
      assert.equal(posted((s) => s.taxMinor), due((l) => l.taxMinor));
      assert.equal(sent.at(-1)?.fulfilment, "shipped");
    }),
    { numRuns: 300 },
  );
});
