import { sql } from "kysely";
import { counted } from "~/db/_engine/counted.ts";
import type { KeysetPage } from "~/db/_engine/keyset.ts";
import { prepared } from "~/db/_engine/prepared.ts";
import { among, type Reader } from "~/db/_engine/reader.ts";
import { searchPartners } from "~/db/channel/partners.ts";
import type { Gate, Stage } from "~/domain/order/order.ts";
import type { OrderRow } from "~/domain/order/read_models.ts";
import { idsByExternal, type OrderFilter, pageOfIds } from "./order_keys.ts";
import { pageOfNumbers, rangesOf } from "./order_numbers.ts";
import { stagesSeen } from "./order_spread.ts";

export type OrderPage = { rows: OrderRow[]; newer: string | null; older: string | null };

const dealersAtMost = 50;

/** Orders of a filter, newest first. `q` is a number of ours, the customer's own, or a dealer. */
export function listOrders(
  reader: Reader,
  { q, ...filter }: OrderFilter & { q?: string },
  page: KeysetPage,
): OrderPage {
  const { keys: _keys, ids, ...more } = q ? found(reader, { ...filter, q }, page) : plain();
  return { rows: ordersByIds(reader, ids), ...more };

  function plain() {
    const set = pageOfIds(reader, filter, page);
    return { ...set, ids: set.keys };
  }
}

function found(reader: Reader, { q, ...filter }: OrderFilter & { q: string }, page: KeysetPage) {
  const { stages, dealerIds } = filter;
  const ranges = rangesOf(q, reader.now);
  if (ranges.length > 0) return pageOfNumbers(reader, ranges, { stages, page });
  const named = searchPartners(reader, q, dealersAtMost).map(({ id }) => id as string);
  const both = dealerIds ? named.filter((id) => dealerIds.includes(id)) : named;
  const set = pageOfIds(
    reader,
    { ...filter, dealerIds: both },
    page,
    idsByExternal(reader, q, stages),
  );
  return { ...set, ids: set.keys };
}

const rowsOf = prepared((reader, p: { ids: readonly string[] }) =>
  reader.from("sales_order as o")
    .innerJoin("partner as d", "d.id", "o.dealer_id")
    .innerJoin("app_user as u", "u.id", "o.placed_by")
    .select([
      "o.id",
      "o.number",
      "o.channel",
      "o.currency",
      "o.total_minor",
      "o.stage",
      "o.awaiting",
      "o.on_behalf_of",
      "o.submitted_at",
      "o.external_number",
      "d.code",
      "d.name_zh",
      "d.name_en",
      "u.name as placed_by",
    ])
    .where("o.id", "in", among(p.ids))
);

const quantitiesOf = prepared((reader, p: { ids: readonly string[] }) =>
  reader.from("sales_order_line")
    .select(["order_id", "unit", sql<number>`sum(quantity)`.as("quantity")])
    .where("order_id", "in", among(p.ids))
    .groupBy(["order_id", "unit"]).orderBy("order_id").orderBy(sql`max(unit_factor)`, "desc")
);

const nodesOf = prepared((reader, p: { ids: readonly string[] }) =>
  reader.from("fulfilment as f").innerJoin("node as n", "n.id", "f.node_id")
    .select(["f.order_id", "n.name_zh as nameZh", "n.name_en as nameEn", "f.promised_on"])
    .where("f.order_id", "in", among(p.ids)).where("f.state", "<>", "void")
    .orderBy("f.order_id").orderBy("n.code")
);

/** Rows of ids in sight, in the order of the ids. */
export function ordersByIds(reader: Reader, ids: readonly string[]): OrderRow[] {
  const rows = new Map(rowsOf(reader, { ids }).map((row) => [row.id, row]));
  const seen = ids.filter((id) => rows.has(id));
  const system = reader.asSystem("the parts of orders in sight");
  const quantities = Map.groupBy(quantitiesOf(system, { ids: seen }), (row) => row.order_id);
  const nodes = Map.groupBy(nodesOf(system, { ids: seen }), (row) => row.order_id);
  return seen.map((id) => {
    const row = rows.get(id)!;
    const parts = nodes.get(id) ?? [];
    return {
      id,
      number: row.number,
      dealer: { code: row.code, nameZh: row.name_zh, nameEn: row.name_en },
      channel: row.channel,
      currency: row.currency,
      totalMinor: row.total_minor,
      stage: row.stage as Stage,
      awaiting: row.awaiting as Gate | null,
      placedBy: row.placed_by,
      onBehalf: row.on_behalf_of !== null,
      submittedAt: row.submitted_at,
      externalNumber: row.external_number,
      quantities: (quantities.get(id) ?? []).map(({ unit, quantity }) => ({ unit, quantity })),
      nodes: parts.map(({ nameZh, nameEn }) => ({ nameZh, nameEn })),
      promisedOn: parts.map((part) =>
        part.promised_on
      ).filter((day) => day !== null).sort().at(-1) ??
        null,
    };
  });
}

export const countCap = 1000;

const countIn = prepared((reader, p: { stages: readonly string[]; limit: number }) =>
  counted(
    reader.from("sales_order").select("id").where("stage", "in", among(p.stages))
      .limit(sql<number>`${p.limit}`),
  )
);

/** How many orders in sight are in some stages, up to one above the cap. */
export function countOrders(
  reader: Reader,
  stages: readonly Stage[],
  cap = countCap,
): number {
  const seen = stagesSeen(reader.scope, stages);
  return countIn(reader, { stages: seen, limit: cap + 1 })[0]!.count;
}
