import { type RawBuilder, sql } from "kysely";
import {
  type Branch,
  everyKey,
  type Keyset,
  type KeysetPage,
  keysetPage,
} from "~/db/_engine/keyset.ts";
import { prepared } from "~/db/_engine/prepared.ts";
import { among, type Reader } from "~/db/_engine/reader.ts";
import { encodeId } from "~/domain/_kernel/id.ts";
import { type Day, type Instant, plusDays, startOfDay } from "~/domain/_kernel/period.ts";
import type { Stage } from "~/domain/order/order.ts";
import { type Spread, spreadOf, stagesSeen } from "./order_spread.ts";

/** Null: whatever it is. Days are of the business, both included. */
export type OrderFilter = {
  stages: readonly Stage[] | null;
  dealerIds: readonly string[] | null;
  from: Day | null;
  to: Day | null;
};

type Shape = {
  column: Spread["column"];
  staged: boolean;
  dated: boolean;
  newestFirst: boolean;
};
type Params = {
  value: string;
  stage: string;
  low: string;
  high: string;
  since: string;
  until: string;
  limit: number;
};
type KeyQuery = (reader: Reader, params: Params) => { id: string }[];

const queries = new Map<string, KeyQuery>();

/** One statement for each shape a page can ask for; each is one range of one index. */
function queryFor(shape: Shape): KeyQuery {
  const name = JSON.stringify(shape);
  let query = queries.get(name);
  if (!query) queries.set(name, query = shape.column === "node_id" ? atNode(shape) : build(shape));
  return query;
}

function build({ column, staged, dated, newestFirst }: Shape): KeyQuery {
  return prepared((reader, p: Params) => {
    let query = reader.from("sales_order").select("id")
      .where("id", ">", p.low).where("id", "<", p.high);
    if (column && column !== "node_id") query = query.where(column, "=", p.value);
    if (staged) query = query.where("stage", "=", p.stage);
    if (dated) {
      query = query.where("submitted_at", ">=", p.since).where("submitted_at", "<", p.until);
    }
    return query.orderBy("id", newestFirst ? "desc" : "asc").limit(sql<number>`${p.limit}`);
  });
}

/** A warehouse's orders are those it has a part of; an order with two parts there comes once. */
function atNode({ staged, dated, newestFirst }: Shape): KeyQuery {
  return prepared((reader, p: Params) => {
    const order = (condition: RawBuilder<unknown>) =>
      sql<
        boolean
      >`exists (select 1 from sales_order as o where o.id = fulfilment.order_id and ${condition})`;
    let query = reader.from("fulfilment").select("order_id as id").distinct()
      .where("node_id", "=", p.value)
      .where("order_id", ">", p.low).where("order_id", "<", p.high);
    if (staged) query = query.where(order(sql`o.stage = ${p.stage}`));
    if (dated) {
      query = query.where(
        order(sql`o.submitted_at >= ${p.since} and o.submitted_at < ${p.until}`),
      );
    }
    return query.orderBy("order_id", newestFirst ? "desc" : "asc").limit(sql<number>`${p.limit}`);
  });
}

/** A clock may stand a little apart from the one that made the id. */
const slackMs = 5_000;
const firstId = (at: Instant, shiftMs: number) =>
  encodeId(Date.parse(at) + shiftMs, new Uint8Array()).slice(0, 10);

/** The days of a filter as instants, and as the range of ids that were made then. */
function daysOf({ from, to }: Pick<OrderFilter, "from" | "to">) {
  const since = from === null ? "" : startOfDay(from);
  const until = to === null ? "~" : startOfDay(plusDays(to, 1));
  return {
    since,
    until,
    range: {
      low: from === null ? everyKey.low : firstId(since, -slackMs),
      high: to === null ? everyKey.high : firstId(until, slackMs),
    },
  };
}

/** The stages of a filter that hold anything for these eyes; one empty text where none is asked. */
function stagesFor({ scope }: Reader, stages: OrderFilter["stages"]): readonly string[] {
  return stages === null ? [""] : stagesSeen(scope, stages);
}

/** The ids of one page, newest first. `also`: rows that were found in another way belong to it. */
export function pageOfIds(
  reader: Reader,
  { stages, dealerIds, ...days }: OrderFilter,
  page: KeysetPage,
  also: readonly string[] = [],
): Keyset {
  const { column, values } = spreadOf(reader.scope, { dealerIds, stages });
  const { since, until, range } = daysOf(days);
  const dated = days.from !== null || days.to !== null;
  const branches = values.flatMap((value) =>
    stagesFor(reader, stages).map((stage): Branch => ({ low, high, newestFirst, limit }) => {
      const query = queryFor({ column, staged: stages !== null, dated, newestFirst });
      return query(reader, { value, stage, low, high, since, until, limit }).map(({ id }) => id);
    })
  );
  return keysetPage(also.length > 0 ? [...branches, held(also)] : branches, page, range);
}

function held(ids: readonly string[]): Branch {
  return ({ low, high, newestFirst, limit }) => {
    const inside = [...new Set(ids)].filter((id) => id > low && id < high).sort();
    return (newestFirst ? inside.reverse() : inside).slice(0, limit);
  };
}

const byExternal = prepared((
  reader,
  p: { external: string; any: number; stages: readonly string[] },
) =>
  reader.from("sales_order").select("id").where("external_number", "=", p.external)
    .where(sql<boolean>`(${p.any} or +stage in ${among(p.stages)})`).limit(100)
);

/** Orders that carry the customer's own number. */
export function idsByExternal(
  reader: Reader,
  external: string,
  stages: readonly Stage[] | null,
): string[] {
  const rows = byExternal(reader, { external, any: stages ? 0 : 1, stages: stages ?? [] });
  return rows.map(({ id }) => id);
}
