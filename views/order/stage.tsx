import type { Stage } from "~/domain/order/order.ts";
import { type Stage as Disc, Status } from "~/views/_kit/status.tsx";
import type { Lang } from "~/views/_kit/text.ts";
import { orderWords } from "./text.ts";

const discs: Record<Stage, Disc> = {
  submitted: "p1",
  awaiting_approval: "p1",
  unrouted: "p2",
  routed: "p2",
  released: "p2",
  part_shipped: "p3",
  shipped: "p3",
  delivered: "p4",
  completed: "p4",
  rejected: "stop",
  cancelled: "void",
};

/** How far an order has gone, in words and as a disc. */
export function OrderStage({ stage, lang }: { stage: Stage; lang: Lang }) {
  return <Status stage={discs[stage]}>{orderWords(lang).stages[stage]}</Status>;
}
