import { found } from "~/db/_engine/not_found.ts";
import { nextNumber } from "~/db/_engine/number_series.ts";
import { prepared } from "~/db/_engine/prepared.ts";
import { among, type Reader } from "~/db/_engine/reader.ts";
import { loadOrder, loadSkuCodes } from "~/db/order/orders.ts";
import type { NodeId, OrderId, PartnerId, SkuId } from "~/domain/_kernel/id.ts";
import type { OverrideFacts } from "~/domain/dispatch/override_routing.ts";
import type { RoutingFacts } from "~/domain/dispatch/route_order.ts";
import type { RoutingCandidate } from "~/domain/dispatch/routing_candidate.ts";
import type { Order } from "~/domain/order/order.ts";
import { fulfilmentsOf } from "./fulfilments.ts";

const nodesOf = prepared((reader, p: { poolId: string }) =>
  reader.from("node").select([
    "id",
    "code",
    "name_zh",
    "name_en",
    "state",
    "ships",
    "stocks",
    "open_weekdays",
    "lead_days",
    "handling_minor",
    "daily_capacity",
    "pinned_units",
  ]).where("pool_id", "=", p.poolId).orderBy("code")
);

const stockAt = prepared((reader, p: { nodeIds: readonly string[]; skuIds: readonly string[] }) =>
  reader.from("node_stock").select(["node_id", "sku_id", "on_hand", "pinned"])
    .where("node_id", "in", among(p.nodeIds)).where("sku_id", "in", among(p.skuIds))
);

const ratesTo = prepared((reader, p: { nodeIds: readonly string[]; zone: string; at: string }) =>
  reader.from("rate_card as card").innerJoin(
    "rate_card_zone as zone",
    "zone.rate_card_id",
    "card.id",
  )
    .innerJoin("partner as carrier", "carrier.id", "card.carrier_id")
    .select([
      "card.node_id",
      "card.carrier_id",
      "card.code",
      "zone.first_weight_gram",
      "zone.first_minor",
      "zone.step_weight_gram",
      "zone.step_minor",
      "zone.lead_days",
    ])
    .where("card.node_id", "in", among(p.nodeIds)).where("zone.zone", "=", p.zone)
    .where("carrier.ships", "=", 1).where("carrier.state", "=", "active")
    .where("card.valid_from", "<=", p.at)
    .where((eb) => eb.or([eb("card.valid_until", "is", null), eb("card.valid_until", ">", p.at)]))
    .orderBy("card.code")
);

const zoneOf = prepared((reader, p: { addressId: string }) =>
  reader.from("address").select("zone").where("id", "=", p.addressId)
);

/** Everything the choice of nodes depends on: stock, open work, calendars and what carriers ask to go there. */
export function loadRoutingFacts(reader: Reader, id: OrderId): RoutingFacts {
  const order = loadOrder(reader, id);
  const system = reader.asSystem("an order in sight is routed over all nodes of its pool");
  return {
    order,
    candidates: loadCandidates(system, order),
    number: nextNumber(reader, "PK"),
    skuCodes: loadSkuCodes(system, order.lines),
  };
}

export function loadOverrideFacts(reader: Reader, id: OrderId): OverrideFacts {
  const system = reader.asSystem("the parts of an order in sight");
  const facts = loadRoutingFacts(reader, id);
  return {
    ...facts,
    planned: fulfilmentsOf(system, id).filter(({ state }) => state === "planned"),
  };
}

function loadCandidates(system: Reader, order: Order): RoutingCandidate[] {
  const nodes = nodesOf(system, { poolId: order.poolId });
  const nodeIds = nodes.map(({ id }) => id);
  const free = freeStock(system, nodeIds, order);
  const { zone } = found(zoneOf(system, { addressId: order.addressId })[0], "address");
  const weightGram = order.lines.reduce((sum, line) => sum + line.weightGram, 0);
  const rates = cheapestRates(ratesTo(system, { nodeIds, zone, at: system.now }), weightGram);
  return nodes.map((node) => ({
    nodeId: node.id as NodeId,
    code: node.code,
    nameZh: node.name_zh,
    nameEn: node.name_en,
    active: node.state === "active",
    ships: node.ships === 1 && node.stocks === 1,
    openWeekdays: node.open_weekdays,
    leadDays: node.lead_days,
    handlingMinor: node.handling_minor,
    capacityLeft: node.daily_capacity - node.pinned_units,
    rate: rates.get(node.id) ?? null,
    free: free.get(node.id) ?? new Map(),
  }));
}

function freeStock(
  system: Reader,
  nodeIds: readonly string[],
  { lines }: Order,
): Map<string, Map<SkuId, number>> {
  const skuIds = [...new Set(lines.map(({ skuId }) => skuId))];
  const byNode = new Map<string, Map<SkuId, number>>();
  for (const { node_id, sku_id, on_hand, pinned } of stockAt(system, { nodeIds, skuIds })) {
    const free = byNode.get(node_id) ?? new Map<SkuId, number>();
    byNode.set(node_id, free.set(sku_id as SkuId, on_hand - pinned));
  }
  return byNode;
}

type Rate = ReturnType<typeof ratesTo>[number];

/** The carrier is the cheapest for the whole order; ties go to the smaller card code. */
function cheapestRates(
  rows: readonly Rate[],
  weightGram: number,
): Map<string, RoutingCandidate["rate"]> {
  const cost = (rate: Rate) =>
    rate.first_minor +
    Math.ceil(Math.max(0, weightGram - rate.first_weight_gram) / rate.step_weight_gram) *
      rate.step_minor;
  const best = new Map<string, Rate>();
  for (const row of rows) {
    const known = best.get(row.node_id);
    if (!known || cost(row) < cost(known)) best.set(row.node_id, row);
  }
  return new Map([...best].map(([nodeId, row]) => [nodeId, {
    carrierId: row.carrier_id as PartnerId,
    firstWeightGram: row.first_weight_gram,
    firstMinor: row.first_minor,
    stepWeightGram: row.step_weight_gram,
    stepMinor: row.step_minor,
    leadDays: row.lead_days,
  }]));
}
