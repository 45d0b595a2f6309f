import type { Engine } from "~/db/_engine/engine.ts";
import { dayOf } from "~/domain/_kernel/period.ts";
import type { Figure } from "./figures.ts";
import { carrierOf, skuOf } from "./names.ts";
import type { Source, SourceOrder } from "./source.ts";

type Kept = {
  external: string;
  dealer: string;
  submittedAt: string;
  freight: number;
  shippedAt: string | null;
  carrier: string | null;
  lines: string;
};

const kept = `select o.external_number as external, d.code as dealer, o.submitted_at as submittedAt,
    o.freight_minor as freight, s.shipped_at as shippedAt, c.code as carrier,
    (select group_concat(k.code || ' ' || l.quantity || ' ' || l.discount_bp || ' ' || l.price_e4, '; ')
     from sales_order_line l join sku k on k.id = l.sku_id where l.order_id = o.id) as lines
  from sales_order o
  join partner d on d.id = o.dealer_id
  left join shipment s on s.order_id = o.id
  left join partner c on c.id = s.carrier_id`;

/** Sums can agree by chance: each order is laid beside the books, with its days, carrier and lines. */
export function compareOrders(engine: Engine, { orders }: Source): Figure[] {
  const found = new Map(
    engine.read.all<Kept>(kept, []).map((row) => [row.external, wordsOfKept(row)]),
  );
  const unlike = orders.filter((order) => found.get(order.id) !== wordsOf(order));
  const ids = unlike.slice(0, 5).map(({ id }) => id).join(", ");
  return [{ name: "orders unlike the books", value: ids || "none", wanted: "none" }];
}

function wordsOfKept(row: Kept): string {
  const { dealer, freight, carrier, lines } = row;
  const shippedOn = row.shippedAt && dayOf(row.shippedAt);
  return [dealer, dayOf(row.submittedAt), freight, shippedOn, carrier, lines].join(" | ");
}

function wordsOf(order: SourceOrder): string {
  const { customer, orderedOn, freightMinor, shippedOn, shipper } = order;
  const lines = order.lines.map(({ product, quantity, discountBasisPoints, price }) =>
    `${skuOf(product)} ${quantity} ${discountBasisPoints} ${Math.round(Number(price) * 1_000_000)}`
  ).join("; ");
  const carrier = shippedOn && carrierOf(shipper);
  return [customer, orderedOn, freightMinor, shippedOn, carrier, lines].join(" | ");
}
