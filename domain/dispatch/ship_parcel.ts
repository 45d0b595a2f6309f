import type { By } from "../_kernel/by.ts";
import { accept, type Decision, refuse, refuseIfAny } from "../_kernel/decision.ts";
import type { CreditAccountId, PartnerId, ShipmentId, SkuId } from "../_kernel/id.ts";
import { sumMinor } from "../_kernel/money.ts";
import { type NextNumber, numberOf } from "../_kernel/number.ts";
import { dayOf, plusDays } from "../_kernel/period.ts";
import type { StockIssued } from "../inventory/reservation_events.ts";
import {
  type Buckets,
  fulfilmentOf,
  type Order,
  type OrderLine,
  payableMinor,
  stageOf,
} from "../order/order.ts";
import { takes, type WrongStage } from "../order/transitions.ts";
import type { CreditMoved } from "../policy/events.ts";
import type { JournalPosted, OpenItemId, OpenItemOpened } from "../settlement/events.ts";
import { postJournal } from "../settlement/rules.ts";
import type { ParcelShipped, ShippedLine } from "./events.ts";
import type { FulfilmentDocument } from "./fulfilment.ts";

export type ShipParcel = {
  version: number;
  /** The code of the carrier that takes it; the planned one when absent. */
  carrier?: string;
  trackingNumber: string;
  /** Base quantities; everything that is left when absent. */
  lines?: readonly { lineNo: number; quantity: number }[];
};

export type ShippingFacts = {
  order: Order;
  fulfilment: FulfilmentDocument;
  /** The planned carrier, or the one the command names; null where that one is not known. */
  carrierId: PartnerId | null;
  /** Its code where it is a carrier that does not ship (any more). */
  carrierThatDoesNotShip: string | null;
  /** What the order still holds of each SKU. */
  held: ReadonlyMap<SkuId, number>;
  credit: { accountId: CreditAccountId; termDays: number };
  shipmentNumber: NextNumber;
  journalNumber: NextNumber;
};

export type ShipParcelRefusal =
  | WrongStage
  | { reason: "changed_meanwhile"; at?: string }
  | { reason: "not_released"; at?: string }
  | { reason: "nothing_to_ship"; at?: string }
  | { reason: "unknown_carrier"; carrier: string; at?: string }
  | { reason: "carrier_does_not_ship"; carrier: string; at?: string }
  | { reason: "unknown_line"; lineNo: number; at?: string }
  | { reason: "line_twice"; lineNo: number; at?: string }
  | { reason: "more_than_left"; lineNo: number; wanted: number; left: number; at?: string };

type Picked = { line: OrderLine; quantity: number };

/**
 * The parcel goes to the carrier: stock leaves, the frozen share of the line becomes a receivable
 * and the credit use moves with it, all in one commit. The last units of a line take its remainder.
 */
export function shipParcel(
  command: ShipParcel,
  facts: ShippingFacts,
  by: By,
): Decision<
  ParcelShipped | StockIssued | CreditMoved | JournalPosted | OpenItemOpened,
  ShipParcelRefusal
> {
  const { order, fulfilment } = facts;
  const stage = stageOf(order);
  if (!takes("ship", stage)) return refuse({ reason: "wrong_stage", command: "ship", stage });
  if (fulfilment.version !== command.version) return refuse({ reason: "changed_meanwhile" });
  if (fulfilment.state !== "released" && fulfilment.state !== "part_shipped") {
    return refuse({ reason: "not_released" });
  }
  const wanted = command.lines ?? leftOf(fulfilment);
  const refused = refuseIfAny([...checkCarrier(command, facts), ...checkLines(wanted, facts)]);
  if (refused) return refused;
  const picked = wanted.filter(({ quantity }) => quantity > 0)
    .map(({ lineNo, quantity }) => ({
      line: order.lines.find((line) => line.lineNo === lineNo)!,
      quantity,
    }));
  if (picked.length === 0) return refuse({ reason: "nothing_to_ship", at: "/lines" });
  const shipped = ship(command, facts, { picked, by });
  return accept<ParcelShipped | StockIssued | CreditMoved | JournalPosted | OpenItemOpened>(
    shipped,
    issue(shipped, facts),
    ...owed(shipped, facts, by),
  );
}

function leftOf({ lines }: FulfilmentDocument): { lineNo: number; quantity: number }[] {
  return lines.map(({ lineNo, quantity, shipped, voided }) => ({
    lineNo,
    quantity: quantity - shipped - voided,
  }));
}

function checkCarrier(
  { carrier }: ShipParcel,
  { carrierId, carrierThatDoesNotShip: idle }: ShippingFacts,
): ShipParcelRefusal[] {
  if (idle !== null) return [{ reason: "carrier_does_not_ship", carrier: idle, at: "/carrier" }];
  if (carrier === undefined || carrierId !== null) return [];
  return [{ reason: "unknown_carrier", carrier, at: "/carrier" }];
}

