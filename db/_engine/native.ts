import Database from "libsql";
import { canBePacked, packedSql } from "./packed.ts";

export type Bindable = string | number | bigint | null | Uint8Array;
export type RunResult = { changes: number };

type Statement = {
  run(params: readonly Bindable[]): { changes: number };
  all(params: readonly Bindable[]): unknown[];
  get(params: readonly Bindable[]): unknown;
  columns(): { name: string }[];
};

/** The part of the driver that is used, so that nothing else of it leaks into the house. */
type Handle = {
  prepare(sql: string): Statement;
  exec(sql: string): void;
  close(): void;
  readonly inTransaction: boolean;
};

type Packed = { rows: string };

const keptStatements = 500;

/**
 * One libSQL connection with its statements kept prepared. A statement that failed is dropped:
 * the driver would go on failing with good values.
 */
export class Connection {
  #handle: Handle;
  #statements = new Map<string, Statement>();
  #packed = new Map<string, string>();
  #closed = false;

  constructor(readonly path: string) {
    this.#handle = new Database(path) as unknown as Handle;
  }

  get inTransaction(): boolean {
    return this.#handle.inTransaction;
  }

  exec(sql: string): void {
    this.#handle.exec(sql);
  }

  run(sql: string, params: readonly Bindable[] = []): RunResult {
    return this.#guarded(sql, (statement) => statement.run(params));
  }

  all<Row>(sql: string, params: readonly Bindable[] = []): Row[] {
    if (!canBePacked(sql)) {
      return this.#guarded(sql, (statement) => statement.all(params)) as Row[];
    }
    const packed = this.#packedOf(sql);
    const { rows } = this.#guarded(packed, (statement) => statement.get(params)) as Packed;
    return JSON.parse(rows) as Row[];
  }

  pragma<Value extends Bindable>(name: string): Value {
    const [row] = this.#handle.prepare(`pragma ${name}`).all([]);
    return Object.values(row as Record<string, Value>)[0] as Value;
  }

  /** A transaction left open would outlive the handle: its statements keep the write lock until they are collected. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#statements.clear();
    try {
      if (this.#handle.inTransaction) this.#handle.exec("rollback");
    } finally {
      this.#handle.close();
    }
  }

  #packedOf(sql: string): string {
    const kept = this.#packed.get(sql);
    if (kept) return kept;
    const columns = this.#handle.prepare(sql).columns().map(({ name }) => name);
    const packed = packedSql(sql, columns);
    remember(this.#packed, sql, packed);
    return packed;
  }

  #guarded<Result>(sql: string, use: (statement: Statement) => Result): Result {
    const statement = this.#prepared(sql);
    try {
      return use(statement);
    } catch (error) {
      this.#statements.delete(sql);
      this.#packed.clear();
      throw error;
    }
  }

  #prepared(sql: string): Statement {
    const kept = this.#statements.get(sql);
    if (kept) return kept;
    const statement = this.#handle.prepare(sql);
    remember(this.#statements, sql, statement);
    return statement;
  }
}

/** The oldest goes where there are too many. */
function remember<Value>(kept: Map<string, Value>, sql: string, value: Value): void {
  if (kept.size >= keptStatements) kept.delete(kept.keys().next().value!);
  kept.set(sql, value);
}

/** 64 MB of log: then a commit checkpoints by itself, if the writer never found the time. */
const mostPagesInLog = 16_384;

/**
 * The one connection that writes and checkpoints: durable before it is acknowledged. The writer moves
 * the log into the file when nobody waits; done every 1,000 pages, as SQLite does, it took a third of
 * the time of a commit.
 */
export function openWriter(path: string): Connection {
  const connection = new Connection(path);
  connection.exec("pragma journal_mode = wal");
  connection.exec("pragma synchronous = full");
  connection.exec(`pragma wal_autocheckpoint = ${mostPagesInLog}`);
  connection.exec("pragma foreign_keys = on");
  connection.exec("pragma cache_size = -16384");
  connection.exec("pragma temp_store = memory");
  return connection;
}

/** A connection that can neither write nor checkpoint. */
export function openReader(path: string): Connection {
  const connection = new Connection(path);
  connection.exec("pragma wal_autocheckpoint = 0");
  connection.exec("pragma cache_size = -16384");
  connection.exec("pragma temp_store = memory");
  connection.exec("pragma query_only = on");
  return connection;
}
