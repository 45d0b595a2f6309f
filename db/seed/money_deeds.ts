import { orderIdByNumber } from "~/db/order/orders.ts";
import { loadReceiptFacts } from "~/db/settlement/receipt_facts.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import { accept } from "~/domain/_kernel/decision.ts";
import type { OrderId } from "~/domain/_kernel/id.ts";
import type { Day } from "~/domain/_kernel/period.ts";
import { type OpenItem, recordReceipt } from "~/domain/settlement/record_receipt.ts";
import { complete } from "./order_deeds.ts";
import type { Deed } from "./timeline.ts";

export type Payment = {
  dealer: string;
  method: string;
  reference: string;
  /** Which open items the dealer means to pay. */
  which: { dueUpTo: Day } | { order: string };
  /** People round: down to thousands leaves a rest, up leaves an advance. */
  round?: "down" | "up";
};

const currency = "CNY";
const thousandMinor = 100_000;

/** Money comes in for what is open; orders it settles are complete. */
export function pay({ dealer, method, reference, which, round }: Payment): Deed {
  return async (planter) => {
    const events = await planter.act(
      "receipt.record",
      (facts) => ({
        facts: loadReceiptFacts(facts, { dealer, currency, reference }),
        isMeant: meant(facts, which),
      }),
      ({ facts, isMeant }, by) => {
        const items = facts.openItems.filter(isMeant);
        const openMinor = items.reduce((sum, item) => sum + item.openMinor, 0);
        const amountMinor = rounded(openMinor, round);
        if (amountMinor === 0) return accept<never>();
        const ids = items.map(({ id }) => id);
        const command = { amountMinor, currency, method, reference, receivedAt: by.at, items: ids };
        return recordReceipt(command, facts, by);
      },
    );
    const settled = events.flatMap((event) =>
      event.type === "ReceiptRecorded" ? event.applications : []
    );
    for (const orderId of new Set(settled.map((application) => application.orderId))) {
      await complete(orderId)(planter);
    }
  };
}

function meant(facts: Reader, which: Payment["which"]): (item: OpenItem) => boolean {
  if ("dueUpTo" in which) return ({ dueOn }) => dueOn <= which.dueUpTo;
  const wanted: OrderId = orderIdByNumber(facts, which.order);
  return ({ orderId }) => orderId === wanted;
}

function rounded(amountMinor: number, round: Payment["round"]): number {
  if (!round || amountMinor < thousandMinor) return amountMinor;
  const thousands = amountMinor / thousandMinor;
  return (round === "up" ? Math.ceil(thousands) : Math.floor(thousands)) * thousandMinor;
}
