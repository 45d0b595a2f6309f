import { Random } from "~/db/seed/random.ts";
import { type Day, dayOf, plusDays } from "~/domain/_kernel/period.ts";
import type { StockEntryLine } from "~/domain/inventory/stock_entry_line.ts";
import type { Calendar } from "./calendar.ts";
import type { Item } from "./catalogue.ts";
import { keptBack } from "./order_lines.ts";
import type { OrderPlan } from "./order_plan.ts";
import { homeOf, pools, warehousesIn } from "./warehouses.ts";

export type Arrival = { day: Day; node: string; lines: StockEntryLine[] };

const [periods, periodDays] = [14, 28];

/**
 * What has to arrive so that every planned order finds its goods: before each four weeks what those
 * weeks will want, and at the very beginning something to spare. A pool receives all that is wanted
 * of it, so no order is short; which warehouse has it is another matter.
 */
export function arrivals(
  plans: readonly OrderPlan[],
  items: readonly Item[],
  { today }: Calendar,
): Arrival[] {
  const starts = Array.from(
    { length: periods },
    (_, at) => plusDays(today, (at - periods) * periodDays),
  );
  const byCode = new Map(items.map((item) => [item.product.code, item]));
  const cases = new Map<string, number>();
  const add = (period: number, node: string, sku: string, more: number) => {
    const key = `${period} ${node} ${sku}`;
    cases.set(key, (cases.get(key) ?? 0) + more);
  };
  addSpare(items, (node, sku, more) => add(0, node, sku, more));
  for (const plan of plans) {
    const period = starts.findLastIndex((start) => start <= dayOf(plan.at));
    for (const { sku, quantity } of plan.command.lines) {
      for (const [node, part] of placesFor(plan, byCode.get(sku)!, quantity)) {
        add(period, node, sku, part);
      }
    }
  }
  return byDocument(cases, starts, byCode);
}

function addSpare(
  items: readonly Item[],
  add: (node: string, sku: string, cases: number) => void,
): void {
  for (const { code: pool } of pools) {
    const chance = new Random(`stock of ${pool}`);
    for (const { product, kind } of items) {
      if (product.state === "draft") continue;
      const cases = kind === "drink" ? chance.whole(40, 420) : chance.whole(4, 40);
      const kept = product.code === keptBack ? 500 : cases;
      for (const [node, part] of spread(pool, kind, kept)) add(node, product.code, part);
    }
  }
}

/** Drinks come to the warehouse near the dealer; what one alone could not hold lies everywhere. */
function placesFor({ dealer }: OrderPlan, { product, kind }: Item, cases: number) {
  const isNear = kind === "drink" && product.code !== keptBack;
  return isNear
    ? [[homeOf(dealer.zone), cases] as const]
    : spread(dealer.record.poolCode!, kind, cases);
}

/** Whole cases to each warehouse by its share; the first takes what is left over. */
function spread(pool: string, kind: Item["kind"], cases: number): [node: string, part: number][] {
  const takers = warehousesIn(pool).map((node): [string, number] => [
    node.code,
    kind === "drink" ? node.drinks : node.appliances,
  ]).filter(([, share]) => share > 0);
  const parts = takers.map(([, share]) => Math.floor(cases * share));
  parts[0] = parts[0]! + cases - parts.reduce((sum, part) => sum + part, 0);
  return takers.map(([node], at): [string, number] => [node, parts[at]!])
    .filter(([, part]) => part > 0);
}

/** One receipt for each warehouse and period. */
function byDocument(
  cases: ReadonlyMap<string, number>,
  starts: readonly Day[],
  byCode: ReadonlyMap<string, Item>,
): Arrival[] {
  const found = new Map<string, Arrival>();
  for (const [key, quantity] of cases) {
    const [period = "", node = "", sku = ""] = key.split(" ");
    const arrival = found.getOrInsertComputed(`${period} ${node}`, () => ({
      day: starts[Number(period)]!,
      node,
      lines: [],
    }));
    const unit = byCode.get(sku)!.product.salesUnit;
    arrival.lines.push({ node, sku, quantity, unit });
  }
  return [...found.values()];
}
