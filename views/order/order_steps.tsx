import { type Stage, stageOf } from "~/domain/order/order.ts";
import type { OrderDetail, TimelineKind } from "~/domain/order/read_models.ts";
import { date, moment, type Reading } from "~/views/_kit/date.tsx";
import { Sheet } from "~/views/_kit/sheet.tsx";
import { type Step, Steps } from "~/views/_kit/steps.tsx";
import { orderWords } from "./text.ts";

/** From which stage on a step lies behind, is under way, or is yet to come. */
const reached: Record<"picked" | "shipped" | "delivered" | "completed", readonly Stage[]> = {
  picked: ["part_shipped", "shipped", "delivered", "completed"],
  shipped: ["shipped", "delivered", "completed"],
  delivered: ["delivered", "completed"],
  completed: ["completed"],
};

/** How the order travels: what is behind it with its time, where it stands, what comes next. */
export function OrderSteps({ detail, reading }: { detail: OrderDetail; reading: Reading }) {
  const t = orderWords(reading.lang).page.steps;
  return (
    <Sheet label={t.label}>
      <Steps steps={stepsOf(detail, reading)} label={t.label} />
    </Sheet>
  );
}

function stepsOf(detail: OrderDetail, reading: Reading): Step[] {
  const t = orderWords(reading.lang).page.steps;
  const stage = stageOf(detail.order);
  const last = (kind: TimelineKind) => {
    const entry = detail.timeline.find((each) => each.kind === kind);
    return entry && `${moment(entry.at, reading)} ${entry.bySystem ? "" : entry.who}`.trim();
  };
  const placed: Step = { label: t.placed, note: last("submitted"), state: "done" };
  const begun = [placed, ...gates(detail, reading)];
  if (stage === "rejected") {
    return [...begun, { label: t.rejected, note: last("rejected"), state: "stop" }];
  }
  if (stage === "cancelled") {
    return [...begun, { label: t.cancelled, note: last("cancelled"), state: "stop" }];
  }
  const state = (step: keyof typeof reached, current: readonly Stage[]): Step["state"] =>
    reached[step].includes(stage) ? "done" : current.includes(stage) ? "now" : "todo";
  const promised = detail.promisedOn ? t.promised(date(detail.promisedOn, reading)) : undefined;
  return [
    ...begun,
    {
      label: t.picked,
      note: last("released") ?? (stage === "released" ? t.picking : t.toPick),
      state: state("picked", ["unrouted", "routed", "released"]),
    },
    {
      label: t.shipped,
      note: stage === "part_shipped" ? t.part : last("shipped"),
      state: state("shipped", ["part_shipped"]),
    },
    {
      label: t.delivered,
      note: last("delivered") ?? promised,
      state: state("delivered", ["shipped"]),
    },
    {
      label: t.completed,
      note: last("completed") ?? t.after,
      state: state("completed", ["delivered"]),
    },
  ];
}

function gates({ approvals, order }: OrderDetail, reading: Reading): Step[] {
  const t = orderWords(reading.lang).page.steps;
  return approvals.filter(({ state }) => state !== "void").map((approval): Step => {
    const { gate, state, decidedAt, decidedBy } = approval;
    if (state === "waiting") {
      const isNow = order.awaiting === gate;
      return { label: t[gate], note: t.waiting, state: isNow ? "now" : "todo" };
    }
    return {
      label: t[gate],
      note: decidedAt && `${moment(decidedAt, reading)} ${decidedBy}`,
      state: "done",
    };
  });
}
