import type { Stage } from "./order.ts";

/** The tabs of the list of orders: each stands for some stages. */
export const orderViews = {
  to_approve: ["awaiting_approval"],
  to_pick: ["unrouted", "routed"],
  picking: ["released"],
  under_way: ["part_shipped", "shipped"],
  delivered: ["delivered", "completed"],
  ended: ["cancelled", "rejected"],
} as const satisfies Record<string, readonly Stage[]>;

/** Each row counted is a row read, on every page: a dealer with a thousand waits no longer than one with fifty. */
export const viewCountCap = 100;

export type OrderView = keyof typeof orderViews;

/** In the order of an order's life; `submitted` is passed through and never rests. */
export const stages = [
  "awaiting_approval",
  "unrouted",
  "routed",
  "released",
  "part_shipped",
  "shipped",
  "delivered",
  "completed",
  "rejected",
  "cancelled",
] as const satisfies readonly Stage[];
