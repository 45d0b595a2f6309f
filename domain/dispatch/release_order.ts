import { accept, type Decision, refuse } from "../_kernel/decision.ts";
import { type Buckets, fulfilmentOf, type Order, stageOf } from "../order/order.ts";
import { takes, type WrongStage } from "../order/transitions.ts";
import type { FulfilmentReleased } from "./events.ts";
import type { FulfilmentDocument } from "./fulfilment.ts";

export type ReleaseFacts = {
  order: Order;
  /** The planned parts that are to be picked now. */
  planned: readonly FulfilmentDocument[];
};

export type ReleaseRefusal =
  | WrongStage
  | { reason: "changed_meanwhile"; at?: string }
  | { reason: "nothing_routed"; at?: string };

/** Hands the routed parts of an order to their warehouses: from here on they are picked. */
export function releaseOrder(
  { version }: { version: number },
  { order, planned }: ReleaseFacts,
): Decision<FulfilmentReleased, ReleaseRefusal> {
  const stage = stageOf(order);
  if (!takes("release", stage)) return refuse({ reason: "wrong_stage", command: "release", stage });
  if (order.version !== version) return refuse({ reason: "changed_meanwhile" });
  if (planned.length === 0) return refuse({ reason: "nothing_routed" });
  const released = new Map<number, number>();
  for (const { lines } of planned) {
    for (const { lineNo, quantity, voided } of lines) {
      released.set(lineNo, (released.get(lineNo) ?? 0) + quantity - voided);
    }
  }
  const after: Buckets[] = order.lines.map((line) => {
    const moved = released.get(line.lineNo) ?? 0;
    return { ...line, allocated: line.allocated - moved, released: line.released + moved };
  });
  return accept({
    type: "FulfilmentReleased",
    subject: order.id,
    version: order.version + 1,
    fulfilments: planned.map(({ id, version }) => ({ fulfilmentId: id, version: version + 1 })),
    lines: [...released].map(([lineNo, quantity]) => ({ lineNo, released: quantity })),
    fulfilment: fulfilmentOf("confirmed", after, false),
  });
}
