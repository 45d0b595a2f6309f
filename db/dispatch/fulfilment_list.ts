import { sql } from "kysely";
import { prepared } from "~/db/_engine/prepared.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import { cappedCount } from "~/db/_search/capped_count.ts";
import { type PagedRows, type RowPage, rowPage } from "~/db/_search/row_page.ts";
import type { FulfilmentState } from "~/domain/dispatch/fulfilment.ts";
import type { Named, WorkRow } from "~/domain/dispatch/read_models.ts";

export const workStates = ["planned", "released", "part_shipped", "shipped"] as const;
export type WorkState = typeof workStates[number];

export type WorkFilter = {
  state: WorkState | "all";
  node?: string;
  /** Promised on this day or before. */
  due?: string;
  /** Of one order, by its number. */
  order?: string;
};

const lineCount = sql<number>`(select count(*) from fulfilment_line where fulfilment_id = f.id)`;
const wantedUnits = sql<number>`(select sum(quantity - voided) from fulfilment_line
  where fulfilment_id = f.id)`;
const shippedUnits = sql<number>`(select sum(shipped) from fulfilment_line
  where fulfilment_id = f.id)`;

function filtered(reader: Reader, { state, node, due, order }: WorkFilter) {
  let query = reader.from("fulfilment as f")
    .innerJoin("sales_order as o", "o.id", "f.order_id")
    .innerJoin("node as n", "n.id", "f.node_id");
  query = state === "all"
    ? query.where("f.state", "<>", "void")
    : query.where("f.state", "=", state);
  if (node) query = query.where("f.node_id", "=", nodeCoded(reader, node));
  if (due) query = query.where("f.promised_on", "<=", due);
  return order ? query.where("o.number", "=", order) : query;
}

/** As an id, so that the index of a node's work is used. */
export function nodeCoded(reader: Reader, code: string) {
  return reader.from("node").select("id").where("code", "=", code);
}

/** What has left is read newest first; what is still to do, oldest first. */
export function directionOf({ state }: WorkFilter): "asc" | "desc" {
  return state === "shipped" || state === "all" ? "desc" : "asc";
}

/** The work of the warehouses in sight. */
export function listWork(
  reader: Reader,
  filter: WorkFilter,
  page: RowPage,
): PagedRows<WorkRow> {
  const query = filtered(reader, filter)
    .innerJoin("partner as d", "d.id", "o.dealer_id")
    .innerJoin("address as a", "a.id", "o.address_id")
    .select([
      "f.id as key",
      "f.number",
      "o.number as order",
      "d.name_zh as dealerZh",
      "d.name_en as dealerEn",
      "a.city",
      "n.name_zh as nodeZh",
      "n.name_en as nodeEn",
      "f.state",
      "f.promised_on as promisedOn",
      lineCount.as("lines"),
      wantedUnits.as("units"),
      shippedUnits.as("shippedUnits"),
    ]);
  const { rows, ...ends } = rowPage(reader, query, {
    columns: ["f.id"],
    direction: directionOf(filter),
    page,
  });
  return {
    rows: rows.map(({ dealerZh, dealerEn, nodeZh, nodeEn, state, ...row }) => ({
      ...row,
      state: state as FulfilmentState,
      dealer: { nameZh: dealerZh, nameEn: dealerEn },
      node: { nameZh: nodeZh, nameEn: nodeEn },
    })),
    ...ends,
  };
}

/** How many wait in a state, at most one above the cap. */
export function countWork(reader: Reader, filter: WorkFilter): Promise<number> {
  return cappedCount(filtered(reader, filter).select("f.id"));
}

const shippingNodes = prepared((reader, _: Record<never, never>) =>
  reader.from("node").select(["id", "code", "name_zh as nameZh", "name_en as nameEn"])
    .where("ships", "=", 1).orderBy("code")
);

/** The nodes a list of work can be narrowed to: a warehouse's own, or all that ship. */
export function listShippingNodes(reader: Reader): (Named & { code: string })[] {
  const { scope } = reader;
  const system = reader.asSystem("the names of nodes are no secret");
  return shippingNodes(system, {}).filter(({ id }) =>
    scope.kind !== "node" || scope.nodeIds.includes(id)
  );
}

const carriers = prepared((reader, _: Record<never, never>) =>
  reader.from("partner").select(["code", "name_zh as nameZh", "name_en as nameEn"])
    .where("kind", "=", "carrier").where("state", "=", "active").where("ships", "=", 1)
    .orderBy("code")
);

/** Only who has the function to ship is offered. */
export function listCarriers(reader: Reader): (Named & { code: string })[] {
  return carriers(reader.asSystem("whoever ships names the carrier"), {});
}
