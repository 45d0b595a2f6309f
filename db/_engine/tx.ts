import type { Insertable, Kysely, Selectable } from "kysely";
import { assert } from "~/domain/_kernel/assert.ts";
import type { Schema } from "~/db/schema.ts";
import type { Bindable, Connection, RunResult } from "./native.ts";
import { kyselyOver } from "./dialect.ts";
import { ofUnit } from "./strays.ts";

type Table = keyof Schema;
type Values = Record<string, Bindable | boolean | undefined>;

/** Used after its unit has ended: somewhere an `await` is missing. */
export class UnitEnded extends Error {
  override name = "UnitEnded";
}

/** Thrown by a writer when the row it wanted to change was no longer at its version. */
export class ChangedMeanwhile extends Error {
  override name = "ChangedMeanwhile";
}

const name = /^[a-z][a-z0-9_]*$/;
const rowsInOneInsert = 64;
const insertTexts = new Map<string, string>();

/** One unit's hold on the writing connection. It dies with the unit. */
export class Tx {
  #ended = false;
  #kysely: Kysely<Schema> | null = null;
  /** Statements Kysely has begun but not finished; none may be left when the unit ends. */
  underway = 0;
  failed = false;

  constructor(readonly connection: Connection) {}

  get ended(): boolean {
    return this.#ended;
  }

  end(): void {
    this.#ended = true;
  }

  all<Row>(sql: string, params: readonly Bindable[] = []): Row[] {
    return this.#watched(() => this.connection.all<Row>(sql, params));
  }

  run(sql: string, params: readonly Bindable[] = []): RunResult {
    return this.#watched(() => this.connection.run(sql, params));
  }

  /** For the writes that need an expression; plain ones have `insert`, `change` and `raise`. */
  get kysely(): Kysely<Schema> {
    return this.#kysely ??= kyselyOver(this, this);
  }

  /** Inserts rows of one shape, in chunks, with the statement text kept. */
  insert<T extends Table>(
    table: T,
    rows: Insertable<Schema[T]> | readonly Insertable<Schema[T]>[],
  ): void {
    const list = (Array.isArray(rows) ? rows : [rows]) as Values[];
    for (let at = 0; at < list.length;) {
      const left = list.length - at;
      const size = left >= rowsInOneInsert ? rowsInOneInsert : left > 16 ? 16 : left;
      const chunk = list.slice(at, at + size);
      const columns = Object.keys(chunk[0]!);
      this.run(insertText(table, columns, size), boundRows(chunk, columns));
      at += size;
    }
  }

  /** Sets columns where the key matches; answers how many rows changed. */
  change<T extends Table>(
    table: T,
    key: Partial<Selectable<Schema[T]>>,
    set: Partial<Insertable<Schema[T]>>,
  ): number {
    const [keys, sets] = [key as Values, set as Values];
    const text = `update ${named(table)} set ${
      Object.keys(sets).map((c) => `${named(c)} = ?`).join(", ")
    } where ${Object.keys(keys).map((c) => `${named(c)} = ?`).join(" and ")}`;
    return this.run(text, [...boundValues(sets), ...boundValues(keys)]).changes;
  }

  /** As `change`, but anything else than one row changed means that somebody was faster. */
  changeOne<T extends Table>(
    table: T,
    key: Partial<Selectable<Schema[T]>>,
    set: Partial<Insertable<Schema[T]>>,
  ): void {
    if (this.change(table, key, set) !== 1) {
      throw new ChangedMeanwhile(`${table} ${JSON.stringify(key)}`);
    }
  }

  /** Adds signed amounts to a balance row, which is made when it is missing. CHECKs keep it sound. */
  raise<T extends Table>(
    table: T,
    key: Partial<Selectable<Schema[T]>>,
    amounts: Partial<Insertable<Schema[T]>>,
  ): void {
    const [keys, deltas] = [key as Values, amounts as Values];
    const text = `update ${named(table)} set ${
      Object.keys(deltas).map((c) => `${named(c)} = ${named(c)} + cast(? as integer)`).join(", ")
    } where ${Object.keys(keys).map((c) => `${named(c)} = ?`).join(" and ")}`;
    const { changes } = this.run(text, [...boundValues(deltas), ...boundValues(keys)]);
    if (changes === 0) {
      this.insert(table, { ...keys, ...deltas } as unknown as Insertable<Schema[T]>);
    }
  }

  remove<T extends Table>(table: T, key: Partial<Selectable<Schema[T]>>): number {
    const keys = key as Values;
    const text = `delete from ${named(table)} where ${
      Object.keys(keys).map((c) => `${named(c)} = ?`).join(" and ")
    }`;
    return this.run(text, boundValues(keys)).changes;
  }

  #watched<Result>(use: () => Result): Result {
    if (this.#ended) {
      throw ofUnit(new UnitEnded("a unit of work was used after its end: an await is missing"));
    }
    try {
      return use();
    } catch (error) {
      this.failed = true;
      throw ofUnit(error);
    }
  }
}

function named(identifier: string): string {
  assert(name.test(identifier), `not a name: ${identifier}`);
  return identifier;
}

function insertText(table: string, columns: string[], rows: number): string {
  const key = `${table} ${rows} ${columns.join(" ")}`;
  let text = insertTexts.get(key);
  if (!text) {
    const marks = `(${columns.map(() => "?").join(", ")})`;
    text = `insert into ${named(table)} (${columns.map(named).join(", ")}) values ${
      Array.from({ length: rows }, () => marks).join(", ")
    }`;
    insertTexts.set(key, text);
  }
  return text;
}

function boundRows(rows: Values[], columns: string[]): Bindable[] {
  const bound: Bindable[] = [];
  for (const row of rows) {
    assert(Object.keys(row).length === columns.length, "the rows of one insert differ in columns");
    for (const column of columns) bound.push(bindable(row[column], column));
  }
  return bound;
}

function boundValues(values: Values): Bindable[] {
  return Object.entries(values).map(([column, value]) => bindable(value, column));
}

function bindable(value: Bindable | boolean | undefined, column: string): Bindable {
  assert(value !== undefined, `column ${column} has no value`);
  assert(
    typeof value !== "number" || Number.isSafeInteger(value),
    `column ${column} takes integers, not ${value}`,
  );
  return typeof value === "boolean" ? Number(value) : value;
}
