import { partners } from "~/db/channel/partner_records.ts";
import { loadStockEntryFacts } from "~/db/inventory/stock_entries.ts";
import { loadExpired } from "~/db/inventory/reservations.ts";
import { loadUnreminded } from "~/db/order/waiting_approvals.ts";
import type { Partner } from "~/domain/channel/partner.ts";
import { products } from "~/db/product/products.ts";
import type { Deed, Timeline } from "~/db/seed/timeline.ts";
import { hourMs, plusDays, plusMs } from "~/domain/_kernel/period.ts";
import { type PostStockEntries, postStockEntries } from "~/domain/inventory/post_stock_entries.ts";
import { expireReservations } from "~/domain/order/expire_reservations.ts";
import { remindApprovers } from "~/domain/order/remind_approver.ts";
import { atHour } from "./calendar.ts";
import { laterStates } from "./catalogue.ts";
import { runningOut, soldOut } from "./order_lines.ts";
import type { People } from "./population.ts";
import { unfinishedOrder } from "./unfinished_order.ts";
import type { Planning } from "./usual_orders.ts";
import { warehousesIn } from "./warehouses.ts";

/** What changes shortly before the world is entered: lives of products, a dealer, the stock. */
export function lastDays(
  { timeline, people, planning }: { timeline: Timeline; people: People; planning: Planning },
): void {
  const { calendar: { today, now }, dealers, items, say } = planning;
  const day = (ago: number, hour: number) => atHour(plusDays(today, -ago), hour);
  const chenmin = people.author("chenmin");

  timeline.add(
    day(23, 10),
    (planter) =>
      planter.put(
        products,
        items.flatMap(({ product }) => {
          const state = laterStates.get(product.code);
          return state ? [{ ...product, state }] : [];
        }),
      ),
    chenmin,
  );
  const moved = dealers.find(({ code }) => code === "D-1037")!.record;
  timeline.add(
    day(180, 9),
    (planter) => planter.put(partners, [{ ...moved, parentCode: "D-1034" }]),
    chenmin,
  );
  const closed: Partner = dealers.find(({ code }) => code === "D-1040")!.record;
  timeline.add(
    day(30, 15),
    (planter) => planter.put(partners, [{ ...closed, state: "suspended" as const }]),
    chenmin,
  );
  timeline.add(plusMs(now, -20 * hourMs), countStock(say("月末盘点", "Count")), chenmin);
  timeline.add(plusMs(now, -8.5 * hourMs), expire);
  timeline.add(plusMs(now, -2 * hourMs), remind);
  const buyer = people.author("dingshun.buyer");
  timeline.add(plusMs(now, -0.4 * hourMs), unfinishedOrder("D-1001", say), buyer);
}

/** A count finds that one product is gone and another nearly so. */
function countStock(reason: string): Deed {
  const [first, ...others] = warehousesIn("POOL-E");
  const gone = [first!, ...others].map(({ code }) => ({ node: code, sku: soldOut, quantity: 0 }));
  const left = others.map(({ code }) => ({ node: code, sku: runningOut, quantity: 0 }));
  const lines = [...gone, ...left, { node: first!.code, sku: runningOut, quantity: 12 * 15 }];
  const command: PostStockEntries = { kind: "count", reason, lines };
  return (planter) =>
    planter.act(
      "stock.post",
      (facts) => loadStockEntryFacts(facts, command),
      (facts, by) => postStockEntries(facts, command, by),
    );
}

const expire: Deed = (planter) =>
  planter.act("order.expire", (facts) => loadExpired(facts, 50), expireReservations);

const remind: Deed = (planter) =>
  planter.act("order.remind", (facts) => loadUnreminded(facts, 50), remindApprovers);
