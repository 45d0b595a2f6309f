import type { EventBase } from "~/db/_engine/outbox.ts";
import { type Master, put, type PutUnit } from "~/db/_engine/put.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import type { By } from "~/domain/_kernel/by.ts";
import type { PutFacts, Stored } from "~/domain/_kernel/master.ts";

/**
 * Saves what a row says over what is stored: a column the file does not have stays as it is, and a
 * new record begins with `blank` in its place.
 */
export function putRow<
  Type extends string,
  Record extends object,
  Row extends object,
  Extra,
  Refusal extends { reason: string },
  Also extends EventBase = never,
>(
  { master, find, merge }: {
    master: Master<Type, Record, Extra, Refusal, Also>;
    find: (reader: Reader, row: Row) => Stored<Record> | null;
    merge: (row: Row, before: Record | null) => Record;
  },
  row: Row,
) {
  type Prepared = {
    unit: PutUnit<Type, Record, Extra, Refusal, Also>;
    facts: PutFacts<Record, Extra>;
  };
  return {
    load(reader: Reader): Prepared {
      const before = find(reader, row)?.record ?? null;
      const unit = put(master, merge(row, before), "whatever");
      return { unit, facts: unit.load(reader) };
    },
    decide: ({ unit, facts }: Prepared, by: By) => unit.decide(facts, by),
  };
}

/** Without the fields that are absent, so that they cover nothing when spread. */
export function present<Row extends object>(row: Row): { [K in keyof Row]: NonUndefined<Row[K]> } {
  const entries = Object.entries(row).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof Row]: NonUndefined<Row[K]> };
}

type NonUndefined<Value> = Value extends undefined ? never : Value;