function checkLines(
  wanted: readonly { lineNo: number; quantity: number }[],
  { order, fulfilment }: ShippingFacts,
): ShipParcelRefusal[] {
  const left = new Map(leftOf(fulfilment).map(({ lineNo, quantity }) => [lineNo, quantity]));
  return wanted.flatMap(({ lineNo, quantity }, index): ShipParcelRefusal[] => {
    const at = `/lines/${index}/quantity`;
    const line = order.lines.find((candidate) => candidate.lineNo === lineNo);
    const here = left.get(lineNo);
    if (!line || here === undefined) return [{ reason: "unknown_line", lineNo, at }];
    if (wanted.findIndex((other) => other.lineNo === lineNo) < index) {
      return [{ reason: "line_twice", lineNo, at }];
    }
    const most = Math.min(here, line.released);
    return quantity < 0 || quantity > most
      ? [{ reason: "more_than_left", lineNo, wanted: quantity, left: most, at }]
      : [];
  });
}

/** A line's frozen amount for all that has left so far, less what is posted: the last units take the remainder. */
function shareOf(fullMinor: number, postedMinor: number, { line, quantity }: Picked): number {
  const gone = line.shipped + line.delivered + quantity;
  return Number(BigInt(fullMinor) * BigInt(gone) / BigInt(line.baseQuantity)) - postedMinor;
}

function shippedLine(picked: Picked): ShippedLine {
  const { line, quantity } = picked;
  return {
    lineNo: line.lineNo,
    skuId: line.skuId,
    quantity,
    goodsMinor: shareOf(payableMinor(line), line.postedMinor, picked),
    freightMinor: shareOf(line.freightMinor, line.postedFreightMinor, picked),
    taxMinor: shareOf(line.taxMinor, line.postedTaxMinor, picked),
  };
}

function ship(
  { trackingNumber }: ShipParcel,
  { order, fulfilment, carrierId, shipmentNumber }: ShippingFacts,
  { picked, by }: { picked: readonly Picked[]; by: By },
): ParcelShipped {
  const lines = picked.map(shippedLine);
  const moved = new Map(lines.map(({ lineNo, quantity }) => [lineNo, quantity]));
  const after: Buckets[] = order.lines.map((line) => {
    const quantity = moved.get(line.lineNo) ?? 0;
    return { ...line, released: line.released - quantity, shipped: line.shipped + quantity };
  });
  const isLast = leftOf(fulfilment).every(({ lineNo, quantity }) =>
    quantity === (moved.get(lineNo) ?? 0)
  );
  return {
    type: "ParcelShipped",
    subject: order.id,
    version: order.version + 1,
    shipmentId: by.newId() as ShipmentId,
    number: numberOf(shipmentNumber),
    takes: shipmentNumber,
    fulfilmentId: fulfilment.id,
    fulfilmentVersion: fulfilment.version + 1,
    fulfilmentState: isLast ? "shipped" : "part_shipped",
    dealerId: order.dealerId,
    nodeId: fulfilment.nodeId,
    carrierId,
    trackingNumber,
    currency: order.currency,
    goodsMinor: sumMinor(lines.map((line) => line.goodsMinor)),
    freightMinor: sumMinor(lines.map((line) => line.freightMinor)),
    taxMinor: sumMinor(lines.map((line) => line.taxMinor)),
    lines,
    fulfilment: fulfilmentOf("confirmed", after, false),
  };
}

function issue(
  { subject, number, nodeId, lines }: ParcelShipped,
  { order, held }: ShippingFacts,
): StockIssued {
  const left = new Map(held);
  return {
    type: "StockIssued",
    subject,
    document: number,
    nodeId,
    poolId: order.poolId,
    items: lines.map(({ lineNo, skuId, quantity }) => {
      const rest = (left.get(skuId) ?? 0) - quantity;
      left.set(skuId, rest);
      return { lineNo, skuId, quantity, closesReservation: rest === 0 };
    }),
  };
}

function owed(
  shipped: ParcelShipped,
  { order, credit, journalNumber }: ShippingFacts,
  by: By,
): (CreditMoved | JournalPosted | OpenItemOpened)[] {
  const { subject, shipmentId, number, dealerId, currency, goodsMinor, freightMinor, taxMinor } =
    shipped;
  const amountMinor = goodsMinor + freightMinor;
  const journal = postJournal({
    subject,
    takes: journalNumber,
    newId: by.newId,
    kind: "shipment",
    documentId: shipmentId,
    effectKey: `shipment ${shipmentId}`,
    memo: number,
    currency,
    postings: [
      { account: "receivable", partnerId: dealerId, amountMinor },
      { account: "sales", partnerId: null, amountMinor: taxMinor - goodsMinor },
      { account: "output_tax", partnerId: null, amountMinor: -taxMinor },
      { account: "freight_income", partnerId: null, amountMinor: -freightMinor },
    ],
  });
  if (!journal) return [];
  return [
    journal,
    {
      type: "CreditMoved",
      subject,
      accountId: credit.accountId,
      kind: "shipment",
      orderId: order.id,
      document: number,
      openOrderMinor: -amountMinor,
      receivableMinor: amountMinor,
      effectKey: `shipment ${shipmentId}`,
    },
    {
      type: "OpenItemOpened",
      subject,
      openItemId: by.newId() as OpenItemId,
      dealerId,
      shipmentId,
      currency,
      amountMinor,
      dueOn: plusDays(dayOf(by.at), credit.termDays),
    },
  ];
}
