import { sha256 } from "~/db/_engine/digest.ts";
import { Connection, openWriter } from "~/db/_engine/native.ts";

const tables = [
  "sales_order",
  "sales_order_line",
  "reservation",
  "credit_entry",
  "order_event",
  "audit",
  "outbox",
  "idempotency",
] as const;

type Row = Record<string, string | number | null>;
type Captured = { [T in typeof tables[number]]: Row[] };

export type RawReport = { perSecond: number; oneRowCommitP50Ms: number };

const groupSize = 32;

/**
 * What the engine itself can do: the very rows of captured orders, written again under new keys with
 * native prepared statements in groups of 32, durable, balances and series included. `path` is a
 * closed copy of the database the capture ran on.
 */
export function measureRawEngine(path: string, orders: number): RawReport {
  const connection = openWriter(path);
  connection.exec("pragma foreign_keys = off");
  const samples = sampleOrders(connection, Math.min(orders, 500));
  const startedMs = performance.now();
  for (let at = 0; at < orders; at += groupSize) {
    connection.exec("begin immediate");
    for (let i = at; i < Math.min(orders, at + groupSize); i++) {
      write(connection, samples[i % samples.length]!, i);
    }
    connection.exec("commit");
  }
  const perSecond = orders / ((performance.now() - startedMs) / 1000);
  const oneRowCommitP50Ms = oneRowCommits(connection);
  connection.close();
  return { perSecond, oneRowCommitP50Ms };
}

function sampleOrders(connection: Connection, count: number): Captured[] {
  const ids = connection.all<{ id: string }>(
    "select id from sales_order order by id desc limit ?",
    [count],
  );
  return ids.map(({ id }) => ({
    sales_order: connection.all<Row>("select * from sales_order where id = ?", [id]).map((
      { stage: _, ...row },
    ) => row),
    sales_order_line: connection.all<Row>("select * from sales_order_line where order_id = ?", [
      id,
    ]),
    reservation: connection.all<Row>("select * from reservation where order_id = ?", [id]),
    credit_entry: connection.all<Row>("select * from credit_entry where order_id = ?", [id]),
    order_event: connection.all<Row>("select * from order_event where order_id = ? and seq <= 2", [
      id,
    ]),
    audit: connection.all<Row>("select * from audit where subject_id = ? order by seq limit 1", [
      id,
    ]),
    outbox: connection.all<Row>("select * from outbox where aggregate_id = ? order by id limit 4", [
      id,
    ]),
    idempotency: connection.all<Row>("select * from idempotency limit 1"),
  }));
}

let nextSeq = 1_000_000_000;

/** New keys, the same content: one order's rows and the balances it moves. */
function write(connection: Connection, sample: Captured, i: number): void {
  const id = `RAW${String(i).padStart(23, "0")}`;
  const seq = nextSeq++;
  for (const table of tables) {
    const rows = sample[table].map((row, at): Row => ({
      ...row,
      ...("order_id" in row ? { order_id: id } : {}),
      ...(table === "sales_order" ? { id, number: id, external_number: null } : {}),
      ...(table === "credit_entry" ? { id: seq, effect_key: id } : {}),
      ...(table === "audit" ? { seq, hash: sha256(`${seq}${row.events}`) } : {}),
      ...(table === "outbox" ? { id: seq * 4096 + at, audit_seq: seq, state: "pending" } : {}),
      ...(table === "idempotency" ? { id: null, key: id } : {}),
    }));
    insert(connection, table, rows);
  }
  for (const { pool_id, sku_id, quantity } of sample.reservation) {
    connection.run(
      "update pool_stock set reserved = reserved + cast(? as integer) where pool_id = ? and sku_id = ?",
      [quantity!, pool_id!, sku_id!],
    );
  }
  for (const { account_id, open_order_minor } of sample.credit_entry) {
    connection.run(
      "update credit_account set open_order_minor = open_order_minor + cast(? as integer) where id = ?",
      [open_order_minor!, account_id!],
    );
  }
  connection.run("update number_series set next_value = next_value + 1 where series = 'SO'");
}

const texts = new Map<string, string>();

function insert(connection: Connection, table: string, rows: Row[]): void {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!);
  const key = `${table} ${rows.length}`;
  let text = texts.get(key);
  if (!text) {
    const marks = `(${columns.map(() => "?").join()})`;
    texts.set(
      key,
      text = `insert into ${table} (${columns.join()}) values ${rows.map(() => marks).join()}`,
    );
  }
  connection.run(text, rows.flatMap((row) => columns.map((column) => row[column]!)));
}

function oneRowCommits(connection: Connection): number {
  const tookMs: number[] = [];
  for (let i = 0; i < 300; i++) {
    const startedMs = performance.now();
    connection.run(
      "insert into denial (at, method, route, reason, request_id) values ('', '', '', '', '')",
    );
    tookMs.push(performance.now() - startedMs);
  }
  return tookMs.sort((a, b) => a - b)[150]!;
}
