import type { Stage } from "./order.ts";

export type OrderCommand =
  | "approve"
  | "reject"
  | "cancel"
  | "expire_reservation"
  | "route"
  | "release"
  | "ship"
  | "deliver"
  | "complete";

/**
 * Which command an order takes in which stage; every other pair is refused without effect. A stage
 * not shown here as a result follows from the line buckets.
 */
export const transitions: Record<OrderCommand, readonly Stage[]> = {
  approve: ["awaiting_approval"],
  reject: ["awaiting_approval"],
  cancel: ["awaiting_approval", "unrouted", "routed", "released", "part_shipped"],
  expire_reservation: ["awaiting_approval"],
  route: ["unrouted", "routed", "released", "part_shipped"],
  release: ["unrouted", "routed", "released", "part_shipped"],
  ship: ["released", "part_shipped"],
  deliver: ["part_shipped", "shipped"],
  complete: ["delivered"],
};

export type WrongStage = {
  reason: "wrong_stage";
  command: OrderCommand;
  stage: Stage;
  at?: string;
};

export function takes(command: OrderCommand, stage: Stage): boolean {
  return transitions[command].includes(stage);
}
