import { prepared } from "~/db/_engine/prepared.ts";
import { among, type Reader } from "~/db/_engine/reader.ts";
import type { Holders } from "~/domain/inventory/stock_after_entries.ts";

const named = 5;

type Places = {
  nodeIds: readonly string[];
  poolIds: readonly string[];
  skuIds: readonly string[];
};

const pinnedBy = prepared((
  reader,
  p: { nodeIds: readonly string[]; skuIds: readonly string[] },
) =>
  reader.from("pin").select(["pin.order_id", "pin.node_id as place", "pin.sku_id"]).distinct()
    .where("pin.node_id", "in", among(p.nodeIds)).where("pin.sku_id", "in", among(p.skuIds))
    .whereRef("pin.quantity", ">", (eb) => eb("pin.posted", "+", eb.ref("pin.voided")))
);

const reservedBy = prepared((
  reader,
  p: { poolIds: readonly string[]; skuIds: readonly string[]; at: string },
) =>
  reader.from("reservation")
    .select(["reservation.order_id", "reservation.pool_id as place", "reservation.sku_id"])
    .where("reservation.state", "=", "pending")
    .where("reservation.pool_id", "in", among(p.poolIds))
    .where("reservation.sku_id", "in", among(p.skuIds))
    .where((eb) => eb.or([eb("expires_at", "is", null), eb("expires_at", ">", p.at)]))
);

const numbersOf = prepared((reader, p: { ids: readonly string[] }) =>
  reader.from("sales_order").select(["id", "number"]).where("id", "in", among(p.ids))
);

export type Held = {
  pinned: (nodeId: string, skuId: string) => Holders;
  reserved: (poolId: string, skuId: string) => Holders;
};

/** Who holds goods at these places. Orders the caller may not see are counted, not named. */
export function holdersIn(
  facts: Reader,
  { nodeIds, poolIds, skuIds, wanted }: Places & { wanted: boolean },
): Held {
  const system = facts.asSystem("every hold counts, also one that is not named");
  const pins = wanted ? pinnedBy(system, { nodeIds, skuIds }) : [];
  const reservations = wanted ? reservedBy(system, { poolIds, skuIds, at: facts.now }) : [];
  const ids = [...new Set([...pins, ...reservations].map(({ order_id }) => order_id))];
  const numbers = new Map(
    (ids.length > 0 ? numbersOf(facts, { ids }) : []).map(({ id, number }) => [id, number]),
  );
  const told = (rows: typeof pins) => (place: string, skuId: string): Holders => {
    const orders = rows.filter((row) => row.place === place && row.sku_id === skuId);
    const seen = orders.map(({ order_id }) => numbers.get(order_id)).filter((n) => n !== undefined)
      .sort().slice(0, named);
    return { numbers: seen, others: orders.length - seen.length };
  };
  return { pinned: told(pins), reserved: told(reservations) };
}
