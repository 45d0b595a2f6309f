import { sumMinor } from "../_kernel/money.ts";
import { type Order, type OrderLine, payableMinor } from "./order.ts";

/** What of an order's money is given up, what stays to be paid, and the tax inside of that. */
export type Staying = { cancelledMinor: number; payableMinor: number; taxMinor: number };

/** A line that was cut costs what its shipments have posted; one that goes on costs what was agreed. */
export function whatStays(order: Pick<Order, "commercial" | "totalMinor" | "lines">): Staying {
  const isOver = order.commercial === "cancelled" || order.commercial === "rejected";
  const stays = isOver ? [] : order.lines;
  const payable = sumMinor(stays.map((line) => amountStaying(line)));
  return {
    cancelledMinor: order.totalMinor - payable,
    payableMinor: payable,
    taxMinor: sumMinor(stays.map((line) => isCut(line) ? line.postedTaxMinor : line.taxMinor)),
  };
}

const isCut = ({ cancelled }: OrderLine) => cancelled > 0;

function amountStaying(line: OrderLine): number {
  return isCut(line)
    ? line.postedMinor + line.postedFreightMinor
    : payableMinor(line) + line.freightMinor;
}
