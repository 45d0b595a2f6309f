import { type Connection, openWriter } from "~/db/_engine/native.ts";
import { Random } from "~/db/seed/random.ts";
import { encodeId, type OrderId } from "~/domain/_kernel/id.ts";
import { businessNumber } from "~/domain/_kernel/number.ts";
import { dayMs, yearOf } from "~/domain/_kernel/period.ts";
import { benchNow, dealerCode, dealerCount, dealersBelow } from "./people.ts";
import type { Template } from "./templates.ts";

const years = 2;
const rowsAtOnce = 64;
/** Of all orders the largest dealer has this share, and those below it together the same again. */
const largestShare = 0.1;

/** What becomes of a column when an order is copied; the others keep the template's value. */
type Copied = {
  table: string;
  set: Record<string, string>;
  /** The column that holds the order; else the parts of the order it belongs to, and the column that holds these. */
  order?: string;
  part?: { of: string; key: string };
};

const own = "substr(c.id, 1, 25) || p.place";
const shippedAt = (column: string) => `case when t.${column} is null then null else c.at end`;
const copies: readonly Copied[] = [
  {
    table: "sales_order",
    order: "id",
    set: {
      id: "c.id",
      number: "c.number",
      dealer_id: "c.dealer_id",
      organisation_id: "c.organisation_id",
      region_id: "c.region_id",
      address_id: "c.address_id",
      external_number: "case when c.n % 3 = 0 then 'PO-' || c.n end",
      submitted_at: "c.at",
      released_at: shippedAt("released_at"),
      completed_at: shippedAt("completed_at"),
    },
  },
  { table: "sales_order_line", order: "order_id", set: { order_id: "c.id" } },
  { table: "order_event", order: "order_id", set: { order_id: "c.id", at: "c.at" } },
  { table: "order_approval", order: "order_id", set: { order_id: "c.id", asked_at: "c.at" } },
  { table: "reservation", order: "order_id", set: { order_id: "c.id" } },
  { table: "pin", order: "order_id", set: { order_id: "c.id" } },
  { table: "routing_decision", order: "order_id", set: { order_id: "c.id", at: "c.at" } },
  {
    table: "fulfilment",
    part: { of: "fulfilment", key: "id" },
    set: {
      id: own,
      number: "replace(c.number, 'SO', 'PK') || '-' || p.place",
      order_id: "c.id",
      promised_on: "date(c.at, '+3 days')",
    },
  },
  {
    table: "fulfilment_line",
    part: { of: "fulfilment", key: "fulfilment_id" },
    set: { fulfilment_id: own },
  },
  {
    table: "shipment",
    part: { of: "shipment", key: "id" },
    set: {
      id: own,
      number: "replace(c.number, 'SO', 'SH') || '-' || p.place",
      fulfilment_id: "substr(c.id, 1, 25) || p.beside",
      order_id: "c.id",
      dealer_id: "c.dealer_id",
      shipped_at: "c.at",
      delivered_at: shippedAt("delivered_at"),
    },
  },
  {
    table: "shipment_line",
    part: { of: "shipment", key: "shipment_id" },
    set: { shipment_id: own },
  },
  {
    table: "open_item",
    part: { of: "open_item", key: "id" },
    set: {
      id: own,
      dealer_id: "c.dealer_id",
      order_id: "c.id",
      shipment_id: "substr(c.id, 1, 25) || p.beside",
      posted_at: "c.at",
      due_on: "date(c.at, '+30 days')",
    },
  },
  {
    table: "receipt",
    part: { of: "receipt", key: "id" },
    set: {
      id: own,
      number: "replace(c.number, 'SO', 'RC') || '-' || p.place",
      dealer_id: "c.dealer_id",
      received_at: "c.at",
    },
  },
  {
    table: "receipt_application",
    part: { of: "open_item", key: "open_item_id" },
    set: { receipt_id: "substr(c.id, 1, 25) || 1", open_item_id: own },
  },
];

/**
 * Copies orders that went the real path until there are `count`, under new numbers, dealers and days.
 * Only rows of orders are made: the balances and ledgers beside them still tell of the templates.
 */
export function multiply(path: string, count: number, templates: readonly Template[]): void {
  const connection = openWriter(path);
  connection.exec("pragma journal_mode = off; pragma synchronous = off; pragma foreign_keys = off");
  connection.exec("pragma cache_size = -1000000");
  const indexes = dropIndexes(connection);
  connection.exec("begin");
  plan(connection, count, templates);
  keepTemplates(connection);
  for (const copied of copies) copy(connection, copied);
  connection.exec("commit");
  for (const sql of indexes) connection.exec(sql);
  connection.exec("pragma journal_mode = wal");
  connection.close();
}

/** An index is built faster at the end than row by row. */
function dropIndexes(connection: Connection): string[] {
  const tables = copies.map(({ table }) => table);
  const indexes = connection.all<{ name: string; sql: string }>(
    "select name, sql from sqlite_schema where type = 'index' and sql is not null " +
      "and tbl_name in (select value from json_each(?))",
    [JSON.stringify(tables)],
  );
  for (const { name } of indexes) connection.exec(`drop index ${name}`);
  return indexes.map(({ sql }) => sql);
}

