import type { FulfilmentId, NodeId, PartnerId, ShipmentId } from "../_kernel/id.ts";
import type { ParcelShipped, PlannedFulfilment } from "../dispatch/events.ts";
import type { FulfilmentDocument, ShipmentDocument } from "../dispatch/fulfilment.ts";
import type { RoutingCandidate } from "../dispatch/routing_candidate.ts";
import type { AnyEvent } from "../events.ts";
import type { Order, OrderLine } from "./order.ts";
import { tea, water } from "./testing.ts";

/** An order with its papers, as the tables would hold them. */
export type Papers = {
  order: Order;
  fulfilments: FulfilmentDocument[];
  shipments: ShipmentDocument[];
};

export const xuzhou: RoutingCandidate = {
  nodeId: "xuzhou" as NodeId,
  code: "XZ01",
  nameZh: "徐州仓",
  nameEn: "Xuzhou",
  active: true,
  ships: true,
  openWeekdays: 127,
  leadDays: 1,
  handlingMinor: 350,
  capacityLeft: 10_000,
  rate: {
    carrierId: "carrier" as PartnerId,
    firstWeightGram: 100_000,
    firstMinor: 6_000,
    stepWeightGram: 10_000,
    stepMinor: 300,
    leadDays: 2,
  },
  free: new Map([[water.id, 2400], [tea.id, 1500]]),
};

/** What the writers would have made of these events. */
export function after(papers: Papers, events: readonly AnyEvent[]): Papers {
  return events.reduce(afterOne, papers);
}

function afterOne(papers: Papers, event: AnyEvent): Papers {
  const { order } = papers;
  const change = (over: Partial<Order>): Papers => ({ ...papers, order: { ...order, ...over } });
  switch (event.type) {
    case "ApprovalGiven":
      return change({ version: event.version, awaiting: event.next ?? order.awaiting });
    case "OrderConfirmed":
      if (event.atSubmit) return papers;
      return change({
        version: event.version,
        commercial: "confirmed",
        awaiting: null,
        fulfilment: "unrouted",
      });
    case "OrderRejected":
      return change({ version: event.version, commercial: "rejected", awaiting: null });
    case "OrderCancelled":
      return change({
        version: event.version,
        commercial: event.whole ? "cancelled" : "confirmed",
        awaiting: null,
        fulfilment: event.fulfilment,
        lines: order.lines.map(withoutRest),
      });
    case "OrderRouted":
      return {
        ...change({
          version: event.version,
          fulfilment: event.fulfilment,
          lines: moved(order, event.lines, "open", "allocated", ({ allocated }) => allocated),
        }),
        fulfilments: [...papers.fulfilments, ...event.fulfilments.map((p) => planned(order, p))],
      };
    case "FulfilmentReleased":
      return {
        ...change({
          version: event.version,
          fulfilment: event.fulfilment,
          lines: moved(order, event.lines, "allocated", "released", ({ released }) => released),
        }),
        fulfilments: papers.fulfilments.map((f) => ({ ...f, state: "released", version: 2 })),
      };
    case "ParcelShipped":
      return {
        order: {
          ...order,
          version: event.version,
          fulfilment: event.fulfilment,
          lines: posted(moved(order, event.lines, "released", "shipped", quantity), event),
        },
        fulfilments: papers.fulfilments.map((f) => shipped(f, event)),
        shipments: [...papers.shipments, shipmentOf(event)],
      };
    case "ShipmentDelivered":
      return {
        ...change({
          version: event.version,
          fulfilment: event.fulfilment,
          lines: moved(order, event.lines, "shipped", "delivered", quantity),
        }),
        shipments: papers.shipments.map((s) =>
          s.id === event.shipmentId ? { ...s, deliveredAt: "2026-11-25T02:00:00.000Z" } : s
        ),
      };
    case "OrderCompleted":
      return change({ version: event.version, fulfilment: "completed" });
    default:
      return papers;
  }
}

const quantity = (line: { quantity: number }) => line.quantity;

type Bucket = "open" | "allocated" | "released" | "shipped" | "delivered";

function moved<Moved extends { lineNo: number }>(
  { lines }: Order,
  movedLines: readonly Moved[],
  from: Bucket,
  to: Bucket,
  sizeOf: (line: Moved) => number,
): OrderLine[] {
  return lines.map((line) => {
    const found = movedLines.find(({ lineNo }) => lineNo === line.lineNo);
    const size = found ? sizeOf(found) : 0;
    return { ...line, [from]: line[from] - size, [to]: line[to] + size };
  });
}

function withoutRest(line: OrderLine): OrderLine {
  const { open, allocated, released, cancelled } = line;
  const rest = cancelled + open + allocated + released;
  return { ...line, open: 0, allocated: 0, released: 0, cancelled: rest };
}

function posted(lines: OrderLine[], { lines: parts }: ParcelShipped): OrderLine[] {
  return lines.map((line) => {
    const part = parts.find(({ lineNo }) => lineNo === line.lineNo);
    return { ...line, postedMinor: line.postedMinor + (part?.goodsMinor ?? 0) };
  });
}

function planned({ id: orderId }: Order, plan: PlannedFulfilment): FulfilmentDocument {
  const { fulfilmentId, number, nodeId, carrierId, lines } = plan;
  return {
    id: fulfilmentId as FulfilmentId,
    number,
    orderId,
    nodeId,
    carrierId,
    state: "planned",
    version: 1,
    lines: lines.map((line) => ({ ...line, shipped: 0, voided: 0 })),
  };
}

function shipped(fulfilment: FulfilmentDocument, event: ParcelShipped): FulfilmentDocument {
  if (fulfilment.id !== event.fulfilmentId) return fulfilment;
  const gone = new Map(event.lines.map((line) => [line.lineNo, line.quantity]));
  return {
    ...fulfilment,
    version: event.fulfilmentVersion,
    state: event.fulfilmentState,
    lines: fulfilment.lines.map((line) => ({
      ...line,
      shipped: line.shipped + (gone.get(line.lineNo) ?? 0),
    })),
  };
}

function shipmentOf({ shipmentId, subject, lines }: ParcelShipped): ShipmentDocument {
  return {
    id: shipmentId as ShipmentId,
    orderId: subject,
    version: 1,
    deliveredAt: null,
    lines: lines.map(({ lineNo, skuId, quantity }) => ({ lineNo, skuId, quantity })),
  };
}
