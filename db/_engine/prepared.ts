import type { Compilable, SelectQueryBuilder } from "kysely";
import type { Schema } from "~/db/schema.ts";
import { kyselyOver } from "./dialect.ts";
import type { Bindable } from "./native.ts";
import { type Reader, scopedFrom, scopeValue, type Table } from "./reader.ts";
import { opened, type Scope, type ScopeValue } from "./scope.ts";

type Param = Bindable | readonly string[] | readonly number[];
type Blueprint = {
  from<T extends Table>(table: T): SelectQueryBuilder<Schema, T, Record<never, never>>;
  from<T extends Table, A extends string>(
    table: `${T} as ${A}`,
  ): SelectQueryBuilder<Schema & { [K in A]: Schema[T] }, A, Record<never, never>>;
};
type Compiled = { sql: string; slots: readonly unknown[] };

/** Stands in a query for a value that is known only when it runs. */
class Slot {
  constructor(readonly name: string, readonly ofScope: boolean) {}
}

const paper = kyselyOver({
  all: () => {
    throw new Error("a prepared query is never run on paper");
  },
  run: () => {
    throw new Error("a prepared query is never run on paper");
  },
});

/**
 * A query built and compiled once for each kind of scope and then only bound: for the loaders that
 * every order runs. Arrays are bound as JSON (`among(p.codes)`).
 */
export function prepared<Params extends Record<string, Param>, Row>(
  build: (reader: Blueprint, params: Params) => Compilable<Row>,
): (reader: Reader, params: Params) => Row[] {
  const texts = new Map<string, Compiled>();
  const params = new Proxy({}, { get: (_, name: string) => new Slot(name, false) }) as Params;
  const compile = (kind: Scope["kind"]): Compiled => {
    const value = (name: ScopeValue) => new Slot(name, true);
    const blueprint = {
      from: (table: string) => scopedFrom(paper, table, kind, value),
    } as unknown as Blueprint;
    const { sql, parameters } = build(blueprint, params).compile();
    return { sql, slots: parameters };
  };
  return (reader, given) => {
    const key = opened.size === 0 ? reader.scope.kind : `${reader.scope.kind} ${[...opened]}`;
    let text = texts.get(key);
    if (!text) texts.set(key, text = compile(reader.scope.kind));
    const bound = text.slots.map((slot) => valueOf(slot, reader.scope, given));
    return reader.target.all<Row>(text.sql, bound);
  };
}

function valueOf(slot: unknown, scope: Scope, given: Record<string, Param>): Bindable {
  if (!(slot instanceof Slot)) return slot as Bindable;
  if (slot.ofScope) return scopeValue(scope, slot.name as ScopeValue);
  const value = given[slot.name];
  return Array.isArray(value) ? JSON.stringify(value) : value as Bindable;
}