type Dealer = { id: string; organisation: string; region: string; address: string };

/** One row for each order to be: when, whose, and a copy of which. */
function plan(connection: Connection, count: number, templates: readonly Template[]): void {
  connection.exec(
    "create temp table clone (n integer primary key, id text, number text, at text, template text, " +
      "dealer_id text, organisation_id text, region_id text, address_id text)",
  );
  const dealers = dealersOf(connection);
  const chance = new Random("many orders");
  const stepMs = years * 365 * dayMs / count;
  const firstMs = Date.parse(benchNow) - years * 365 * dayMs;
  const taken = numbersTaken(connection);
  for (let n = 0; n < count; n += rowsAtOnce) {
    const size = Math.min(rowsAtOnce, count - n);
    const values = Array.from({ length: size }, (_, i) => {
      const atMs = Math.floor(firstMs + (n + i) * stepMs);
      const at = new Date(atMs).toISOString();
      const year = yearOf(at);
      taken.set(year, (taken.get(year) ?? 0) + 1);
      const { id, organisation, region, address } = dealers[dealerFor(chance)]!;
      const number = businessNumber("SO", year, taken.get(year)!);
      const template = templateFor(chance, templates);
      const order = encodeId(atMs, chance.bytes(10));
      return [n + i, order, number, at, template, id, organisation, region, address];
    });
    const marks = values.map(() => "(?,?,?,?,?,?,?,?,?)").join();
    connection.run(`insert into temp.clone values ${marks}`, values.flat());
  }
  for (const [year, value] of taken) {
    connection.run(
      "insert into number_series values ('SO', ?, ?) on conflict do update set next_value = excluded.next_value",
      [year, value + 1],
    );
  }
}

/** The templates have numbers of the same series. */
function numbersTaken(connection: Connection): Map<number, number> {
  const rows = connection.all<{ year: number; next: number }>(
    "select year, next_value as next from number_series where series = 'SO'",
  );
  return new Map(rows.map(({ year, next }) => [year, next - 1]));
}

function dealersOf(connection: Connection): Dealer[] {
  const rows = connection.all<Dealer & { code: string }>(
    "select p.id, p.code, p.organisation_id as organisation, p.region_id as region, a.id as address " +
      "from partner p join address a on a.partner_id = p.id where p.kind = 'dealer'",
  );
  const byCode = new Map(rows.map((row) => [row.code, row]));
  return Array.from({ length: dealerCount }, (_, i) => byCode.get(dealerCode(i))!);
}

function dealerFor(chance: Random): number {
  const drawn = chance.between(0, 1);
  if (drawn < largestShare) return 0;
  if (drawn < 2 * largestShare) return chance.whole(1, dealersBelow);
  return chance.whole(dealersBelow + 1, dealerCount - 1);
}

function templateFor(chance: Random, templates: readonly Template[]): OrderId {
  return chance.pick(chance.weighted(templates, ({ share }) => share).ids);
}

/** What is read while it is written to would be copied aside first: the few templates are, once. */
function keepTemplates(connection: Connection): void {
  for (const { table } of copies) {
    connection.exec(`create temp table t_${table} as select * from main.${table}`);
  }
  // The place of a part within its order, and of the part it belongs to, make the copies' ids.
  connection.exec(`
    create temp table p_fulfilment as select id, order_id, id as whole, '' as beside,
      row_number() over (partition by order_id order by id) as place from main.fulfilment;
    create temp table p_shipment as select s.id, s.order_id, p.place as beside,
      row_number() over (partition by s.order_id order by s.id) as place
      from main.shipment s join p_fulfilment p on p.id = s.fulfilment_id;
    create temp table p_open_item as select i.id, i.order_id, p.place as beside,
      row_number() over (partition by i.order_id order by i.id) as place
      from main.open_item i join p_shipment p on p.id = i.shipment_id;
    create temp table p_receipt as select distinct a.receipt_id as id, i.order_id, '' as beside, 1 as place
      from main.receipt_application a join main.open_item i on i.id = a.open_item_id;
    create index temp.p4 on p_receipt (order_id);
    create index temp.p1 on p_fulfilment (order_id);
    create index temp.p2 on p_shipment (order_id);
    create index temp.p3 on p_open_item (order_id);`);
  for (const { table, order, part } of copies) {
    connection.exec(`create index temp.i_${table} on t_${table} (${part?.key ?? order})`);
  }
}

function copy(connection: Connection, { table, order, part, set }: Copied): void {
  const columns = connection.all<{ name: string }>(`select name from pragma_table_info('${table}')`)
    .map(({ name }) => name);
  const values = columns.map((column) => set[column] ?? `t.${column}`);
  const from = part
    ? `temp.clone c cross join temp.p_${part.of} p on p.order_id = c.template
       cross join temp.t_${table} t on t.${part.key} = p.id`
    : `temp.clone c cross join temp.t_${table} t on t.${order} = c.template`;
  connection.exec(
    `insert into main.${table} (${columns.join(", ")}) select ${
      values.join(", ")
    } from ${from} order by c.n`,
  );
}
