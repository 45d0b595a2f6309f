import { type Kysely, type RawBuilder, type SelectQueryBuilder, sql } from "kysely";
import { assert } from "~/domain/_kernel/assert.ts";
import type { Instant } from "~/domain/_kernel/period.ts";
import type { Schema } from "~/db/schema.ts";
import { kyselyOver, type Target } from "./dialect.ts";
import type { Bindable } from "./native.ts";
import { type Scope, scopePredicate, type ScopeValue } from "./scope.ts";

export type Table = keyof Schema & string;
type Aliased<T extends Table, A extends string> = `${T} as ${A}`;

/** Answers the values a scope predicate compares with. */
export function scopeValue(scope: Scope, name: ScopeValue): Bindable {
  const value = (scope as Record<string, unknown>)[name];
  return Array.isArray(value) ? JSON.stringify(value) : value as Bindable;
}

/**
 * The only way to read a table outside the engine: a handle on a connection together with how far
 * its owner may see. Every query begins with the table's predicate for that scope.
 */
export class Reader {
  #kysely: Kysely<Schema> | null = null;

  constructor(
    readonly target: Target & { underway?: number },
    readonly scope: Scope,
    readonly now: Instant,
  ) {}

  from<T extends Table>(table: T): SelectQueryBuilder<Schema, T, Record<never, never>>;
  from<T extends Table, A extends string>(
    table: Aliased<T, A>,
  ): SelectQueryBuilder<Schema & { [K in A]: Schema[T] }, A, Record<never, never>>;
  from(table: string): unknown {
    const counter = this.target.underway === undefined ? undefined : this.target;
    this.#kysely ??= kyselyOver(this.target, counter as { underway: number } | undefined);
    return scopedFrom(this.#kysely, table, this.scope.kind, (name) => scopeValue(this.scope, name));
  }

  /** The same handle with full sight: for a rule that must weigh what the caller may not see. */
  asSystem(reason: string): Reader {
    assert(reason.length > 0, "seeing everything needs a reason");
    return this.scope.kind === "all" ? this : new Reader(this.target, { kind: "all" }, this.now);
  }
}

export function scopedFrom(
  kysely: Kysely<Schema>,
  table: string,
  kind: Scope["kind"],
  value: (name: ScopeValue) => unknown,
): unknown {
  const [name, alias] = table.split(" as ") as [Table, string | undefined];
  const query = kysely.selectFrom(table as Table);
  const predicate = scopePredicate(name, alias ?? name, kind, value);
  return predicate ? query.where(predicate as RawBuilder<boolean>) : query;
}

/** `where("id", "in", among(ids))`: one parameter whatever the length, so one statement text. */
export function among<Value extends string | number>(values: readonly Value[]): RawBuilder<Value> {
  const bound = Array.isArray(values) ? JSON.stringify(values) : values;
  return sql<Value>`(select value from json_each(${bound}))`;
}
